package se.tidig.bundle.check.text;

import java.util.TreeSet;
import java.util.regex.Pattern;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.check.finding.FindingList;

/** Checks the stylesheets that letters share: every linked one exists, and none loads anything from elsewhere. */
public final class StyleCheck {

    static final String ENDING = ".css";

    private static final String LETTERS = "forms/letters/";
    private static final Pattern ANY_LINK = Pattern.compile("<link\\b[^>]*>");
    private static final Pattern FETCHES = Pattern.compile("@import|url\\s*\\(|[<&\\\\]");

    private final Bundle bundle;
    private final FindingList findings;

    public StyleCheck(Bundle bundle, FindingList findings) {
        this.bundle = bundle;
        this.findings = findings;
    }

    public void check() {
        var linked = new TreeSet<String>();
        for (var letter : bundle.names(LETTERS, ".html")) {
            var links = ANY_LINK.matcher(bundle.text(letter));
            while (links.find()) {
                link(letter, links.group(), linked);
            }
        }
        for (var style : bundle.names(LETTERS, ENDING)) {
            if (FETCHES.matcher(bundle.text(style)).find()) {
                findings.error(
                        style,
                        "",
                        "formatmallen hämtar något utifrån eller har tecken som inte får stå i den",
                        "ta bort @import, url(...), <, & och omvända snedstreck");
            }
            if (!linked.contains(style)) {
                findings.warning(style, "", "inget brev använder formatmallen", "länka till den eller ta bort den");
            }
        }
    }

    private void link(String letter, String link, TreeSet<String> linked) {
        var style = Bundle.LINK_TO_STYLE.matcher(link);
        if (!style.matches()) {
            findings.error(
                    letter,
                    "",
                    "länken " + link + " går inte att tolka",
                    "skriv <link rel=\"stylesheet\" href=\"letter.css\"/>");
        } else if (!bundle.has(LETTERS + style.group(1))) {
            findings.error(
                    letter,
                    "",
                    "formatmallen \"" + style.group(1) + "\" finns inte",
                    "rätta namnet eller lägg till " + LETTERS + style.group(1));
        } else {
            linked.add(LETTERS + style.group(1));
        }
    }
}
