package se.tidig;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;
import se.tidig.bundle.BundleRefused;

@ExtendWith(OutputCaptureExtension.class)
class PlainFailureTest {

    private final PlainFailure failure = new PlainFailure(null);

    @Test
    void aTakenPortAnUnreachableDatabaseAndABrokenBundleAreToldInPlainWords(CapturedOutput output) {
        assertThat(failure.reportException(new IllegalStateException(new PortInUseException(8080))))
                .isTrue();
        assertThat(failure.reportException(new IllegalStateException(new SQLException("Connection refused", "08001"))))
                .isTrue();
        assertThat(failure.reportException(new IllegalStateException(new CannotStart("Så här gör du."))))
                .isTrue();
        assertThat(failure.reportException(new IllegalStateException(new BundleRefused(List.of()))))
                .isTrue();
        assertThat(output.getErr())
                .contains("Porten 8080 används redan", "--server.port", "går inte att nå", "Så här gör du.")
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void whatIsNotForeseenKeepsItsTrace() {
        assertThat(failure.reportException(new IllegalStateException("bug"))).isFalse();
        assertThat(failure.reportException(new SQLException("syntax error", "42601")))
                .isFalse();
    }

    @Test
    void aTidigThatCannotStartSaysWhyAndEndsWithAnErrorCode() throws Exception {
        var run = run("serve", "--tidig.roles=web,kitchen");
        assertThat(run.code()).isNotZero();
        assertThat(run.output())
                .startsWith("Tidig startar inte.")
                .contains("tidig.roles")
                .doesNotContain("\tat ");
    }

    @Test
    void aTakenPortIsToldBeforeAnythingIsBegun(@TempDir Path data) throws Exception {
        try (var taken = new ServerSocket(0)) {
            var run = run("serve", "--server.port=" + taken.getLocalPort(), "--tidig.data-dir=" + data);
            assertThat(run.code()).isNotZero();
            assertThat(run.output())
                    .startsWith("Tidig startar inte.")
                    .contains("Porten " + taken.getLocalPort() + " används redan.")
                    .doesNotContain("\tat ");
            assertThat(data).isEmptyDirectory();
        }
    }

    @Test
    void anUnknownCommandIsRefusedInSwedish() throws Exception {
        var run = run("nonsense");
        assertThat(run.code()).isNotZero();
        assertThat(run.output()).contains("nonsense", "--help").doesNotContain("\tat ", "Unmatched");
    }

    private record Run(int code, String output) {}

    private static Run run(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Tidig.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(Path.of("target").toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), output);
    }
}
