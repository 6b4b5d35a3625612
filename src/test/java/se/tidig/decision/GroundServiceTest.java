package se.tidig.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.EligibilityRecords;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.form.CaseContents;
import se.tidig.form.CaseTask;
import se.tidig.form.WatchedContents;

/** The grounds in a decision: what was found in the examination (32 § FL). */
@TidigTest
class GroundServiceTest {

    private static final String REFUSAL = "userTask_examineRefusal";

    @Autowired
    Play play;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Decisions decisions;

    @Autowired
    EligibilityRecords checks;

    @Autowired
    CaseContents contents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WatchedContents shown;

    @Test
    void aRefusalNamesWhatWasUpheldAndNothingThatWasSetAside() {
        var answers = ApplicationFixture.answers("participantFee", 20);
        answers.put("focusAreas", List.of("other"));
        var reference = cases.takenOn(cases.call(), answers);
        play.as("officerK1")
                .complete(
                        REFUSAL,
                        reference.value(),
                        Map.of(
                                "findingAnswers",
                                List.of(
                                        answer("FEE", "UPHELD", "Avgiften är 20 kronor per gång."),
                                        answer("NO_FOCUS_AREA", "SET_ASIDE", "Samtalen är på svenska.")),
                                "examination",
                                "uphold",
                                "externalMaterial",
                                false));
        cases.goOn();
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        cases.decide(reference, "deciderK");

        assertThat(decisions.get(reference).grounds())
                .containsExactly(new Decision.Ground(
                        "3 § första stycket",
                        "Verksamheten är inte avgiftsfri, eftersom deltagarna ska betala en avgift."
                                + " Avgiften är 20 kronor per gång."));
        assertThat(cases.letter(reference, "decision"))
                .contains("deltagarna ska betala en avgift. Avgiften är 20 kronor per gång. (3 § första stycket)")
                .doesNotContain("svenska språket", "Samtalen är på svenska", "enligt ansökan");
    }

    @Test
    void whatWasExaminedIsSaidAsFoundAndNotAsToBeExamined() {
        var reference = cases.takenOn(cases.call(), ApplicationFixture.answers("purposeCompatible", false));
        assertThat(checks.get(reference).findings()).singleElement().satisfies(finding -> assertThat(finding.reason())
                .endsWith("Pröva det."));
        cases.uphold(reference, "userTask_reviewConditions", "PURPOSE", false);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        cases.decide(reference, "deciderK");

        assertThat(cases.letter(reference, "decision"))
                .contains("Organisationens huvudsakliga syfte är inte förenligt med de värderingar som präglar ett"
                        + " demokratiskt samhälle. Stadgarna är från i somras.")
                .doesNotContain("Pröva det", "behöver pröva");
    }

    @Test
    void aPartialRefusalGivesItsGroundsAndTheCostLinesThatAreLeftOut() {
        var answers = ApplicationFixture.answers();
        answers.put(
                "budgetLines",
                List.of(
                        Map.of("category", "salary", "description", "Samordnare", "amount", 80_000),
                        Map.of("category", "material", "description", "Kläder", "amount", 20_000, "internship", true)));
        var call = cases.call();
        var reference = cases.takenOn(call, answers);
        cases.assess(reference, 3);
        cases.prioritise(call);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.PARTIAL, 80_000L));
        shown.givesEachField("partialGrounds", reference, Map.of());

        var decider =
                new CaseTask(reference, "K", "application", null, "decide", null, null, Actor.of("deciderK"), Map.of());
        assertThat(contents.read("proposal", decider).toString())
                .contains("eftersom de avser praktik: Kläder (20\u00a0000\u00a0kronor)");
        cases.decide(reference, "deciderK");
        assertThat(cases.letter(reference, "decision"))
                .contains("Följande har varit avgörande")
                .contains("eftersom de avser praktik: Kläder (20 000 kronor). (3 § tredje stycket)")
                .contains("högst 80 000 kronor av det sökta beloppet 100 000 kronor");
    }

    @Test
    void aGrantOfEverythingHasNoSuchGrounds() {
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        cases.decide(reference, "deciderK");

        assertThat(decisions.get(reference).grounds()).isEmpty();
    }

    @Test
    void findingsOfEarlierVersionsAreReadWithTheirNameAndTheirOnlyReason() {
        var reference = cases.takenOn(cases.call(), ApplicationFixture.answers("participantFee", 20));
        jdbc.sql(
                        """
                        update tidig.eligibility_record set findings =
                            '[{"code": "FEE", "effect": "INELIGIBLE", "paragraph": "3 §", "reason": "En avgift tas ut."},
                              {"code": "OWN", "effect": "REVIEW", "paragraph": "4 §", "reason": "Något eget."}]'
                        where reference = ?
                        """)
                .param(reference.value())
                .update();

        assertThat(checks.get(reference).findings())
                .containsExactly(
                        new EligibilityFinding(
                                "FEE",
                                "Deltagaravgift",
                                EligibilityFinding.Effect.INELIGIBLE,
                                "3 §",
                                "En avgift tas ut.",
                                "En avgift tas ut."),
                        new EligibilityFinding(
                                "OWN", "OWN", EligibilityFinding.Effect.REVIEW, "4 §", "Något eget.", "Något eget."));
    }

    private static Map<String, Object> answer(String code, String position, String motivation) {
        return Map.of("code", code, "position", position, "motivation", motivation);
    }
}
