package se.tidig.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tidig.call.CallFigures;
import se.tidig.call.CallStatus;
import se.tidig.form.FormSchema;

/** Every text of a page exists in both languages, and no template contains text. */
class TemplatesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY = Pattern.compile("#\\{([\\w.]+)");
    private static final Pattern PREFIX = Pattern.compile("#\\{\\|([\\w.]+\\.)\\$\\{");
    private static final Pattern READ_OUT =
            Pattern.compile("\\s(?:alt|title|aria-label|placeholder|aria-description)=\"([^\"]*)\"");
    /** The name of the service is the same in all languages. */
    private static final String NAME = "Tidig";

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateContainsNoText(Path template) throws IOException {
        var html = Files.readString(template);
        var text = html.replaceAll("(?s)<!--.*?-->", "").replaceAll("(?s)<[^>]+>", " ");
        assertThat(text.replace(NAME, "").replaceAll("[\\s·,–&;]+", "")).isEmpty();
        var readOut = READ_OUT.matcher(html.replace("th:aria-label", "th-aria-label"));
        assertThat(readOut.results().map(found -> found.group(1))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTextOfATemplateExists(Path template) throws IOException {
        var html = Files.readString(template);
        var keys = messages("messages.properties").stringPropertyNames();
        assertThat(KEY.matcher(html).results().map(found -> found.group(1))).allMatch(keys::contains);
        assertThat(PREFIX.matcher(html).results().map(found -> found.group(1)))
                .allMatch(prefix -> keys.stream().anyMatch(key -> key.startsWith(prefix)));
    }

    /** Of two texts with one key, the reader of the file takes the last without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_en.properties"})
    void noKeyStandsTwice(String file) throws IOException {
        var keys = Files.readAllLines(Path.of("src/main/resources", file)).stream()
                .filter(line -> line.matches("[\\w.]+\\s*=.*"))
                .map(line -> line.replaceFirst("\\s*=.*", ""))
                .toList();
        assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void everyTextExistsInBothLanguages() throws IOException {
        var swedish = messages("messages.properties");
        var english = messages("messages_en.properties");
        var translated = new TreeSet<>(english.stringPropertyNames());
        // The Swedish words for the alternatives of a form are in the form.
        assertThat(translated.removeIf(key -> key.matches("(area|cost)\\..*"))).isTrue();
        assertThat(new TreeSet<>(swedish.stringPropertyNames())).isEqualTo(translated);
        assertThat(swedish.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
    }

    /** A call's page has the areas and costs in English from the message file, and in Swedish from the form. */
    @ParameterizedTest
    @CsvSource({"earmarks.focusArea, area.", "excludedCategories, cost."})
    void everyAlternativeThatACallNamesHasAnEnglishWord(String question, String prefix) throws IOException {
        var values =
                FormSchema.parse(Files.readString(Path.of("forms/call.form"))).options(question);
        assertThat(values).isNotEmpty();
        assertThat(messages("messages_en.properties").stringPropertyNames())
                .containsAll(
                        values.keySet().stream().map(value -> prefix + value).toList());
    }

    @Test
    void everyStateOfACallAndEveryFigureHasText() throws IOException {
        var keys = messages("messages.properties").stringPropertyNames();
        assertThat(Arrays.stream(CallStatus.values()).map(status -> "call.status." + status))
                .allMatch(keys::contains);
        assertThat(Arrays.stream(CallStatus.values())
                        .filter(CallStatus::isPublic)
                        .map(status -> "call.state." + status))
                .allMatch(keys::contains);
        assertThat(Arrays.stream(CallFigures.Stage.values()).map(stage -> "call.figure." + stage))
                .allMatch(keys::contains);
    }

    private static Properties messages(String file) throws IOException {
        var messages = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            messages.load(reader);
        }
        return messages;
    }
}
