package se.tidig.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tidig.Tidig;

/** The command as a process owner's script runs it: in a process of its own and without flags. */
class CheckCommandTest {

    @Test
    void aSoundBundleGivesOneLineAndNoError() throws Exception {
        var run = run("check");

        assertThat(run.output()).startsWith("Inga fel: ").hasLineCount(1);
        assertThat(run.code()).isZero();
    }

    @Test
    void aBrokenBundleListsEachFindingOnceAndReturnsAnErrorCode(@TempDir Path empty) throws Exception {
        var run = run("check", empty.toString());

        assertThat(run.output().lines().filter(line -> line.startsWith("processes/bundle.yaml: filen saknas.")))
                .hasSize(1);
        assertThat(run.output()).containsPattern("Bunten har \\d+ fel\\.\\s*$");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void thePackagedModelsAreWrittenToANewFolderAndPassTheCheck(@TempDir Path parent) throws Exception {
        var folder = parent.resolve("modeller");

        assertThat(run("models", folder.toString()).code()).isZero();

        assertThat(Bundle.read(folder).hash()).isEqualTo(Bundle.packaged().hash());
        var again = run("models", folder.toString());
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.output()).contains("finns redan. Ange en mapp som inte finns.");
    }

    private record Run(int code, String output) {}

    private static Run run(String... arguments) throws Exception {
        var command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), Tidig.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // In the environment, because the system passes on only the beginning of a long command line.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), output);
    }
}
