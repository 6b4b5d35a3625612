package se.tidig.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.tidig.engine.Delegate;

class VocabularyReaderTest {

    @Delegate(name = "Bara i ett test")
    static class OnlyInATest {}

    @Test
    void containsTheProgramsDelegatesAndNoneOfTheTests() {
        var words = VocabularyReader.read();

        assertThat(words.delegates()).containsKey("registerApplication").doesNotContainKey("onlyInATest");
        assertThat(words.delegates().get("registerApplication").swedishName()).isNotBlank();
        assertThat(words.handlers()).isNotEmpty().allSatisfy((form, handler) -> assertThat(form)
                .doesNotStartWith("form-test"));
        assertThat(words.content().get("applicant")).contains("name").doesNotContain("*application");
        assertThat(words.content().get("answers")).containsExactly("*application");
        assertThat(words.content().get("ruleReview")).isEmpty();
    }
}
