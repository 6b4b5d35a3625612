package se.tidig.bundle.careless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.VocabularyReader;
import se.tidig.bundle.check.BundleCheck;

/**
 * The packaged bundle with one mistake at a time. Either the check reports file, element and cause, or the mistake
 * provably changes nothing, or the handbook says that the check cannot see it.
 */
class CarelessOwnerTest {

    private static final BundleCheck CHECK = new BundleCheck(VocabularyReader.read());
    private static final Path HANDBOOK = Path.of("docs/processagare.md");

    @ParameterizedTest(name = "{0}")
    @MethodSource({"processes", "tables", "forms", "texts"})
    void aMistakeIsReportedWithFileElementAndCause(Slip slip) {
        var errors = CHECK.check(slip.bundle().get()).stream()
                .filter(ModelFinding::isError)
                .toList();
        assertThat(errors)
                .extracting(ModelFinding::file, ModelFinding::element, ModelFinding::cause)
                .contains(tuple(slip.file(), slip.element(), slip.cause()));
        assertThat(errors).allSatisfy(error -> {
            assertThat(error.remedy()).isNotBlank();
            assertThat(error.toString())
                    .doesNotContain("kan inte kontrolleras färdigt")
                    .doesNotContain("\n");
        });
    }

    static Stream<Slip> processes() {
        return ProcessSlips.all();
    }

    static Stream<Slip> tables() {
        return TableSlips.all();
    }

    static Stream<Slip> forms() {
        return FormSlips.all();
    }

    static Stream<Slip> texts() {
        return TextSlips.all();
    }

    @Test
    void noTwoMistakesHaveTheSameName() {
        var names = Stream.of(processes(), tables(), forms(), texts())
                .flatMap(slips -> slips)
                .map(Slip::name)
                .toList();
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(180);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aMistakeThatChangesNothingPasses(String name) {
        var harmless = HarmlessSlips.all().get(name);
        var bundle = harmless.bundle().get();
        assertThat(bundle.hash()).isNotEqualTo(CarelessOwner.BUNDLE.hash());
        assertThat(CHECK.check(bundle)).isEmpty();
        harmless.proof().accept(bundle);
    }

    static Stream<String> aMistakeThatChangesNothingPasses() {
        return HarmlessSlips.all().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theCheckPassesWhatTheHandbookSaysItCannotSee(String name) {
        var bundle = UnseenSlips.all().get(name).get();
        assertThat(bundle.hash()).isNotEqualTo(CarelessOwner.BUNDLE.hash());
        assertThat(CHECK.check(bundle)).filteredOn(ModelFinding::isError).isEmpty();
    }

    static Stream<String> theCheckPassesWhatTheHandbookSaysItCannotSee() {
        return UnseenSlips.all().keySet().stream();
    }

    @Test
    void theHandbookListsEveryMistakeThatTheCheckCannotSee() throws IOException {
        var listed = Pattern.compile("(?m)^\\| ([^|]+) \\| [^|]{20,} \\| [^|]{10,} \\|$")
                .matcher(Files.readString(HANDBOOK).split("## Vad kontrollen inte ser", 2)[1])
                .results()
                .map(found -> found.group(1));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(UnseenSlips.all().keySet());
    }
}
