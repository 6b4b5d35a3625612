package se.tidig.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.tidig.Tidig;

/**
 * The check of the whole bundle from the command line against the command that only tells the version, in turn on the
 * same machine: its cost beyond starting Java. The ratio is asserted; seconds differ between machines.
 */
class CheckBench {

    private static final int PAIRS = 7;
    private static final double LIMIT = 7.5;

    @Test
    void theBundleIsCheckedWithinSevenAndAHalfTimesTheCommandThatDoesNothing() throws Exception {
        var nothing = new ArrayList<Double>();
        var check = new ArrayList<Double>();
        run("check", "."); // warms the file cache
        for (int pair = 0; pair < PAIRS; pair++) {
            nothing.add(run("--version"));
            check.add(run("check", "."));
        }
        var ratio = median(check) / median(nothing);
        System.out.printf(
                Locale.ROOT,
                "check of the bundle, median of %d: --version %.2f s, check %.2f s, ratio %.2f%n",
                PAIRS,
                median(nothing),
                median(check),
                ratio);
        assertThat(ratio).isLessThanOrEqualTo(LIMIT);
    }

    private static double run(String... arguments) throws Exception {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), Tidig.class.getName()));
        command.addAll(List.of(arguments));
        var began = System.nanoTime();
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // Not on the command line, of which the system would tell Tidig only the beginning.
        builder.environment()
                .put(
                        "CLASSPATH",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        var process = builder.start();
        var code = process.waitFor();
        assertThat(code).describedAs(String.join(" ", arguments)).isZero();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
    }
}
