package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.TidigTest;

/**
 * Two hundred cases, each under a random change that check and engine both accept; takes minutes, with {@code
 * -Pfaults}.
 */
@TidigTest
class RandomCasesFaults {

    @Autowired
    RandomCases cases;

    @LocalServerPort
    int port;

    @Test
    void noneOfTwoHundredCasesMeetsAFaultThatTheCheckShouldHaveSeen() {
        var wanted = Integer.getInteger("cases", 200);
        var outcome = cases.drive(wanted, Long.getLong("seed", 20261127), port);

        assertThat(outcome.grief()).isEmpty();
        assertThat(outcome.decided()).as("most changes leave a case its way").isGreaterThan(wanted / 2);
    }
}
