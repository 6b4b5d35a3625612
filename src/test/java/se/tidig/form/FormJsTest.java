package se.tidig.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What form-js 1.8.7 submits, the validator accepts, with the same answers; what form-js refuses, it refuses. The
 * differences that are meant stand in {@code docs/form-differences.md} with their reasons.
 */
class FormJsTest {

    private static final int FILLED_IN = Integer.getInteger("tidig.form-pairs", 2_000);
    private static final int TYPED = 300;
    private static final int SHOWN = Math.min(300, FILLED_IN);
    private static final int SIDE_BY_SIDE = 100;

    private static final Path LIST = Path.of("docs", "form-differences.md");

    private static FormJs browser;

    private final FormValidator validator = new FormValidator(Clock.systemUTC());
    private final RandomForms random = new RandomForms(Long.getLong("tidig.form-seed", 20261126));
    private final Set<KnownDifference> met = EnumSet.noneOf(KnownDifference.class);
    private final List<String> unknown = new ArrayList<>();
    private int accepted;

    @BeforeAll
    static void open() {
        browser = new FormJs();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theValidatorAcceptsAndStoresWhatFormJsSubmits() {
        for (int i = 0; i < FILLED_IN; i += SIDE_BY_SIDE) {
            var pairs = sound(random::next);
            compare(pairs, browser.submit(pairs));
        }
        assertThat(unknown).as("differences without a reason").isEmpty();
        assertThat(browser.faults()).as("errors of the page").isEmpty();
        assertThat(accepted).isGreaterThan(FILLED_IN / 4).isLessThan(FILLED_IN * 3 / 4);
        assertThat(met).contains(KnownDifference.LOCKED);
    }

    @Test
    void theValidatorAcceptsAndStoresWhatAPersonTypes() {
        for (int i = 0; i < TYPED; i += SIDE_BY_SIDE) {
            var pairs = sound(random::typed);
            compare(pairs, browser.type(pairs));
        }
        assertThat(unknown).as("differences without a reason").isEmpty();
        assertThat(browser.faults()).as("errors of the page").isEmpty();
        assertThat(accepted).isGreaterThan(TYPED / 4);
    }

    @Test
    void thePortalShowsTheSameFieldsAsFormJs() {
        var differences = new ArrayList<String>();
        var fields = 0;
        for (int i = 0; i < SHOWN; i += SIDE_BY_SIDE) {
            var pairs = sound(random::next);
            var shown = browser.show(pairs);
            for (int j = 0; j < pairs.size(); j++) {
                // form-js ends a form with an empty field, and has a button that the page has itself.
                var theirs = shown.get(j).fields().stream()
                        .map(field -> field.replaceFirst("^html\\|", "text|"))
                        .filter(field -> !field.startsWith("button|") && !field.equals("||||"))
                        .toList();
                var ours = DrawnFields.of(pairs.get(j), shown.get(j).data());
                fields += theirs.size();
                if (!theirs.equals(ours)) {
                    differences.add("form-js " + theirs + "\nportal  " + ours + "\n"
                            + pairs.get(j).json() + "\nholds " + shown.get(j).data());
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(browser.faults()).as("errors of the page").isEmpty();
        assertThat(fields).isGreaterThan(SHOWN * 2);
    }

    @Test
    void everyKnownDifferenceIsRealAndExplainedInTheList() throws IOException {
        for (var known : KnownDifference.values()) {
            var pairs = List.of(known.example());
            compare(pairs, browser.submit(pairs));
            assertThat(met)
                    .as("differences that the example of " + known + " shows")
                    .contains(known);
        }
        assertThat(unknown).isEmpty();
        try (Stream<String> lines = Files.lines(LIST)) {
            var listed = lines.map(Pattern.compile("^\\| `([a-z-]+)` \\|.*\\|.{20,}\\|$")::matcher)
                    .filter(line -> line.matches())
                    .map(line -> line.group(1))
                    .toList();
            assertThat(listed)
                    .containsExactlyInAnyOrderElementsOf(Stream.of(KnownDifference.values())
                            .map(KnownDifference::id)
                            .toList());
        }
    }

    /** Forms that the check accepts; the others never come before a person. */
    private static List<RandomForms.Pair> sound(java.util.function.Supplier<RandomForms.Pair> made) {
        return Stream.generate(made)
                .filter(pair -> FormSchema.parse(pair.form()).problems().isEmpty())
                .limit(SIDE_BY_SIDE)
                .collect(Collectors.toList());
    }

    private void compare(List<RandomForms.Pair> pairs, List<FormJs.Submitted> submitted) {
        for (int i = 0; i < pairs.size(); i++) {
            compare(pairs.get(i), submitted.get(i));
        }
    }

    private void compare(RandomForms.Pair pair, FormJs.Submitted submitted) {
        var form = FormSchema.parse(pair.form());
        if (submitted.failed() != null) {
            unknown.add(submitted.failed() + "\n" + pair.form());
            return;
        }
        var browsers = new Outcome(form, submitted);
        accepted += browsers.wrong().isEmpty() ? 1 : 0;
        var ours = new Outcome(form, validator, submitted.data(), pair.data());
        for (var difference : browsers.against(ours)) {
            Stream.of(KnownDifference.values())
                    .filter(known -> known.explains(difference))
                    .findFirst()
                    .ifPresentOrElse(
                            met::add,
                            () -> unknown.add(difference + "\n" + pair.json() + "\nsubmits " + submitted.data()));
        }
    }
}
