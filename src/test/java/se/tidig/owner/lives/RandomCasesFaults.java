package se.tidig.owner.lives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.TidigTest;
import se.tidig.bundle.Bundle;

/**
 * Two hundred random changes that check and engine both accept, of every file of the bundle, each followed by a case to
 * its end; takes minutes, with {@code -Pfaults}.
 */
@TidigTest
class RandomCasesFaults {

    @Autowired
    RandomCases cases;

    @Autowired
    Lives lives;

    @LocalServerPort
    int port;

    @Test
    void noneOfTwoHundredChangesBringsAFaultThatTheCheckShouldHaveSeen() {
        var wanted = Integer.getInteger("cases", 200);
        var outcome = cases.drive(wanted, Long.getLong("seed", 20261127), port, lives.all());

        assertThat(outcome.driven()).isGreaterThanOrEqualTo(wanted);
        assertThat(outcome.grief()).isEmpty();
        assertThat(outcome.elsewhere()).as("changes that lead a case elsewhere").hasSizeLessThan(wanted / 10);
        assertThat(outcome.files()).as("files that were changed").hasSizeGreaterThan(wanted * 2 / 3);
    }

    @Test
    void theLivesReadEveryFileOfTheBundle() {
        var unread = new TreeSet<>(Bundle.packaged().files().keySet());
        cases.plain(lives.all()).forEach(life -> unread.removeAll(life.read()));

        unread.removeIf(RandomCasesFaults::isOfThePortalOnly);
        assertThat(unread).isEmpty();
    }

    /** What only the portal's pages read: the English words, and the form for what parties write. */
    private static boolean isOfThePortalOnly(String file) {
        return file.endsWith(".en.yaml") || file.equals("forms/party-document.form");
    }
}
