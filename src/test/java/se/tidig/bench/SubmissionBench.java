package se.tidig.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Complete applications through the portal's pages against the running jar: at a pace, then as many as it can. Asserted is
 * that none is lost and each stands once; the rates are told. Its times and sizes are the properties
 * {@code submissions.*}, so that it can be run short.
 */
class SubmissionBench {

    private static final int PACE = Integer.getInteger("submissions.pace", 28);
    private static final Duration PACED = Duration.ofSeconds(Integer.getInteger("submissions.paced", 120));
    private static final Duration FLAT_OUT = Duration.ofSeconds(Integer.getInteger("submissions.flatOut", 60));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("submissions.warmUp", 30));
    private static final Duration BARE = Duration.ofSeconds(Integer.getInteger("submissions.bare", 20));
    private static final int PEOPLE = Integer.getInteger("submissions.people", 400);
    private static final int AT_ONCE = Integer.getInteger("submissions.atOnce", 8);
    private static final int KILOBYTES = Integer.getInteger("submissions.kilobytes", 200);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Test
    void everyApplicationOfABurstIsReceivedExactlyOnce() throws Exception {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var burst = new Burst(KILOBYTES);
        List<String> wrong;
        double flatOut;
        try (var tidig = RunningJar.start(flags())) {
            var database = tidig.database();
            BurstScene.open(database, Instant.now().plus(Duration.ofDays(30)));
            BurstScene.people(database, PEOPLE);
            burst.come(BurstScene.logIn(http, tidig.port(), PEOPLE, burst::took));
            tell("warm-up", burst.flatOut(AT_ONCE, WARM_UP));
            tell("paced at " + PACE + " a second", burst.paced(PACE, PACED));
            var most = burst.flatOut(AT_ONCE, FLAT_OUT);
            tell("as many as it can, " + AT_ONCE + " at once", most);
            flatOut = most.perSecond();
            var aftermath = new Aftermath(database);
            System.out.printf(
                    Locale.ROOT,
                    "submissions: the last is registered and confirmed by mail %.1f s after its receipt%n",
                    aftermath.settle(PATIENCE).toMillis() / 1e3);
            wrong = aftermath.wrong(burst.receipts());
            var bare = BareStarts.perSecond(tidig.folder(), BARE);
            System.out.printf(
                    Locale.ROOT,
                    "submissions: bare startProcessInstanceByKey %.0f a second, complete applications %.3f of that%n",
                    bare,
                    flatOut / bare);
        }

        assertThat(burst.failures()).as("what applicants were refused").isEmpty();
        assertThat(wrong).as("what is lost or stands twice").isEmpty();
        assertThat(burst.receipts()).isNotEmpty();
    }

    private static List<String> flags() {
        var flags = new ArrayList<>(List.of("-Xmx1g"));
        flags.addAll(List.of(System.getProperty("submissions.flags", "").split(" ")));
        flags.removeIf(String::isEmpty);
        var recording = System.getProperty("submissions.jfr");
        if (recording != null) {
            flags.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording);
        }
        return flags;
    }

    private static void tell(String what, Burst.Rate rate) {
        System.out.printf(
                Locale.ROOT,
                "submissions, %s: %d begun, %.1f a second, the last begun %.1f s late; %d requests, p50 %.0f ms,"
                        + " p95 %.0f ms, p99 %.0f ms%n",
                what,
                rate.begun(),
                rate.perSecond(),
                rate.late().toMillis() / 1e3,
                rate.sorted().length,
                rate.percentile(50),
                rate.percentile(95),
                rate.percentile(99));
    }
}
