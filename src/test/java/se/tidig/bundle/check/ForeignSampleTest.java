package se.tidig.bundle.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.tidig.bundle.ModelFinding;

/**
 * Small files in the styles of other tools, versions and languages, each laid in a sound bundle. {@code expected.txt}
 * beside them says exactly what is told of each: what is sound there is not complained of, and what is told is true.
 */
class ForeignSampleTest {

    private static final Path FOLDER = Path.of("src/test/resources/foreign");
    private static final String TABLE = "expected.txt";
    private static final Map<String, String> FOLDERS = Map.of("bpmn", "processes/", "dmn", "dmn/", "form", "forms/");

    @ParameterizedTest
    @MethodSource("files")
    void theCheckTellsExactlyWhatIsSo(String file) throws IOException {
        assertThat(told(file)).isEqualTo(expected().get(file));
    }

    @Test
    void theTableNamesEachFile() throws IOException {
        assertThat(expected().keySet()).containsExactlyInAnyOrderElementsOf(files().toList());
        assertThat(expected().values().stream().filter(List::isEmpty))
                .as("files in which nothing is wrong")
                .hasSizeGreaterThan(9);
    }

    static Stream<String> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> !file.equals(TABLE))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** A file's name on a line of its own, and under it, indented, each finding. */
    private static Map<String, List<String>> expected() throws IOException {
        var expected = new LinkedHashMap<String, List<String>>();
        var latest = new ArrayList<String>();
        for (var line : Files.readAllLines(FOLDER.resolve(TABLE))) {
            if (line.startsWith("    ")) {
                latest.add(line.strip());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                latest = new ArrayList<>();
                expected.put(line, latest);
            }
        }
        return expected;
    }

    private static List<String> told(String file) throws IOException {
        var name = FOLDERS.get(file.substring(file.lastIndexOf('.') + 1)) + file;
        var bundle = SmallBundle.sound().bundle().with(Map.of(name, Files.readAllBytes(FOLDER.resolve(file))));
        return new BundleCheck(SmallBundle.WORDS)
                .check(bundle).stream().map(finding -> shortForm(name, finding)).toList();
    }

    private static String shortForm(String file, ModelFinding finding) {
        return (finding.isError() ? "fel " : "varning ")
                + (finding.file().equals(file) ? "" : finding.file() + " ")
                + finding.element()
                + (finding.element().isEmpty() ? "" : ": ")
                + finding.cause();
    }
}
