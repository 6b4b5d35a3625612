package se.tidig.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tidig.organisation.Giro.Kind;

class GiroTest {

    @ParameterizedTest
    @CsvSource({
        "BANKGIRO, 991-2346, bankgiro 991-2346",
        "BANKGIRO, 5050 1055, bankgiro 5050-1055",
        "PLUSGIRO, 4004008, plusgiro 40 04 00-8",
        "PLUSGIRO, 90 19 50-6, plusgiro 90 19 50-6",
        "PLUSGIRO, 18, plusgiro 1-8",
    })
    void aNumberIsReadHoweverItIsTypedAndWrittenOneWay(Kind kind, String typed, String written) {
        var giro = new Giro(kind, typed);

        assertThat(giro).hasToString(written);
        assertThat(Giro.parse(written)).isEqualTo(giro);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "123456789", "12a4567", ""})
    void aBankgiroHasSevenOrEightDigits(String number) {
        assertThatThrownBy(() -> new Giro(Kind.BANKGIRO, number)).hasMessageContaining("sju eller åtta siffror");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "123456789", ""})
    void aPlusgiroHasTwoToEightDigits(String number) {
        assertThatThrownBy(() -> new Giro(Kind.PLUSGIRO, number)).hasMessageContaining("två till åtta siffror");
    }

    @ParameterizedTest
    @CsvSource({"BANKGIRO, 0000-0000", "PLUSGIRO, 00", "PLUSGIRO, 0 01 89-3"})
    void noNumberBeginsWithAZero(Kind kind, String number) {
        assertThatThrownBy(() -> new Giro(kind, number)).hasMessageContaining("börjar inte med en nolla");
    }

    @Test
    void aMistypedDigitFailsTheCheckDigit() {
        assertThatThrownBy(() -> new Giro(Kind.BANKGIRO, "991-2345")).hasMessageContaining("Kontrollsiffran");
    }
}
