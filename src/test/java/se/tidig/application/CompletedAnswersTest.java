package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a completion changes in the answers of an application, and what it keeps. */
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

    @Test
    void anotherAgentNeedsAPowerOfAttorneyOfItsOwnAndTheSameAgentKeepsIts() {
        var before = Map.<String, Object>of(
                "agentName",
                "Bo Ek",
                "powerOfAttorney",
                true,
                "powerOfAttorneyExtent",
                "Hela ärendet",
                "title",
                "Kafé");

        assertThat(joined(before, Map.of("agentName", "Ida Alm")))
                .isEqualTo(Map.of("agentName", "Ida Alm", "title", "Kafé"));
        assertThat(joined(before, Map.of("agentName", "Bo Ek"))).isEqualTo(before);
        assertThat(joined(before, Map.of("title", "Språkkafé"))).containsEntry("powerOfAttorney", true);
    }

    @Test
    void aRowIsEmptyOnlyIfNothingInItIsAnswered() {
        var row = new HashMap<String, Object>();
        row.put("description", null);
        row.put("internship", true);

        assertThat(joined(Map.of("budgetLines", List.of()), Map.of("budgetLines", List.of(row))))
                .containsEntry("budgetLines", List.of(row));
    }

    /** With documents as a list, in the order in which the form shows them. */
    private static Map<String, Object> joined(Map<String, Object> before, Map<String, Object> completed) {
        var answers = new HashMap<>(CompletedAnswers.of(before, completed));
        answers.computeIfPresent("attachments", (key, documents) -> List.copyOf((Collection<?>) documents));
        return answers;
    }
}
