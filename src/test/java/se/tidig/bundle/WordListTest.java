package se.tidig.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Labels, mails, letters, models and pages use none of the words that the word list has replaced.
 * {@code replaced-words.tsv} lists the words, the places in which each is wrong, and what to write instead.
 */
class WordListTest {

    /** Forms that applicants and recipients fill in. */
    private static final Set<String> APPLICANTS_FORMS = Set.of(
            "application", "completion-reply", "hearing-reply", "grant-confirmation", "report", "party-document");

    private static final Set<String> LABELS = Set.of("label", "dateLabel", "timeLabel", "rowLabel");
    private static final Set<String> TEXTS = Set.of("text", "description", "patternMessage");

    /** Comments and characters are matched too, so that a quote in one begins no literal. */
    private static final Pattern LITERAL = Pattern.compile(
            "(?s)/\\*.*?\\*/|//[^\\n]*|'(?:\\\\.|[^'\\\\])+'|\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*+)\"");

    private static final Bundle BUNDLE = Bundle.packaged();

    /** A text that people read: its file, the kinds of place that it counts as, and its words. */
    private record Text(String file, Set<String> places, String words) {}

    private record Replaced(String word, String place, String use, List<String> unless) {

        boolean isIn(Text text) {
            return (place.equals("all")
                            || place.equals(text.file())
                            || text.places().contains(place))
                    && stands(text);
        }

        private boolean stands(Text text) {
            var whole = word.startsWith("=");
            var sought = Pattern.quote(whole ? word.substring(1) : word);
            var pattern =
                    whole ? "\\s*" + sought + ":?\\s*" : ".*(?<![\\p{L}\\d-])" + sought + "(?![\\p{L}\\d]|-\\p{L}).*";
            return unless.stream().noneMatch(text.words().toLowerCase()::contains)
                    && Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                            .matcher(text.words())
                            .matches();
        }
    }

    @Test
    void peopleReadNoReplacedWord() throws Exception {
        var replaced = replaced();
        var found = new ArrayList<String>();
        for (var text : texts()) {
            replaced.stream()
                    .filter(word -> word.isIn(text))
                    .forEach(word -> found.add("%s: \"%s\" i \"%s\"; skriv %s"
                            .formatted(text.file(), word.word(), text.words().strip(), word.use())));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aWordIsFoundAsAWholeWordAndAHeadingAsAWholeHeading() {
        var slag = new Replaced("=slag", "all", "typ", List.of());
        var insats = new Replaced("insatser", "all", "verksamheter", List.of("tidiga insatser"));

        assertThat(slag.isIn(label("Slag"))).isTrue();
        assertThat(slag.isIn(label("Slag av avtal"))).isFalse();
        assertThat(insats.isIn(label("Andra insatser i länet"))).isTrue();
        assertThat(insats.isIn(label("Statsbidrag till tidiga insatser"))).isFalse();
        assertThat(insats.isIn(label("Arbetsinsatser"))).isFalse();
    }

    @Test
    void theProgramsSentencesAreReadAndItsCommentsAndCodesAreNot() {
        var source = "/* \"Ett kvitto\" */ char c = '\"'; note(\"Ett \\\"kvitto\\\" kom\"); // \"Kvitto\"\n"
                + "put(\"kvitto-\", \"Avvisad\");";

        assertThat(literals(source)).containsExactly("Ett \\\"kvitto\\\" kom", "Avvisad");
    }

    private static Text label(String words) {
        return new Text("forms/x.form", Set.of("labels"), words);
    }

    private static List<Replaced> replaced() throws IOException {
        try (var in = WordListTest.class.getResourceAsStream("/replaced-words.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cell -> new Replaced(
                            cell[0],
                            cell[1],
                            cell[2],
                            List.of(cell).subList(Math.min(3, cell.length), cell.length).stream()
                                    .flatMap(unless -> Stream.of(unless.split("\\|")))
                                    .map(String::toLowerCase)
                                    .toList()))
                    .toList();
        }
    }

    private static List<Text> texts() throws Exception {
        var texts = new ArrayList<Text>();
        for (var form : BUNDLE.names("forms/", ".form")) {
            var applicants = APPLICANTS_FORMS.contains(form.replaceAll(".*/|\\.form", ""));
            fields(form, applicants, new ObjectMapper().readTree(BUNDLE.bytes(form)), texts);
        }
        for (var mail : BUNDLE.names("forms/mails/", ".txt")) {
            BUNDLE.text(mail)
                    .replaceAll("\\[[(#/].*?(?:\\)]|\"]|/?])", " ")
                    .lines()
                    .forEach(line -> texts.add(new Text(mail, Set.of("mails", "applicant"), line)));
        }
        for (var text : BUNDLE.names("forms/", ".html")) {
            var place = text.startsWith("forms/mails/") ? "mails" : "letters";
            Stream.of(BUNDLE.text(text).split("<[^>]*>"))
                    .map(HtmlUtils::htmlUnescape)
                    .forEach(words -> texts.add(new Text(text, Set.of(place, "applicant"), words)));
        }
        for (var process : BUNDLE.names("processes/", ".bpmn")) {
            elements(process, "processes", texts);
        }
        for (var table : BUNDLE.names("dmn/", ".dmn")) {
            elements(table, "tables", texts);
        }
        for (var messages : List.of("/messages.properties", "/form-messages.properties", "/legal-texts.properties")) {
            try (var in = WordListTest.class.getResourceAsStream(messages)) {
                pages(messages.substring(1), in, texts);
            }
        }
        program(texts);
        return texts;
    }

    /**
     * The sentences and names that the program itself says. The checks of a bundle are left out: they cite the
     * words of files and of the Modeler.
     */
    private static void program(List<Text> texts) throws IOException {
        var sources = Path.of("src/main/java");
        try (var files = Files.walk(sources)) {
            for (var file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().contains("/bundle/check/"))
                    .toList()) {
                literals(Files.readString(file))
                        .forEach(words ->
                                texts.add(new Text(sources.relativize(file).toString(), Set.of("program"), words)));
            }
        }
    }

