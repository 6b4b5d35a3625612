package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.TidigTest;

/** A few of the two hundred that {@link RandomCasesFaults} drives. */
@TidigTest
class RandomCasesTest {

    @Autowired
    RandomCases cases;

    @LocalServerPort
    int port;

    @Test
    void aCaseUnderAChangeThatCheckAndEngineTakeMeetsNoFaultThatTheCheckShouldHaveSeen() {
        assertThat(cases.drive(Integer.getInteger("cases", 6), Long.getLong("seed", 20261126), port))
                .isEmpty();
    }
}
