package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.TidigTest;
import se.tidig.bundle.Bundle;

/** A few of the two hundred that {@link RandomCasesFaults} drives. */
@TidigTest
class RandomCasesTest {

    @Autowired
    RandomCases cases;

    @LocalServerPort
    int port;

    @Test
    void aCaseUnderAChangeThatCheckAndEngineTakeMeetsNoFaultThatTheCheckShouldHaveSeen() {
        var wanted = Integer.getInteger("cases", 6);
        var outcome = cases.drive(wanted, Long.getLong("seed", 20261126), port);

        assertThat(outcome.grief()).isEmpty();
        assertThat(outcome.decided()).as("most changes leave a case its way").isGreaterThan(wanted / 2);
    }

    @Test
    void aStepThatFailsIsSeen() {
        var table = "dmn/assessment-weights.dmn";
        var highest = "outputEntry_A_highest\">\n          <text>";
        var content = Bundle.packaged().text(table);
        assertThat(content).contains(highest + "4");

        assertThatThrownBy(() -> cases.follow(table, content.replace(highest + "4", highest + "0"), port))
                .hasStackTraceContaining("Högsta poäng för Behov av verksamheten");
    }
}
