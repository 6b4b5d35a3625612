package se.tidig.document;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;

/** A running clamd of the machine that knows one signature: that of the EICAR test file. */
final class Clamd implements AutoCloseable {

    /** The file that every scanner takes for malicious, though it is harmless; in two parts, so that no scanner takes this one. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!" + "$H+H*";

    private final Process process;
    private final int port;

    private Clamd(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it; without the program the test is skipped, and on the build server it fails. */
    static Clamd start(Path folder) throws IOException, InterruptedException {
        var signatures = Files.createDirectories(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("eicar.ndb"),
                "Eicar-Test:0:*:" + HexFormat.of().formatHex(EICAR.getBytes(StandardCharsets.US_ASCII)) + "\n");
        var port = freePort();
        var settings = folder.resolve("clamd.conf");
        Files.writeString(
                settings,
                """
                Foreground yes
                TCPSocket %d
                TCPAddr 127.0.0.1
                DatabaseDirectory %s
                StreamMaxLength 12M
                """
                        .formatted(port, signatures.toAbsolutePath()));
        var process = new ProcessBuilder(program().toString(), "--config-file=" + settings.toAbsolutePath())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        var clamd = new Clamd(process, port);
        clamd.await();
        return clamd;
    }

    private static Path program() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "clamd"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> "true".equals(System.getenv("CI"))
                        ? fail("clamd is missing, and its tests must run here. See .ci/run.")
                        : abort("clamd is missing: the tests of the scanner are skipped."));
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private void await() throws InterruptedException {
        var end = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
                return;
            } catch (IOException notYet) {
                if (Instant.now().isAfter(end) || !process.isAlive()) {
                    fail("clamd has not started", notYet);
                }
                Thread.sleep(50);
            }
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
