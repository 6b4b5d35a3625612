package se.tidig.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EarlierBundlesTest {

    @Test
    void theLettersAndTablesOfEarlierBundlesHaveTheWordsThatTheyHadThen() {
        assertThat(EarlierBundles.text("decision.payment", "100 000 kr", "4 januari 2027"))
                .isEqualTo("100 000 kr, tidigast 4 januari 2027");
        assertThat(EarlierBundles.text("decision.paymentAfterReport", "40 000 kr", "1 mars 2027"))
                .isEqualTo("40 000 kr, tidigast 1 mars 2027 och när redovisningen dessförinnan är godkänd");
        assertThat(EarlierBundles.text("decision.appeal"))
                .isEqualTo("Beslutet får inte överklagas (19 § förordningen 2016:1364).");
        assertThat(EarlierBundles.text("audit.AUDITOR")).isEqualTo("Redovisningen ska granskas av en revisor");
        assertThat(EarlierBundles.text("claim.notFinal")).isEqualTo("har inte fått laga kraft");
        assertThat(EarlierBundles.text("assessment-weights.economicActivity")).isEqualTo("5 §");
        assertThat(EarlierBundles.number("assessment-weights.highest")).isEqualTo(4);
    }

    @Test
    void todaysFormsMailsAndLettersHoldTheirSentencesThemselves() {
        var bundle = Bundle.packaged();
        var sentence = Pattern.compile("\\b(?:"
                + String.join(
                        "|",
                        "(?:grant|report|proposal|decision)\\.audit",
                        "decision\\.(?:payments|appeal)",
                        "eligibility\\.outcome",
                        "grant\\.payeeVerified",
                        "milestone\\.(?:due|text)",
                        "payment\\.(?:verified|coding)",
                        "project\\.participants",
                        "watchedClaim\\.enforceableOn",
                        "auditNotice",
                        "rankingListed",
                        "ruleReview",
                        "stragglersListed")
                + ")\\b(?!\")");

        assertThat(bundle.files().keySet())
                .filteredOn(file -> file.startsWith("forms/"))
                .hasSizeGreaterThan(100)
                .allSatisfy(file -> assertThat(bundle.text(file)).as(file).doesNotContainPattern(sentence));
    }
}
