package se.tidig.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.TestTime;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationProgressService;
import se.tidig.application.Applications;
import se.tidig.assessment.AssessmentService;
import se.tidig.assessment.EarlierReporting;
import se.tidig.assessment.Judgement;
import se.tidig.decision.Decision.Ground;
import se.tidig.decision.Proposal.Draft;
import se.tidig.organisation.Board;

/** What the officer's form of proposal begins with, and which findings a decision gives as its grounds (32 § FL). */
@DomainTest
class ProposalDraftServiceTest {

    private static final ProposalDraft EMPTY = new ProposalDraft(null, null, null, List.of(), List.of());

    @Autowired
    ApplicationFixture fixture;

    @Autowired
    ApplicationProgressService progress;

    @Autowired
    AssessmentService assessing;

    @Autowired
    ProposalService proposing;

    @Autowired
    CaseDecisionService deciding;

    @Autowired
    ProposalDraftService drafts;

    @Autowired
    GroundService grounds;

    @Autowired
    Applications applications;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"REJECT, REJECTION", "INELIGIBLE, REFUSAL", "REVIEW, REFUSAL"})
    void whatIsNotRankedIsRejectedIfItCannotBeExaminedAndElseRefused(String outcome, DecisionKind kind) {
        var reference = fixture.checked(Board.K, ApplicationFixture.answers("participantFee", 50));
        jdbc.sql("update tidig.eligibility_record set outcome = ?")
                .param(outcome)
                .update();
        progress.exclude(reference);

        assertThat(drafts.of(reference)).isEqualTo(new ProposalDraft(kind, null, null, List.of(), List.of()));
    }

    @Test
    void theReasonsAreThoseOfTheFindingsThatAreUpheld() {
        var reference = checkedWith(
                """
                [{"code": "A", "effect": "INELIGIBLE", "paragraph": "1 §", "reason": "x", "decisionReason": "Står fast."},
                 {"code": "B", "effect": "INELIGIBLE", "paragraph": "2 §", "reason": "x", "decisionReason": "Bortses."},
                 {"code": "C", "effect": "INELIGIBLE", "paragraph": "3 §", "reason": "x", "decisionReason": "Obesvarad."},
                 {"code": "D", "effect": "INELIGIBLE", "paragraph": "4 §", "reason": "x", "decisionReason": "Också."}]
                """);
        answer(reference, "A", "UPHELD");
        answer(reference, "B", "SET_ASIDE");
        answer(reference, "D", "UPHELD");
        progress.exclude(reference);

        assertThat(drafts.of(reference).reasons()).isEqualTo("Står fast.\nOckså.");
    }

    @ParameterizedTest
    @CsvSource({"100000, GRANT, 100000", "99999, PARTIAL, 99999", "0, REFUSAL, "})
    void theRankingProposesTheAmountThatIsComparedWithTheOneAppliedFor(long proposed, DecisionKind kind, Long amount) {
        var reference = fixture.prioritised(Board.K, ApplicationFixture.answers());
        place(reference, proposed, true);

        assertThat(drafts.of(reference))
                .isEqualTo(new ProposalDraft(
                        kind, amount == null ? null : Sek.of(amount), "Plats 1.", List.of(), List.of()));
    }

    @Test
    void theReasonsBeginWithTheNeedAndTheGoalThatWereAssessed() {
        var reference = fixture.checked(Board.K, ApplicationFixture.answers());
        var judgement =
                new Judgement("Behovet.", "Målet.", false, "Ingen vinst.", EarlierReporting.NONE, null, null, Map.of());
        assessing.assess(reference, Actor.of("officerK1"), judgement, ApplicationFixture.RULES);
        progress.assessed(reference);
        progress.prioritise(reference);
        place(reference, 100_000, true);

        assertThat(drafts.of(reference).reasons()).isEqualTo("Behovet.\nMålet.\nPlats 1.");
    }

    @Test
    void nothingIsProposedWithoutAPlaceInASettledRanking() {
        var reference = fixture.prioritised(Board.K, ApplicationFixture.answers());
        assertThat(drafts.of(reference)).isEqualTo(EMPTY);

        place(reference, 100_000, false);
        assertThat(drafts.of(reference)).isEqualTo(EMPTY);
    }

    @Test
    void theOfficerGoesOnWithWhatWasReturnedOrPutAsideAndNotWithWhatIsOpen() {
        TestTime.passTo(Instant.parse("2026-06-01T10:00:00Z"));
        var reference = fixture.prioritised(Board.K, ApplicationFixture.answers());
        var draft = new Draft(DecisionKind.PARTIAL, Sek.of(60_000), "Skäl", List.of("4 §"), List.of("Villkor"), null);
        var again = new ProposalDraft(DecisionKind.PARTIAL, Sek.of(60_000), "Skäl", List.of("4 §"), List.of("Villkor"));
        proposing.propose(reference, Actor.of("officerK1"), draft, ApplicationFixture.RULES);
        assertThat(drafts.of(reference)).isEqualTo(EMPTY);

        deciding.giveBack(reference, Actor.of("deciderK"), "Fel belopp");
        assertThat(drafts.of(reference)).isEqualTo(again);

        proposing.propose(reference, Actor.of("officerK1"), draft, ApplicationFixture.RULES);
        proposing.hold(reference);
        assertThat(drafts.of(reference)).isEqualTo(again);
    }

    @Test
    void aReturnedRefusalHasNoAmount() {
        var reference = fixture.prioritised(Board.K, ApplicationFixture.answers());
        var draft = new Draft(DecisionKind.REFUSAL, Sek.ZERO, "Skäl", List.of("4 §"), List.of(), null);
        proposing.propose(reference, Actor.of("officerK1"), draft, ApplicationFixture.RULES);
        deciding.giveBack(reference, Actor.of("deciderK"), "Skriv tydligare");

        assertThat(drafts.of(reference))
                .isEqualTo(new ProposalDraft(DecisionKind.REFUSAL, null, "Skäl", List.of("4 §"), List.of()));
    }

    @Test
    void aRefusalNamesWhatIsUpheldAndAPartialGrantWhatLowersTheAmount() {
        var reference = checkedWith(
                """
                [{"code": "A", "effect": "INELIGIBLE", "paragraph": "1 §", "reason": "Står fast."},
                 {"code": "B", "effect": "INELIGIBLE", "paragraph": "2 §", "reason": "Bortses från."},
                 {"code": "C", "effect": "INELIGIBLE", "paragraph": "3 §", "reason": "Ska prövas på nytt."},
                 {"code": "D", "effect": "INELIGIBLE", "paragraph": "4 §", "reason": "Obesvarad."},
                 {"code": "E", "effect": "REDUCE", "paragraph": "5 §", "reason": "Minskar inte."},
                 {"code": "F", "effect": "REDUCE", "paragraph": "6 §", "reason": "Minskar."}]
                """);
        answer(reference, "A", "SET_ASIDE");
        answer(reference, "A", "UPHELD");
        answer(reference, "B", "UPHELD");
        answer(reference, "B", "SET_ASIDE");
        answer(reference, "C", "LAPSED");
        answer(reference, "E", "SET_ASIDE");

        assertThat(grounds.of(reference, DecisionKind.REFUSAL))
                .containsExactly(new Ground("1 §", "Står fast. Så är det."));
        assertThat(grounds.of(reference, DecisionKind.PARTIAL)).containsExactly(new Ground("6 §", "Minskar."));
        assertThat(grounds.of(reference, DecisionKind.GRANT)).isEmpty();
        assertThat(grounds.of(reference, DecisionKind.WRITE_OFF)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UPHELD, true", "SET_ASIDE, false"})
    void aRefusalBecauseNothingIsLeftAlsoNamesWhatLoweredTheAmount(String position, boolean named) {
        var reference = checkedWith(
                """
                [{"code": "NO_ELIGIBLE_COST", "effect": "INELIGIBLE", "paragraph": "1 §", "reason": "Inget återstår."},
                 {"code": "F", "effect": "REDUCE", "paragraph": "6 §", "reason": "Minskar."}]
                """);
        answer(reference, "NO_ELIGIBLE_COST", position);

        assertThat(grounds.of(reference, DecisionKind.REFUSAL))
                .isEqualTo(
                        named
                                ? List.of(
                                        new Ground("1 §", "Inget återstår. Så är det."), new Ground("6 §", "Minskar."))
                                : List.of());
    }

    @Test
    void aCaseThatWasNeverCheckedHasNoGrounds() {
        var reference = fixture.receive(Board.K, ApplicationFixture.answers()).reference();

        assertThat(grounds.of(reference, DecisionKind.REFUSAL)).isEmpty();
    }

    private Reference checkedWith(String findings) {
        var reference = fixture.checked(Board.K, ApplicationFixture.answers("participantFee", 50));
        jdbc.sql("update tidig.eligibility_record set findings = cast(? as jsonb)")
                .param(findings)
                .update();
        return reference;
    }

    private void answer(Reference reference, String code, String position) {
        jdbc.sql(
                        """
                        insert into tidig.finding_answer (reference, board, code, position, reason, actor, at)
                        values (?, 'K', ?, ?, 'Så är det.', 'officerK1', '2026-11-26T10:00:00Z')
                        """)
                .params(reference.value(), code, position)
                .update();
    }

    private void place(Reference reference, long amount, boolean settled) {
        var ranking = jdbc.sql(
                        """
                        insert into tidig.ranking (call, version, computed_at, actor, earmarks_released, settled_at, settled_by)
                        values (?, 1, '2026-05-01T10:00:00Z', 'officerK1', false, cast(? as timestamptz), ?) returning id
                        """)
                .params(
                        applications.get(reference).call().value(),
                        settled ? "2026-05-02T10:00:00Z" : null,
                        settled ? "officerK1" : null)
                .query(Long.class)
                .single();
        jdbc.sql(
                        """
                        insert into tidig.placement (ranking, reference, rank, score, requested, max_grant, amount, kind, reason, adjusted)
                        values (?, ?, 1, 80, 100000, 100000, ?, ?, 'Plats 1.', false)
                        """)
                .params(
                        ranking,
                        reference.value(),
                        amount,
                        amount == 0 ? "REFUSE" : amount < 100_000 ? "PARTIAL" : "GRANT")
                .update();
    }
}
