package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a completion changes in the answers of an application, and what it leaves. */
class CompletedAnswersTest {

    @Test
    void documentsAreAddedToThoseTheBoardHas() {
        assertThat(joined(
                        Map.of("attachments", List.of("statutes", "annualReport")),
                        Map.of("attachments", List.of("annualReport", "signatoryProof"))))
                .containsEntry("attachments", List.of("statutes", "annualReport", "signatoryProof"));
    }

    @Test
    void documentsThatTheBoardHasStayIfNoneAreSent() {
        assertThat(joined(Map.of("attachments", List.of("statutes")), Map.of("attachments", List.of())))
                .containsEntry("attachments", List.of("statutes"));
        assertThat(joined(Map.of(), Map.of("attachments", List.of("statutes"))))
                .containsEntry("attachments", List.of("statutes"));
    }

    @Test
    void anAnswerReplacesTheEarlierOneAndOthersStay() {
        assertThat(joined(
                        Map.of("title", "Kafé", "participantFee", 20, "focusAreas", List.of("swedish", "health")),
                        Map.of("participantFee", 0, "focusAreas", List.of("society"))))
                .isEqualTo(Map.of("title", "Kafé", "participantFee", 0, "focusAreas", List.of("society")));
    }

    @Test
    void whatIsLeftOpenChangesNothing() {
        var before = Map.<String, Object>of(
                "title", "Kafé", "focusAreas", List.of("swedish"), "budgetLines", List.of(Map.of("amount", 1)));
        var completed = new HashMap<String, Object>();
        completed.put("title", "");
        completed.put("focusAreas", List.of());
        completed.put("budgetLines", List.of(Map.of("description", "", "internship", false)));
        completed.put("giro", null);

        assertThat(joined(before, completed)).isEqualTo(before);
    }

    /** With documents as a list, in the order in which the form shows them. */
    private static Map<String, Object> joined(Map<String, Object> before, Map<String, Object> completed) {
        var answers = new HashMap<>(CompletedAnswers.of(before, completed));
        answers.computeIfPresent("attachments", (key, documents) -> List.copyOf((Collection<?>) documents));
        return answers;
    }
}
