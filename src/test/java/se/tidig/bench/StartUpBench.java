package se.tidig.bench;

import static org.assertj.core.api.Assertions.assertThat;

import bare.BareApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import se.tidig.Tidig;

/**
 * Start-up from an empty folder to healthy, Tidig with its demo against a bare application, in turn on the same machine.
 * The ratio is what is held; seconds differ between machines.
 */
class StartUpBench {

    private static final int PAIRS = 5;
    private static final double LIMIT = 1.6;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    @Test
    void tidigIsHealthyWithinOnePointSixTimesABareApplication() throws Exception {
        var bare = new ArrayList<Double>();
        var tidig = new ArrayList<Double>();
        start(BareApplication.class, "bare.data-dir"); // warms the file cache
        for (int pair = 0; pair < PAIRS; pair++) {
            bare.add(start(BareApplication.class, "bare.data-dir"));
            tidig.add(start(Tidig.class, "tidig.data-dir"));
        }
        var ratio = median(tidig) / median(bare);
        System.out.printf(
                Locale.ROOT,
                "start-up, median of %d: bare %.1f s, Tidig %.1f s, ratio %.2f%n",
                PAIRS,
                median(bare),
                median(tidig),
                ratio);
        assertThat(ratio).isLessThanOrEqualTo(LIMIT);
    }

    private double start(Class<?> application, String dataDir) throws Exception {
        var port = freePort();
        var folder = Files.createTempDirectory("start-up");
        var log = folder.resolve("log.txt");
        var began = System.nanoTime();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=UTC",
                        "-D" + dataDir + "=" + folder.resolve("data"),
                        "-Dserver.port=" + port,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        application.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            while (!healthy(port)) {
                if (!process.isAlive() || System.nanoTime() - began > TimeUnit.MINUTES.toNanos(3)) {
                    throw new AssertionError(application + " did not start:\n" + Files.readString(log));
                }
                Thread.sleep(50);
            }
            return (System.nanoTime() - began) / 1e9;
        } finally {
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
    }

    private boolean healthy(int port) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
    }
}
