package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tidig.Sek;

/** The figures of a case as gateways and tables ask them. */
class ApplicationFactsTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "99999.01, 100000", "99999.99, 100000", "100000.00, 100000"})
    void anAmountIsRoundedUpToWholeKronorSoThatNoLimitSeesLessThanThereIs(BigDecimal amount, long kronor) {
        assertThat(ApplicationFacts.wholeKronor(Sek.of(amount))).isEqualTo(kronor);
    }
}
