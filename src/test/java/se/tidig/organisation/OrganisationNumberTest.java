package se.tidig.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"8020024280", "802002-4280", " 802002-4280 ", "802002 4280"})
    void aNumberIsReadWithOrWithoutAHyphen(String written) {
        assertThat(OrganisationNumber.read(written)).contains(new OrganisationNumber("8020024280"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "802002428",
                "80200242801",
                // the check digit
                "8020024281",
                // the third digit of a personal number is 0 or 1
                "9001011239",
                // no group has the number 0
                "0020024284",
                "802002--4280",
                "８０２００２４２８０"
            })
    void whatIsNoOrganisationNumberIsRefused(String written) {
        assertThat(OrganisationNumber.read(written)).isEmpty();
    }

    @Test
    void aRightIncludesTheOnesBeforeIt() {
        assertThat(Right.SUBMIT.includes(Right.READ)).isTrue();
        assertThat(Right.WRITE.includes(Right.WRITE)).isTrue();
        assertThat(Right.READ.includes(Right.WRITE)).isFalse();
        assertThat(Right.WRITE.includes(Right.SUBMIT)).isFalse();
    }
}
