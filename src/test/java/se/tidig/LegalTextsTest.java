package se.tidig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Provisions are named in the bundle and in message files, not in Java. */
class LegalTextsTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** Classes that may name one, each with its reason. */
    private static final Map<String, String> MAY_NAME_ONE =
            Map.of("StaffAnswers.java", "the demonstration's officers choose among the alternatives of a form");

    /** Comments and characters are matched too, so that a quote in one begins no literal. */
    private static final Pattern LITERAL = Pattern.compile(
            "(?s)/\\*.*?\\*/|//[^\\n]*|'(?:\\\\.|[^'\\\\])+'|(\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\")");

    private static final Pattern PROVISION = Pattern.compile("§|\\\\u00[aA]7");

    private static final Pattern USE = Pattern.compile("LegalTexts\\.of\\(([^;]*?)[,)]");

    private static final Pattern KEY = Pattern.compile("\"([A-Za-z.-]+)\"");

    @Test
    void noSentenceInJavaNamesAProvision() throws IOException {
        try (var files = sources()) {
            assertThat(files.filter(file ->
                                    !MAY_NAME_ONE.containsKey(file.getFileName().toString()))
                            .flatMap(file -> literals(file).stream()
                                    .filter(PROVISION.asPredicate())
                                    .map(literal -> SOURCES.relativize(file) + ": " + literal)))
                    .as("move the sentence to legal-texts.properties, or to the bundle")
                    .isEmpty();
        }
    }

    @Test
    void everySentenceIsUsedAndEveryUseHasItsSentence() throws IOException {
        var keys = new TreeSet<String>();
        try (var files = sources()) {
            files.map(LegalTextsTest::read)
                    .flatMap(source -> USE.matcher(source).results())
                    .flatMap(use -> KEY.matcher(use.group(1)).results())
                    .forEach(key -> keys.add(key.group(1)));
        }
        var texts = new Properties();
        try (var in = LegalTextsTest.class.getResourceAsStream("/legal-texts.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        assertThat(texts.stringPropertyNames()).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(texts.values()).allSatisfy(text -> assertThat((String) text).contains("§"));
    }

    @Test
    void aYearIsWrittenWithoutGroups() {
        assertThat(LegalTexts.of("terms.newPriceBase", 2027)).startsWith("Prisbasbeloppet för 2027 är infört");
    }

    private static Stream<Path> sources() throws IOException {
        return Files.walk(SOURCES).filter(file -> file.toString().endsWith(".java"));
    }

    private static List<String> literals(Path file) {
        return LITERAL.matcher(read(file))
                .results()
                .map(found -> found.group(1))
                .filter(literal -> literal != null)
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
