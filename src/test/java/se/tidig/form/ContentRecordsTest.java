package se.tidig.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.tidig.Reference;
import se.tidig.Sek;

class ContentRecordsTest {

    record Ground(String paragraph, String reason) {}

    record Decision(Sek amount, LocalDate date, Instant decidedAt, boolean granted, List<Ground> grounds) {}

    record Draft(Sek amount, LocalDate due, List<String> paragraphs) {}

    record Careless(String name, Map<String, Object> rest) {}

    static class Provider implements CaseContent {

        @Shows("decision")
        Optional<Decision> decision(CaseTask task) {
            return Optional.of(
                    new Decision(Sek.of(181_500), null, Instant.EPOCH, true, List.of(new Ground("8 §", null))));
        }

        @Fills
        Draft draft(CaseTask task) {
            return new Draft(Sek.of(181_500), LocalDate.of(2026, 11, 21), List.of());
        }

        @Fills(
                answersOf = "report",
                questions = {"use", "costs"})
        Map<String, Object> answers(CaseTask task) {
            return Map.of("use", "Till undervisning");
        }

        @Shows(value = "answers", answersOf = "application")
        Map<String, Object> application(CaseTask task) {
            return Map.of("title", "Svenska på stan");
        }
    }

    static class Untyped implements CaseContent {

        @Shows("careless")
        Careless careless(CaseTask task) {
            return null;
        }
    }

    static class Elsewhere implements CaseContent {

        @Shows("elsewhere")
        Reference elsewhere(Reference reference) {
            return reference;
        }
    }

    @Test
    void aRecordDeclaresItsFieldsAndThoseOfItsRows() {
        assertThat(fieldsOf("decision"))
                .containsExactlyInAnyOrder(
                        "amount", "date", "decidedAt", "granted", "grounds.paragraph", "grounds.reason");
    }

    @Test
    void eachComponentOfWhatFillsInAFormIsAKeyOfItsOwn() {
        assertThat(fieldsOf("amount")).isEmpty();
        assertThat(fieldsOf("paragraphs")).isEmpty();
        assertThat(read("draft", "amount")).isEqualTo(new BigDecimal("181500.00"));
        assertThat(read("draft", "due")).isEqualTo("2026-11-21");
    }

    @Test
    void answersAreDeclaredByTheFormThatAsks() {
        assertThat(fieldsOf("answers")).containsExactly("*application");
        assertThat(fieldsOf("costs")).containsExactly("*report.costs");
        assertThat(read("answers", "use")).isEqualTo("Till undervisning");
        assertThat(read("answers", "costs")).isNull();
        assertThat(read("application", "answers")).isEqualTo(Map.of("title", "Svenska på stan"));
    }

    @Test
    void peopleReadMoneyAndDaysAndAnEmptyComponentIsAKeyWithoutValue() {
        assertThat(read("decision", "decision"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsExactly(
                        entry("amount", "181\u00a0500\u00a0kr"),
                        entry("date", null),
                        entry("decidedAt", "1 januari 1970 kl. 01.00"),
                        entry("granted", true),
                        entry("grounds", ((Map<?, ?>) read("decision", "decision")).get("grounds")));
        assertThat(((Map<?, ?>) read("decision", "decision")).get("grounds"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .singleElement()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsExactly(entry("paragraph", "8 §"), entry("reason", null));
    }

    @Test
    void aMapIsNoContentUnlessAFormGivesItsKeys() {
        assertThatThrownBy(() -> ShownWord.of(Untyped.class))
                .hasMessageContaining(
                        "Case content cannot be of type java.util.Map<java.lang.String, java.lang.Object>");
    }

    @Test
    void aMethodThatGivesContentTakesTheTask() {
        assertThatThrownBy(() -> ShownWord.of(Elsewhere.class)).hasMessageContaining("must be a CaseTask");
    }

    private static Set<String> fieldsOf(String key) {
        return ShownWord.of(Provider.class).stream()
                .filter(word -> word.key().equals(key))
                .findFirst()
                .orElseThrow()
                .fields();
    }

    private static Object read(String method, String key) {
        return ContentMethod.of(Provider.class).stream()
                .filter(content -> content.method().getName().equals(method))
                .findFirst()
                .orElseThrow()
                .read(new Provider(), key, null);
    }
}
