package se.tidig.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tidig.CannotStart;

/**
 * A PostgreSQL server that still runs after its Tidig was killed, for instance with {@code kill -9}. It is stopped with
 * a fast shutdown before a new one starts on the same data. What it had committed is on disk.
 */
class OrphanServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path data;

    OrphanServer(Path data) {
        this.data = data;
    }

    /**
     * Stops a server that runs on the data. The caller holds the lock of the data folder, so nobody uses that server.
     */
    void end() throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        var server = server(pidFile);
        if (server.isPresent()) {
            var process = server.get();
            if (!ends(process, "-INT") && !ends(process, "-QUIT")) {
                throw new CannotStart("En tidigare databasserver (process " + process.pid() + ") använder "
                        + data.toAbsolutePath() + " och går inte att avsluta. Avsluta den för hand och starta igen.");
            }
            LOG.info("Avslutade databasservern (process {}) som en tidigare Tidig lämnade efter sig.", process.pid());
        } else if (numberOf(pidFile)
                .map(number -> ProcessHandle.of(number).isPresent())
                .orElse(true)) {
            // Stale pid file: the machine stopped and the pid was reused, so PostgreSQL would refuse to start. In other
            // cases the file stays, because PostgreSQL uses it to find connections that are left of a killed server.
            Files.deleteIfExists(pidFile);
        }
    }

    /** The server that runs on the data; empty if none does. */
    Optional<ProcessHandle> find() throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        return Files.exists(pidFile) ? server(pidFile) : Optional.empty();
    }

    private static Optional<ProcessHandle> server(Path pidFile) throws IOException {
        return numberOf(pidFile)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(command ->
                                Path.of(command).getFileName().toString().startsWith("postgres"))
                        .orElse(true));
    }

    private static Optional<Long> numberOf(Path pidFile) throws IOException {
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d+"))
                .map(Long::valueOf);
    }

    /**
     * Sends a signal: INT is PostgreSQL's fast shutdown, QUIT its immediate one. Java itself can only send TERM and
     * KILL.
     */
    private static boolean ends(ProcessHandle process, String signal) throws IOException {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
