package se.tidig.bench;

import static org.assertj.core.api.Assertions.assertThat;

import bare.BareApplication;
import java.io.File;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.tidig.Tidig;

/**
 * Start-up from an empty folder to healthy, in turn on the same machine and with the flags of {@code mvn
 * spring-boot:run}. Asserted is Tidig against a bare application, both with an empty database. The bare one has
 * nothing like the demonstration, so its price is told separately. Seconds differ between machines.
 */
class StartUpBench {

    private static final int ROUNDS = 5;
    private static final double LIMIT = 1.6;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    @Test
    void tidigIsHealthyWithinOnePointSixTimesABareApplication() throws Exception {
        var bare = new ArrayList<Double>();
        var tidig = new ArrayList<Double>();
        var demonstration = new ArrayList<Double>();
        bare(); // warms the file cache
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(bare());
            tidig.add(tidig("-Dtidig.demo=false"));
            demonstration.add(tidig("-Dtidig.demo=true"));
        }
        var ratio = median(tidig) / median(bare);
        System.out.printf(
                Locale.ROOT,
                "start-up, median of %d: bare %.1f s, Tidig %.1f s (ratio %.2f), with demonstration %.1f s (ratio %.2f)%n",
                ROUNDS,
                median(bare),
                median(tidig),
                ratio,
                median(demonstration),
                median(demonstration) / median(bare));
        assertThat(ratio).isLessThanOrEqualTo(LIMIT);
    }

    /** Without Tidig's classes, whose listeners Boot would find. */
    private double bare() throws Exception {
        return start(classPathWithout("classes"), BareApplication.class.getName(), "bare.data-dir", List.of());
    }

    /** Without the tests' classes, whose beans Spring would find. */
    private double tidig(String demo) throws Exception {
        return start(classPathWithout("test-classes"), Tidig.class.getName(), "tidig.data-dir", List.of(demo));
    }

    private static String classPathWithout(String folder) {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith(Path.of("target", folder)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private double start(String classPath, String application, String dataDir, List<String> flags) throws Exception {
        var port = freePort();
        var folder = Files.createTempDirectory("start-up");
        var log = folder.resolve("log.txt");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-D" + dataDir + "=" + folder.resolve("data"),
                "-Dserver.port=" + port));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, application));
        var began = System.nanoTime();
        var process = new ProcessBuilder(command)
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
