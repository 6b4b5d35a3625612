package se.tidig.owner.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.TidigTest;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.careless.RandomChange;

/** A few of the changes that {@link RandomCasesFaults} drives, and what is told of a change that does harm. */
@TidigTest
class RandomCasesTest {

    @Autowired
    RandomCases cases;

    @Autowired
    ApplicationLives applications;

    @Autowired
    GrantLives grants;

    @LocalServerPort
    int port;

    @Test
    void aCaseUnderChangesThatCheckAndEngineTakeMeetsNoFaultThatTheCheckShouldHaveSeen() {
        var wanted = Integer.getInteger("cases", 8);
        var outcome = cases.drive(
                wanted,
                Long.getLong("seed", 20261126),
                port,
                List.of(applications::partlyGranted, grants::missingReport));

        assertThat(outcome.driven()).isGreaterThanOrEqualTo(wanted);
        assertThat(outcome.grief()).isEmpty();
        assertThat(outcome.elsewhere()).as("changes that lead a case elsewhere").hasSizeLessThan(wanted / 2);
    }

    @Test
    void aStepThatFailsIsSeen() {
        assertThatThrownBy(() -> cases.follow(
                        List.of(change(
                                "dmn/assessment-weights.dmn",
                                "outputEntry_A_highest\">\n          <text>4",
                                "outputEntry_A_highest\">\n          <text>0")),
                        applications::partlyGranted,
                        port))
                .isInstanceOf(Incident.class)
                .hasMessageContaining("Högsta poäng för Behov av verksamheten");
    }

    @Test
    void aCaseThatIsLedElsewhereIsTold() {
        var rest = cases.follow(
                List.of(change("forms/examine-rejection.form", "\"minLength\": 10", "\"minLength\": 900")),
                applications::rejected,
                port);

        assertThat(rest.reason()).startsWith("userTask_examineRejection: officerK1 is told: ");
    }

    private static CaseChange change(String file, String from, String to) {
        var content = Bundle.packaged().text(file);
        assertThat(content).contains(from);
        var changed = content.replace(from, to).getBytes(StandardCharsets.UTF_8);
        return new CaseChange(new RandomChange(file, from + " becomes " + to, changed), 0);
    }
}
