package se.tidig.document;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.tidig.CannotStart;

/** Asks clamd at {@code tidig.clamd} (host:port) whether a file holds malicious code, by its command INSTREAM. */
@Component
class VirusScanner {

    private static final Pattern ADDRESS = Pattern.compile("(?<host>.+):(?<port>[0-9]{1,5})");
    private static final Pattern FOUND = Pattern.compile("stream: (?<name>.+) FOUND");
    private static final int PATIENCE = 60_000;
    private static final int CHUNK = 64 * 1024;

    private final InetSocketAddress clamd;

    VirusScanner(@Value("${tidig.clamd:}") String address) {
        clamd = address.isBlank() ? null : parse(address.strip());
    }

    private static InetSocketAddress parse(String address) {
        var parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new CannotStart("tidig.clamd är \"" + address
                    + "\". Ange adress och port till clamd med kolon emellan, till exempel localhost:3310.");
        }
        return InetSocketAddress.createUnresolved(parts.group("host"), Integer.parseInt(parts.group("port")));
    }

    boolean isConfigured() {
        return clamd != null;
    }

    /**
     * What the scanner found; empty if nothing.
     *
     * @throws IOException if it does not answer, or did not scan the file
     */
    Optional<String> scan(byte[] content) throws IOException {
        try (var socket = new Socket()) {
            socket.setSoTimeout(PATIENCE);
            socket.connect(new InetSocketAddress(clamd.getHostString(), clamd.getPort()), PATIENCE);
            var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK));
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int from = 0; from < content.length; from += CHUNK) {
                var length = Math.min(CHUNK, content.length - from);
                out.writeInt(length);
                out.write(content, from, length);
            }
            out.writeInt(0);
            out.flush();
            return verdict(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip());
        }
    }

    private static Optional<String> verdict(String answer) throws IOException {
        var found = FOUND.matcher(answer);
        if (found.matches()) {
            return Optional.of(found.group("name"));
        }
        if (!answer.equals("stream: OK")) {
            throw new IOException("clamd svarade: " + answer);
        }
        return Optional.empty();
    }
}
