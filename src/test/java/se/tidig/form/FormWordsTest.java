package se.tidig.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The English words of a form. */
class FormWordsTest {

    private static final String FORM =
            """
            {"id": "f", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform", "components": [
              {"type": "group", "id": "g", "label": "Grupp", "components": [
                {"type": "radio", "id": "r", "key": "r", "label": "Fråga?", "description": "Hjälp",
                 "values": [{"label": "Ja", "value": "true"}, {"label": "Nej", "value": "false"}]},
                {"type": "datetime", "id": "d", "key": "d", "subtype": "date", "dateLabel": "Dag"}]},
              {"type": "dynamiclist", "id": "l", "path": "l", "label": "Rader", "disableCollapse": true,
               "properties": {"rowLabel": "Rad"}, "components": [
                {"type": "textfield", "id": "t", "key": "t", "label": "Text"}]},
              {"type": "textfield", "id": "p", "key": "p", "label": "Papper", "properties": {"paperOnly": "true"}}]}
            """;

    private static JsonNode form() throws Exception {
        return new ObjectMapper().readTree(FORM);
    }

    @Test
    void theWordsReplaceTheSwedishOnes() throws Exception {
        var words = FormWords.read(
                """
                g: Group
                r:
                  label: Question?
                  description: Help
                  values: {true: Yes, false: No}
                d: Day
                l: {label: Rows, rowLabel: Row}
                """);
        var english = FormSchema.parse(words.in(form()));
        assertThat(english.components().get(0).label()).isEqualTo("Group");
        assertThat(english.component("r").orElseThrow().options()).containsValues("Yes", "No");
        assertThat(english.component("d").orElseThrow().label()).isEqualTo("Day");
        assertThat(english.components().get(1).properties()).containsEntry("rowLabel", "Row");
    }

    @Test
    void whatHasNoWordStaysInSwedishAndIsMissing() throws Exception {
        var words = FormWords.read("g: Group\nr: {label: Which, values: {true: Yes}}\nl: Rows\nt: Text");
        assertThat(FormSchema.parse(words.in(form()))
                        .component("r")
                        .orElseThrow()
                        .options())
                .containsEntry("false", "Nej");
        assertThat(words.missing(form()))
                .extracting(word -> word.id() + " " + word.name())
                .containsExactly("r description", "r values.false", "d label", "l rowLabel");
    }

    @Test
    void noWordIsAskedForWhatStandsOnPaperOnly() throws Exception {
        assertThat(FormWords.read("g: Group").missing(form()))
                .extracting(FormWords.Word::id)
                .doesNotContain("p");
    }

    @Test
    void aWordForSomethingThatTheFormLacksIsUnknown() throws Exception {
        assertThat(FormWords.read("gone: Gone\nr: {label: Which, values: {maybe: Maybe}}")
                        .unknown(form()))
                .containsExactly("gone", "r: values.maybe");
    }

    @Test
    void aFileThatIsNoYamlIsRefused() {
        assertThatThrownBy(() -> FormWords.read("a: b: c")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FormWords.read("a: b\na: c")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FormWords.read("just text")).isInstanceOf(IllegalArgumentException.class);
    }
}
