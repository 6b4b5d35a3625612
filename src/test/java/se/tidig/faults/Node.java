package se.tidig.faults;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import se.tidig.Tidig;

/** One Tidig in a JVM of its own, on the same port and the same folder in each of its lives. */
final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Path data;
    private final Path log;
    private final List<String> settings = new ArrayList<>();
    private final int port = freePort();
    private volatile Process process;

    Node(String name, Path data, Map<String, String> settings) throws IOException {
        this.data = data;
        this.log = data.resolveSibling(name + ".log");
        this.settings.add("--tidig.data-dir=" + data);
        this.settings.add("--server.port=" + port);
        settings.forEach((key, value) -> this.settings.add("--" + key + "=" + value));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    boolean isAlive() {
        var running = process;
        return running != null && running.isAlive();
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    /** Starts, with the clock moved by so much. */
    void launch(Duration clockOffset) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Tidig.class.getName()));
        command.addAll(settings);
        command.add("--tidig.clock-offset=" + clockOffset);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Waits until it says that it is healthy. */
    void awaitHealthy() throws IOException, InterruptedException {
        for (var until = System.nanoTime() + PATIENCE.toNanos(); !healthy(); Thread.sleep(100)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new AssertionError("Tidig did not start; see " + log);
            }
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Kills the embedded PostgreSQL; returns false if there is none just now. */
    boolean killDatabase() throws IOException {
        var file = data.resolve("postgres/postmaster.pid");
        if (Files.notExists(file)) {
            return false;
        }
        var server =
                ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()));
        return server.filter(ProcessHandle::isAlive)
                .map(ProcessHandle::destroyForcibly)
                .orElse(false);
    }

    boolean healthy() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Ends it as an operator does. */
    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
