package se.tidig.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Play;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.call.CallFixture;
import se.tidig.call.CallService;
import se.tidig.organisation.Board;
import se.tidig.timelimit.PeriodEnd;

/**
 * Half of those who have drafts hand them in during the last minutes of a call: what the server receives before it closes
 * is in time, everything later is late and told so, and nothing is lost. A small one; {@link DeadlineNightBench} is large.
 */
@TidigTest
class DeadlineNightTest {

    /** All that the server has. */
    private static final int CONNECTIONS = 10;

    @LocalServerPort
    private int port;

    @Autowired
    private Play play;

    @Autowired
    private CallFixture fixture;

    @Autowired
    private CallService calls;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    @Autowired
    private Clock clock;

    int people() {
        return 40;
    }

    Duration before() {
        return Duration.ofSeconds(8);
    }

    Duration after() {
        return Duration.ofSeconds(3);
    }

    @Test
    void whoComesBeforeTheCallClosesIsInTimeAndEveryoneElseIsToldThatTheyAreLate() throws Exception {
        passToWorkingDay();
        var night = new DeadlineNight(jdbc, calls, clock, fixture.open(Board.K), port, people());

        night.pass(before(), after(), 2016);

        System.out.printf("deadline night: %d in time, %d late%n", night.inTime(), night.late());
        assertThat(night.wrong()).isEmpty();
        assertThat(night.inTime()).isPositive();
        assertThat(night.late()).isPositive();
    }

    @Test
    void whatReachesTheServerInTimeIsInTimeHoweverLongItWaitsThere() throws Exception {
        passToWorkingDay();
        var call = fixture.open(Board.K);
        BurstScene.people(jdbc, 1);
        var person = BurstScene.logIn(HttpClient.newHttpClient(), port, 1, nanoseconds -> {})
                .get(0);
        var draft = person.begin(call.value());
        person.open(draft + "/skicka");
        jdbc.sql("update tidig.call set closes_at = ? where reference = ?")
                .params(Timestamp.from(clock.instant().plusSeconds(2)), call.value())
                .update();

        var held = new ArrayList<Connection>();
        var sending = Executors.newSingleThreadExecutor();
        try {
            for (var i = 0; i < CONNECTIONS; i++) {
                held.add(database.getConnection());
            }
            var received = sending.submit(() -> person.handIn(draft));
            Thread.sleep(3_000);
            assertThat(received).isNotDone();
            for (var connection : held) {
                connection.close();
            }
            received.get();
        } finally {
            sending.shutdownNow();
            for (var connection : held) {
                connection.close();
            }
        }

        assertThat(person.page()).contains(call + "-001").doesNotContain("men för sent");
    }

    /** A call that closes on a Saturday takes applications until Monday. */
    private void passToWorkingDay() {
        var day = Stream.iterate(SwedishDate.on(clock.instant()).plusDays(1), next -> next.plusDays(1))
                .filter(candidate -> PeriodEnd.on(candidate).last().equals(candidate))
                .findFirst()
                .orElseThrow();
        play.passTo(day.atTime(LocalTime.NOON).atZone(SwedishDate.ZONE).toInstant());
    }
}
