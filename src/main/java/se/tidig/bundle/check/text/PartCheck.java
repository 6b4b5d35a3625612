package se.tidig.bundle.check.text;

import java.util.TreeSet;
import java.util.regex.Pattern;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.check.finding.FindingList;

/** Checks the texts that letters share: every inserted text exists, and only letters insert one. */
public final class PartCheck {

    private static final Pattern ANY_INSERT = Pattern.compile("<[^<>]*\\bth:insert\\b[^<>]*>");

    private final Bundle bundle;
    private final FindingList findings;

    public PartCheck(Bundle bundle, FindingList findings) {
        this.bundle = bundle;
        this.findings = findings;
    }

    public void check() {
        var used = new TreeSet<String>();
        for (var text : bundle.names("forms/", ".html")) {
            var inserts = ANY_INSERT.matcher(bundle.text(text));
            while (inserts.find()) {
                insert(text, inserts.group(), used);
            }
        }
        for (var part : bundle.names(Bundle.LETTER_PARTS, ".html")) {
            if (!used.contains(part)) {
                findings.warning(part, "", "inget brev använder texten", "infoga den i ett brev eller ta bort den");
            }
        }
    }

    private void insert(String text, String tag, TreeSet<String> used) {
        var insert = Bundle.INSERT.matcher(tag);
        if (!bundle.letters().contains(text)) {
            findings.error(text, "", "bara ett brev kan infoga en gemensam text", "skriv texten här i stället");
        } else if (!insert.matches()) {
            findings.error(
                    text,
                    "",
                    tag + " går inte att tolka",
                    "skriv <th:block th:insert=\"~{parts/appeal-instructions}\"/>");
        } else if (!bundle.has(Bundle.LETTER_PARTS + insert.group(1) + ".html")) {
            findings.error(
                    text,
                    "",
                    "texten \"" + insert.group(1) + "\" finns inte",
                    "rätta namnet eller lägg till " + Bundle.LETTER_PARTS + insert.group(1) + ".html");
        } else {
            used.add(Bundle.LETTER_PARTS + insert.group(1) + ".html");
        }
    }
}
