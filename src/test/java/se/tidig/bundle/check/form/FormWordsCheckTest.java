package se.tidig.bundle.check.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.FileRuleSet;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.check.SmallBundle;

/** The English words of applicants' forms. */
class FormWordsCheckTest {

    private static final String FILE = "forms/small-start.en.yaml";
    private static final String WORDS =
            "Field_title: Heading\nField_kind:\n  label: Kind\n  values: { small: Small, large: Large }\n";

    private static SmallBundle bundle() {
        return SmallBundle.sound().change(Bundle.DESCRIPTION, "stages:", "applicantForms: [small-start]\nstages:");
    }

    @Test
    void allWordsAreThere() {
        assertThat(bundle().with(FILE, WORDS).findings()).isEmpty();
    }

    @Test
    void aMissingWordIsAWarningWithFileAndElement() {
        var findings = bundle().with(FILE, WORDS.replace(", large: Large", "")).findings();
        assertThat(findings).hasSize(1).noneMatch(ModelFinding::isError);
        assertThat(findings.get(0).toString())
                .startsWith(FILE + " Field_kind: Varning: engelskt ord saknas för values.large (Stor)");
    }

    @Test
    void aFormThatIsListedAndHasNoWordsIsTold() {
        assertThat(bundle().findings())
                .hasSize(1)
                .first()
                .asString()
                .startsWith(FILE + " small-start: Varning: filen med formulärets engelska ord saknas");
    }

    @Test
    void aWordForSomethingThatIsNotInTheFormIsTold() {
        assertThat(bundle().with(FILE, WORDS + "Field_gone: Gone\n").findings())
                .hasSize(1)
                .first()
                .asString()
                .contains("Field_gone: Varning: formuläret har inte Field_gone");
    }

    @Test
    void aFileThatCannotBeReadIsAnError() {
        assertThat(bundle().with(FILE, "Field_title: a: b\n").findings())
                .hasSize(1)
                .allMatch(ModelFinding::isError)
                .first()
                .asString()
                .contains("filen är inte giltig YAML");
    }

    @Test
    void aTemplateThatTheEnglishWordsBreakIsAnError() {
        assertThat(bundle().with(FILE, WORDS.replace("Heading", "\"Heading {{#if true}}\""))
                        .findings())
                .hasSize(1)
                .allMatch(ModelFinding::isError)
                .first()
                .asString()
                .startsWith(FILE + " title: En mall har #if");
    }

    @Test
    void aListedFormThatDoesNotExistIsAnError() {
        assertThat(bundle().with(FILE, WORDS)
                        .change(Bundle.DESCRIPTION, "[small-start]", "[small-start, smal-start]")
                        .findings())
                .hasSize(1)
                .first()
                .asString()
                .contains("formuläret \"smal-start\" finns inte");
    }

    @Test
    void theWordsAreThoseOfTheVersion() {
        var english = FileRuleSet.of(bundle().with(FILE, WORDS).bundle()).form("small-start", Locale.ENGLISH);
        assertThat(english.orElseThrow().component("kind").orElseThrow().options())
                .containsValues("Small", "Large");
        var without = FileRuleSet.of(bundle().bundle()).form("small-start", Locale.ENGLISH);
        assertThat(without.orElseThrow().component("title").orElseThrow().label())
                .isEqualTo("Rubrik");
    }
}
