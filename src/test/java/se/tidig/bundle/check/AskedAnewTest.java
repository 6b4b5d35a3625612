package se.tidig.bundle.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.VocabularyReader;

/** A reply asks the questions of the application, and the table of conditions names them: both are checked. */
class AskedAnewTest {

    private static final String REPLY = "forms/completion-reply.form";
    private static final String TABLE = "dmn/eligibility.dmn";

    private final BundleCheck check = new BundleCheck(VocabularyReader.read());

    @Test
    void aReplyThatDoesNotAskThemIsToldAndNotRefused() {
        var found = of(REPLY, "\"questionsOf\": \"application\",", "");

        assertThat(found).filteredOn(ModelFinding::isError).isEmpty();
        assertThat(found)
                .filteredOn(finding -> finding.file().equals(REPLY))
                .singleElement()
                .satisfies(finding -> assertThat(finding.cause()).contains("application ställs inte"));
    }

    @Test
    void aFormContentOrBoxThatIsNotThereIsRefused() {
        assertThat(errors(REPLY, "\"questionsOf\": \"application\"", "\"questionsOf\": \"aplication\""))
                .singleElement()
                .asString()
                .contains("aplication", "finns inte", "application");
        assertThat(errors(REPLY, "\"asked\": \"askedQuestions\"", "\"asked\": \"questionsAsked\""))
                .singleElement()
                .asString()
                .contains("questionsAsked");
        assertThat(errors(REPLY, "\"allIf\": \"answersMore\"", "\"allIf\": \"more\""))
                .singleElement()
                .asString()
                .contains("allIf");
    }

    @Test
    void aQuestionThatBothFormsAskIsRefused() {
        assertThat(errors(REPLY, "\"key\": \"confirmedBy\"", "\"key\": \"signatoryName\""))
                .anySatisfy(found -> assertThat(found).contains("signatoryName", "finns också i application"));
    }

    @Test
    void aFindingThatNamesAQuestionThatIsNotAskedIsRefused() {
        assertThat(errors(TABLE, "questions: [\"activeInSwedenSince\"]", "questions: [\"activeInSweden\"]"))
                .singleElement()
                .asString()
                .contains("\"activeInSweden\", som inte finns i application");
        assertThat(errors(TABLE, ",\n questions: [\"activeInSwedenSince\"]", ""))
                .isEmpty();
    }

    private List<String> errors(String file, String from, String to) {
        return of(file, from, to).stream()
                .filter(ModelFinding::isError)
                .map(ModelFinding::toString)
                .toList();
    }

    private List<ModelFinding> of(String file, String from, String to) {
        var files = new TreeMap<>(Bundle.packaged().files());
        var text = new String(files.get(file), UTF_8);
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to).getBytes(UTF_8));
        return check.check(new Bundle(files));
    }
}
