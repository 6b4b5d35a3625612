package se.tidig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActorTest {

    @ParameterizedTest
    @ValueSource(strings = {"officerK1", "amina@example.org", "Anna Lind"})
    void staffApplicantsAndPeopleWithoutAnAccountAct(String text) {
        assertThat(Actor.of(text)).hasToString(text);
        assertThat(Actor.find(text)).contains(new Actor(text));
        assertThat(Actor.text(Actor.of(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void anEmptyTextIsNobody(String text) {
        assertThat(Actor.find(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Actor.of(text)).withMessageContaining("ingen person");
    }

    @Test
    void whatAProcessDoesByItselfHasNoActor() {
        assertThat(Actor.of(null)).isNull();
        assertThat(Actor.find(null)).isEmpty();
        assertThat(Actor.text(null)).isNull();
    }

    @Test
    void itIsStoredAsItsText() {
        assertThat(JsonColumn.text(Actor.of("officerK1"))).isEqualTo("\"officerK1\"");
    }
}
