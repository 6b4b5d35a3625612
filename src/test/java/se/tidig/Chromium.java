package se.tidig;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** The machine's Chromium, for browser tests. */
public final class Chromium {

    private Chromium() {}

    /** The program; without it the test is skipped, and on the build server it fails. */
    public static Path program() {
        var paths =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
        return paths.flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(folder::resolve))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> "true".equals(System.getenv("CI"))
                        ? fail("Chromium is missing, and the browser tests must run here. See .ci/run.")
                        : abort("Chromium is missing: browser tests are skipped."));
    }
}
