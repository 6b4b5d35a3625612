package se.tidig.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Swedish words of the Camunda webapps must match the English ones of the Camunda version in use. */
class WebappLocaleTest {

    private static final String APPS = "META-INF/resources/webjars/camunda/app/";
    private static final String BANNER = "/labels/BANNER_CE_EOL_TEXT";

    /** Words that are the same in both languages, products, and identifiers; compared without case and punctuation. */
    private static final Set<String> SAME_IN_BOTH = Set.of(
            "batch",
            "csv",
            "element",
            "filter",
            "global",
            "information",
            "json",
            "ok",
            "operator",
            "optimize",
            "period",
            "process",
            "requestpayload",
            "status",
            "system",
            "version");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*\\w*\\s*}}|\\{}");
    private static final Pattern MARKUP = Pattern.compile("</?(?:a|br|strong)\\b[^>]*>");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void hasExactlyTheKeysOfTheEnglishFile(String app) throws IOException {
        assertThat(read(app, "sv").keySet()).isEqualTo(read(app, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void leavesNoTextInEnglish(String app) throws IOException {
        var swedish = read(app, "sv");
        read(app, "en").forEach((key, english) -> {
            String word = english.replaceAll("[\\s\\p{Punct}]", "").toLowerCase();
            if (key.startsWith("/labels/") && !word.isEmpty() && !SAME_IN_BOTH.contains(word)) {
                assertThat(swedish.get(key)).as(key).isNotEqualTo(english);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void keepsPlaceholdersAndMarkup(String app) throws IOException {
        var swedish = read(app, "sv");
        read(app, "en").forEach((key, english) -> {
            if (!key.equals(BANNER)) {
                String text = swedish.get(key);
                assertThat(all(PLACEHOLDER, text)).as(key).isEqualTo(all(PLACEHOLDER, english));
                assertThat(all(MARKUP, text)).as(key).isEqualTo(all(MARKUP, english));
                assertThat(text.isBlank()).as(key).isEqualTo(english.isBlank());
                assertThat(text.startsWith(" ")).as(key).isEqualTo(english.startsWith(" "));
                assertThat(text.endsWith(" ")).as(key).isEqualTo(english.endsWith(" "));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void hidesTheBanner(String app) throws IOException {
        assertThat(read(app, "sv")).containsEntry(BANNER, "");
        assertThat(text(APPS + app + "/styles/user-styles.css")).contains(".ce-eol-banner", "display: none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void offersSwedishOnlyAndComesBeforeTheWebjar(String app) throws IOException {
        String config = APPS + app + "/scripts/config.js";
        assertThat(getClass().getClassLoader().getResources(config).asIterator())
                .toIterable()
                .as("our file and the one of the webjar")
                .hasSizeGreaterThan(1);
        assertThat(text(config))
                .contains("availableLocales: ['sv']", "fallbackLocale: 'sv'", "vendor: 'Tidig'")
                .doesNotContain("'en'");
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(found -> found.replace(" ", ""))
                .sorted()
                .toList();
    }

    /** Every value under its JSON pointer, list elements included. */
    private static TreeMap<String, String> read(String app, String locale) throws IOException {
        // Camunda's files begin with a byte order mark, which Jackson does not accept in a string.
        String json = text(APPS + app + "/locales/" + locale + ".json").replace("\uFEFF", "");
        var values = new TreeMap<String, String>();
        flatten("", new ObjectMapper().readTree(json), values);
        return values;
    }

    private static void flatten(String pointer, JsonNode node, TreeMap<String, String> values) {
        if (node.isObject()) {
            node.properties().forEach(field -> flatten(pointer + "/" + field.getKey(), field.getValue(), values));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(pointer + "/" + i, node.get(i), values);
            }
        } else {
            values.put(pointer, node.asText());
        }
    }

    private static String text(String path) throws IOException {
        URL url = WebappLocaleTest.class.getClassLoader().getResource(path);
        assertThat(url).as(path).isNotNull();
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
