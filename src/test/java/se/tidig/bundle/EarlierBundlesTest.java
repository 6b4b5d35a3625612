package se.tidig.bundle;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(EarlierBundles.text("assessment-weights.economicActivity")).isEqualTo("5 §");
        assertThat(EarlierBundles.number("assessment-weights.highest")).isEqualTo(4);
    }
}
