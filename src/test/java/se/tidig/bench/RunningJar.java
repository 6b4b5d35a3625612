package se.tidig.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.tidig.Tidig;

/**
 * Tidig as an operator runs it: the built jar with its embedded PostgreSQL, in a JVM and a folder of its own. If the jar
 * is not there or older than the classes, the same program runs from the classes.
 */
final class RunningJar implements AutoCloseable {

    private static final Path JAR = Path.of("target", "tidig.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Path folder;
    private final int port;
    private final Process process;

    private RunningJar(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** @param flags of its JVM */
    static RunningJar start(List<String> flags) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "tidig");
        var port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        if (isJarCurrent()) {
            command.addAll(List.of("-jar", JAR.toString()));
        } else {
            System.out.println("submissions: target/tidig.jar is not built from these classes, so the classes run");
            command.addAll(List.of("-cp", classPath(), Tidig.class.getName()));
        }
        command.addAll(
                List.of("--tidig.data-dir=" + folder.resolve("data"), "--server.port=" + port, "--tidig.demo=false"));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        var running = new RunningJar(folder, port, process);
        running.awaitHealthy();
        return running;
    }

    private static boolean isJarCurrent() throws IOException {
        if (Files.notExists(JAR)) {
            return false;
        }
        try (var classes = Files.walk(Path.of("target", "classes"))) {
            var newest = classes.filter(Files::isRegularFile)
                    .map(RunningJar::modified)
                    .max(FileTime::compareTo);
            return newest.isEmpty() || Files.getLastModifiedTime(JAR).compareTo(newest.get()) >= 0;
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the tests' classes, whose beans Spring would find. */
    private static String classPath() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith(Path.of("target", "test-classes")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitHealthy() throws IOException, InterruptedException {
        for (var until = System.nanoTime() + PATIENCE.toNanos(); !isHealthy(); Thread.sleep(200)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                close();
                throw new AssertionError("Tidig did not start:\n" + Files.readString(folder.resolve("log.txt")));
            }
        }
    }

    private boolean isHealthy() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    Path folder() {
        return folder;
    }

    /** Its database, past Tidig. */
    JdbcClient database() throws IOException {
        var data = folder.resolve("data");
        var postgres = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + postgres + "/postgres",
                "tidig",
                Files.readString(data.resolve("postgres-password")).strip()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