    /** The string literals of a source file that a person may read: a code or a path has neither space nor capital. */
    private static Stream<String> literals(String source) {
        return LITERAL.matcher(source)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(words -> words != null && !words.isBlank())
                .filter(words -> words.contains(" ") || Character.isUpperCase(words.charAt(0)));
    }

    private static void fields(String form, boolean applicants, JsonNode node, List<Text> texts) {
        node.fields().forEachRemaining(field -> {
            var isLabel = LABELS.contains(field.getKey());
            if (field.getValue().isTextual() && (isLabel || TEXTS.contains(field.getKey()))) {
                var places = new java.util.HashSet<>(Set.of("forms"));
                if (isLabel) {
                    places.add("labels");
                }
                if (applicants) {
                    places.add("applicant");
                }
                var words = field.getValue().asText().replaceAll("\\{\\{.*?}}", " ");
                for (var line : words.split("\\*\\*|\\n")) {
                    texts.add(new Text(form, places, line));
                }
            }
            fields(form, applicants, field.getValue(), texts);
        });
        if (node.isArray()) {
            node.forEach(item -> fields(form, applicants, item, texts));
        }
    }

    /** Names, labels and descriptions, and the strings that a table gives. */
    private static void elements(String file, String place, List<Text> texts) throws Exception {
        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(BUNDLE.bytes(file)));
        var all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            var element = (Element) all.item(i);
            var tag = element.getTagName().replaceAll(".*:", "");
            if (!tag.startsWith("input") || element.hasAttribute("label")) {
                add(file, place, element.getAttribute("label"), texts);
            }
            if (!element.getTagName().startsWith("camunda:") && !tag.equals("output") && !tag.equals("message")) {
                add(file, place, element.getAttribute("name"), texts);
            }
            if (tag.equals("documentation") || tag.equals("description")) {
                add(file, place, element.getTextContent(), texts);
            }
            if (place.equals("tables") && tag.equals("text")) {
                var quoted = Pattern.compile("\"([^\"]*)\"").matcher(element.getTextContent());
                while (quoted.find()) {
                    add(file, place, quoted.group(1), texts);
                }
            }
        }
    }

    private static void add(String file, String place, String words, List<Text> texts) {
        if (!words.isBlank()) {
            texts.add(new Text(file, Set.of(place), words));
        }
    }

    private static void pages(String file, InputStream in, List<Text> texts) throws IOException {
        var properties = new Properties();
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        properties.values().forEach(value -> texts.add(new Text(file, Set.of("pages"), value.toString())));
    }
}
