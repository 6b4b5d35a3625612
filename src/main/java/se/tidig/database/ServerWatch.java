package se.tidig.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restarts the server if it dies unexpectedly, for instance after {@code kill -9}, with the same options and so on the
 * same port. Work that was under way fails, and its caller tries it again.
 */
class ServerWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
    private static final int TRIES = 30;

    private final DataFolder folder;
    private boolean closed;

    ServerWatch(DataFolder folder) {
        this.folder = folder;
    }

    /** @throws IOException if no server runs on the data */
    void begin() throws IOException {
        var server = new OrphanServer(folder.postgres())
                .find()
                .orElseThrow(() -> new IOException("No server runs on " + folder.postgres()));
        // The options of a process cannot be read after it has ended.
        var program = Path.of(server.info().command().orElse("postgres"));
        server.onExit().thenRunAsync(() -> revive(program.resolveSibling("pg_ctl")));
    }

    private synchronized void revive(Path pgCtl) {
        for (int tries = 0; tries < TRIES && !closed; tries++) {
            try {
                if (starts(pgCtl)) {
                    begin();
                    LOG.warn("Databasservern hade slutat och är startad igen.");
                    return;
                }
            } catch (IOException e) {
                LOG.debug("The server did not start", e);
            }
            // The last connections of the dead server still hold its shared memory for a moment.
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        if (!closed) {
            LOG.error(
                    "Databasservern har slutat och går inte att starta igen. Läs {} för orsaken och starta om Tidig.",
                    folder.log().toAbsolutePath());
        }
    }

    private boolean starts(Path pgCtl) throws IOException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root; the library starts it in the same way.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                pgCtl.toString(), "-D", folder.postgres().toAbsolutePath().toString(), "-w", "-t", "120", "restart"));
        var log = Redirect.appendTo(folder.log().toFile());
        var started = new ProcessBuilder(command)
                .redirectOutput(log)
                .redirectError(log)
                .start();
        try {
            return started.waitFor(3, TimeUnit.MINUTES) && started.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Stops watching; waits for a restart that is under way. */
    @Override
    public synchronized void close() {
        closed = true;
    }
}
