package se.tidig.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tidig.eligibility.Fact.Type;
import se.tidig.form.FormSchema;

/** Which facts a form's questions are, and what their answers are read as. */
class FormFactsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'type':'number' | NUMBER",
                "'type':'number','validate':{'min':-5} | NUMBER",
                "'type':'number','validate':{'min':0} | COUNT",
                "'type':'number','validate':{'min':1} | COUNT",
                "'type':'number','properties':{'check':'money'} | MONEY",
                "'type':'number','properties':{'check':'money'},'validate':{'min':0} | MONEY",
                "'type':'number','properties':{'check':'money'},'validate':{'min':1} | MONEY_ABOVE_ZERO",
                "'type':'datetime' | DATE",
                "'type':'datetime','subtype':'date' | DATE",
                "'type':'datetime','subtype':'time' | TEXT",
                "'type':'datetime','subtype':'datetime' | LOCAL_DATE_TIME",
                "'type':'select','valuesKey':'options' | TEXT",
                "'type':'select','values':[{'label':'A','value':'a'},{'label':'B','value':'b'}] | CHOICE",
                "'type':'radio','values':[{'label':'Ja','value':'true'},{'label':'Nej','value':'false'}] | BOOLEAN",
                "'type':'taglist','valuesKey':'options' | TEXTS",
                "'type':'checklist','values':[{'label':'A','value':'a'}] | CHOICES",
                "'type':'checkbox' | BOOLEAN",
                "'type':'textarea' | TEXT",
            })
    void theTypeOfAFactFollowsItsQuestion(String question, Type type) {
        assertThat(FormFacts.of(form("{'id':'q','key':'q','label':'Q'," + question + "}")))
                .singleElement()
                .satisfies(fact -> assertThat(fact.type()).isEqualTo(type));
    }

    @Test
    void questionsWhoseKeysShareABeginningAreOneGroupOfFacts() {
        var facts = FormFacts.of(form(
                "{'id':'a','key':'contact.name','label':'A','type':'textfield'}",
                "{'id':'b','key':'title','label':'B','type':'textfield'}",
                "{'id':'c','key':'contact.since','label':'C','type':'datetime'}"));

        assertThat(facts).extracting(Fact::name).containsExactly("title", "contact");
        assertThat(facts.get(1).type()).isEqualTo(Type.CONTEXT);
        assertThat(facts.get(1).members()).extracting(Fact::name).containsExactly("name", "since");
        assertThat(read(facts, Map.of("title", "Kafé", "contact", Map.of("name", "Anna", "since", "2026-01-02")))
                        .get("contact"))
                .isEqualTo(Map.of("name", "Anna", "since", LocalDate.of(2026, 1, 2)));
    }

    @Test
    void aMomentIsReadWithItsOffsetOrAsTheClockShowsIt() {
        var facts = List.of(Fact.form("at", Type.LOCAL_DATE_TIME));

        assertThat(read(facts, Map.of("at", "2026-09-20T16:00")))
                .containsEntry("at", LocalDateTime.of(2026, 9, 20, 16, 0));
        assertThat(read(facts, Map.of("at", "2026-09-20T16:00:00+02:00")))
                .containsEntry("at", ZonedDateTime.parse("2026-09-20T16:00:00+02:00"));
        assertThat(read(
                        List.of(Fact.form("at", Type.DATE_TIME)),
                        Map.of("at", ZonedDateTime.parse("2026-09-20T16:00Z"))))
                .containsEntry("at", ZonedDateTime.parse("2026-09-20T16:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09-20", "2026-09-20 16:00", "2026-09-20T25:00"})
    void aMomentThatCannotBeReadIsRefusedWithTheFactAndWhatItShouldBe(String given) {
        assertThatThrownBy(() -> read(List.of(Fact.form("at", Type.LOCAL_DATE_TIME)), Map.of("at", given)))
                .isInstanceOf(FactError.class)
                .hasMessageContaining(" at ")
                .hasMessageContaining("har värdet \"" + given + "\"")
                .hasMessageContaining("datum och klockslag, till exempel 2026-09-20T16:00");
    }

    @Test
    void aNumberOfMonthsIsWholeAboveZeroAndBelowATrillion() {
        var months = List.of(Fact.limit("months", Type.MONTHS));

        assertThat(read(months, Map.of("months", 999_999_999_999L)))
                .containsEntry("months", new BigDecimal("999999999999"));
        for (Object wrong : List.of(0, -1, 1.5, 1_000_000_000_000L)) {
            assertThatThrownBy(() -> read(months, Map.of("months", wrong)))
                    .isInstanceOf(FactError.class)
                    .hasMessageContaining("har värdet " + wrong)
                    .hasMessageContaining("ett helt antal månader över 0");
        }
    }

    private static Map<String, Object> read(List<Fact> facts, Map<String, Object> given) {
        return new FactReader("K-2026-2-017").read(facts, given, "");
    }

    private static FormSchema form(String... components) {
        return FormSchema.parse(("{'id':'application','schemaVersion':16,'type':'default','components':["
                        + String.join(",", components) + "]}")
                .replace('\'', '"'));
    }
}
