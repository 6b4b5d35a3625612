package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.engine.DemoStaff.PASSWORD;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.engine.identity.LoginThrottle;

/** A stranger with many addresses guesses one account's password: the guesses are few, and its person gets in. */
@TidigTest
class ManyAddressesTest {

    private static final int RIGHT = 200;
    private static final int WRONG = 401;
    private static final int NOT_CHECKED = 429;

    private static final String OFFICE = "198.51.100.1";
    private static final String HOTEL = "192.0.2.1";

    @LocalServerPort
    private int port;

    @Autowired
    private Play play;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void theOfficeIsKnownAndAStrangerHasGuessedFromManyAddresses() {
        assertThat(attempt(OFFICE, PASSWORD)).isEqualTo(RIGHT);
        for (int i = 0; i < LoginThrottle.EVERYWHERE_LIMIT; i++) {
            assertThat(attempt(stranger(i), "gissning")).isEqualTo(WRONG);
        }
    }

    @Test
    void aKnownAddressIsNotHeldUp() {
        assertThat(attempt(OFFICE, PASSWORD)).isEqualTo(RIGHT);
    }

    @Test
    void atANewAddressThePersonWaitsOnceAndGetsInWithoutHelp() {
        assertThat(attempt(HOTEL, PASSWORD)).isEqualTo(NOT_CHECKED);
        assertThat(attempt(HOTEL, PASSWORD)).as("before its turn").isEqualTo(NOT_CHECKED);

        play.pass(Duration.ofSeconds(61));

        assertThat(attempt(HOTEL, PASSWORD)).isEqualTo(RIGHT);
        strangersTry(300);
        assertThat(attempt(HOTEL, PASSWORD)).as("known by now").isEqualTo(RIGHT);
    }

    @Test
    void thePersonWaitsHalfAnHourAtMostHoweverManyStrangersQueueAndKeepTrying() {
        assertThat(strangersTry(700)).isZero();

        var waits = page(HOTEL, PASSWORD);
        assertThat(waits).endsWith("/login?vanta=30");
        for (int round = 0; round < 5; round++) {
            play.pass(Duration.ofMinutes(6));
            assertThat(strangersTry(round * 120, 60)).isPositive();
        }
        assertThat(attempt("192.0.2.99", "gissning"))
                .as("the queue is still needed")
                .isEqualTo(NOT_CHECKED);

        assertThat(page(HOTEL, PASSWORD)).doesNotContain("/login");
    }

    @Test
    void fromAllAddressesTogetherOnlyOneGuessIsCheckedEveryThreeSeconds() {
        var checked = 0;
        for (int minute = 0; minute < 10; minute++) {
            checked += strangersTry(150);
            play.pass(Duration.ofMinutes(1));
        }
        assertThat(checked).isPositive().isLessThanOrEqualTo(10 * 20);
    }

    @Test
    void anAttemptAfterAnAddressHasHadItsTurnQueuesAgain() {
        assertThat(attempt(HOTEL, "gissning")).isEqualTo(NOT_CHECKED);
        play.pass(Duration.ofSeconds(61));
        assertThat(attempt(HOTEL, "gissning")).isEqualTo(WRONG);
        assertThat(attempt(HOTEL, PASSWORD)).isEqualTo(NOT_CHECKED);
        play.pass(Duration.ofSeconds(61));
        assertThat(attempt(HOTEL, PASSWORD)).isEqualTo(RIGHT);
    }

    @Test
    void aLogInOfThePersonGivesTheStrangerNoMoreGuesses() {
        assertThat(attempt(stranger(0), "gissning")).isEqualTo(NOT_CHECKED);
        play.pass(Duration.ofSeconds(30));
        assertThat(attempt(OFFICE, PASSWORD)).isEqualTo(RIGHT);
        assertThat(attempt(stranger(1), "gissning")).isEqualTo(NOT_CHECKED);
    }

    @Test
    void failuresThatNoLongerCountAreDeletedWithTheNextOnes() {
        assertThat(failures()).isGreaterThan(100);

        play.pass(Duration.ofHours(2));
        for (int i = 0; i < 10; i++) {
            attempt("nobody" + i, stranger(i), "gissning");
        }

        assertThat(failures()).isLessThanOrEqualTo(30);
    }

    private int failures() {
        return jdbc.sql("select count(*) from tidig.login_failure")
                .query(Integer.class)
                .single();
    }

    @Test
    void theAddressesOfOneIpv6NetworkAreOne() {
        for (int i = 0; i < LoginThrottle.ACCOUNT_LIMIT; i++) {
            assertThat(attempt("officerK1", "2001:db8:7:7::" + i, "gissning")).isEqualTo(WRONG);
        }
        assertThat(attempt("officerK1", "2001:db8:7:7:ffff::1", PASSWORD)).isEqualTo(NOT_CHECKED);
        assertThat(attempt("officerK1", "2001:db8:7:8::1", PASSWORD))
                .as("another network")
                .isEqualTo(RIGHT);
    }

    /** How many of the strangers' guesses are checked. */
    private int strangersTry(int addresses) {
        return strangersTry(0, addresses);
    }

    private int strangersTry(int first, int addresses) {
        var checked = 0;
        for (int i = first; i < first + addresses; i++) {
            checked += attempt(stranger(i), "gissning") == WRONG ? 1 : 0;
        }
        return checked;
    }

    private static String stranger(int number) {
        return "203.0." + number / 200 + "." + number % 200;
    }

    private int attempt(String address, String password) {
        return attempt("deciderK", address, password);
    }

    private int attempt(String person, String address, String password) {
        return new Browser(port)
                .behindProxy("X-Forwarded-For", address)
                .with(person, password)
                .get("/engine-rest/task/count")
                .statusCode();
    }

    /** Where the log-in page leads the person. */
    private String page(String address, String password) {
        return new Browser(port)
                .behindProxy("X-Forwarded-For", address)
                .login("deciderK", password)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }
}
