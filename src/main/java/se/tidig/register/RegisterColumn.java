package se.tidig.register;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A column of the register that a person may choose. The reference is always shown. */
public enum RegisterColumn {
    DUE("sistadag", true),
    APPLICANT("sokande", true),
    TITLE("verksamhet", true),
    KIND("slag", false),
    STEP("steg", true),
    WAITS("vantar", true),
    OFFICER("handlaggare", true),
    REQUESTED("sokt", true),
    RECEIVED("komin", true),
    DIARY("diarienummer", false),
    ORGANISATION("orgnr", false),
    CALL("utlysning", false),
    GRANTED("beviljat", false),
    PAID("utbetalt", false),
    SCORE("poang", false);

    private final String word;
    private final boolean usual;

    RegisterColumn(String word, boolean usual) {
        this.word = word;
        this.usual = usual;
    }

    /** As it stands in addresses. */
    public String word() {
        return word;
    }

    /** Those with the words, or the usual ones if none has. */
    public static Set<RegisterColumn> of(List<String> words) {
        var chosen = new TreeSet<RegisterColumn>();
        Arrays.stream(values()).filter(column -> words.contains(column.word)).forEach(chosen::add);
        if (chosen.isEmpty()) {
            Arrays.stream(values()).filter(column -> column.usual).forEach(chosen::add);
        }
        return chosen;
    }
}
