package se.tidig.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;

/** What a decision says and who took part (31 and 32 §§ FL), and the terms that a grant lives by (13 §). */
class DecisionTest {

    private static final Instant NOW = Instant.parse("2026-02-16T10:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-02-16");

    @Test
    void aDecisionSaysOfWhatItIsWhoMadeItAndWhoTookPart() {
        var decision = decision(DecisionKind.GRANT);

        assertThat(decision.reference()).isEqualTo(Reference.of("K-2026-2-017"));
        assertThat(decision.board()).isEqualTo("K");
        assertThat(decision.call()).isEqualTo(Reference.of("K-2026-2"));
        assertThat(decision.requested()).isEqualTo(Sek.of(100_000));
        assertThat(decision.kind()).isEqualTo(DecisionKind.GRANT);
        assertThat(decision.amount()).isEqualTo(Sek.of(60_000));
        assertThat(decision.decidedOn()).isEqualTo(DAY);
        assertThat(decision.decider()).isEqualTo(Actor.of("deciderK"));
        assertThat(decision.proposer()).isEqualTo(Actor.of("officerK1"));
        assertThat(decision.participants()).containsExactly("Eva Ek");
        assertThat(decision.dissent()).isEqualTo("Jag är av annan mening.");
    }

    @Test
    void whatIsNotSaidIsEmpty() {
        var decision = decision(DecisionKind.REFUSAL);

        assertThat(decision.grounds()).isEmpty();
        assertThat(decision.paragraphs()).isEmpty();
        assertThat(decision.conditions()).isEmpty();
        assertThat(decision.earlierPayments()).isEmpty();
        assertThat(decision.earlierAudit()).isNull();
        assertThat(decision.terms()).isEmpty();
        assertThat(decision.interimReportDue()).isNull();
        assertThat(decision.finalReportDue()).isNull();
        assertThat(decision.payingBoard()).isNull();
    }

    @Test
    void itsReasonsProvisionsAndGroundsAreThoseGiven() {
        var ground = new Decision.Ground("3 §", "En avgift tas ut.");
        var grounds = new ArrayList<>(List.of(ground));
        var decision = decision(DecisionKind.REFUSAL);
        assertThat(decision.because("Avgift tas ut.", List.of("3 §"), grounds)).isSameAs(decision);
        grounds.clear();

        assertThat(decision.reasons()).isEqualTo("Avgift tas ut.");
        assertThat(decision.paragraphs()).containsExactly("3 §");
        assertThat(decision.grounds()).containsExactly(ground);
    }

    @Test
    void aGrantStatesItsConditionsDaysPayingBoardPlanAndAuditor() {
        var step = new PlannedStep(StepKind.PAYMENT, Sek.of(60_000), DAY, null);
        var decision = decision(DecisionKind.GRANT);
        assertThat(decision.on(List.of("Bara till språkcaféet."), DAY.plusDays(100), DAY.plusDays(300), "F"))
                .isSameAs(decision);
        assertThat(decision.terms()).isEmpty();
        assertThat(decision.state(new Terms(List.of(step), Audit.AUDITOR, DAY.minusDays(3), 2025)))
                .isSameAs(decision);

        assertThat(decision.conditions()).containsExactly("Bara till språkcaféet.");
        assertThat(decision.interimReportDue()).isEqualTo(DAY.plusDays(100));
        assertThat(decision.finalReportDue()).isEqualTo(DAY.plusDays(300));
        assertThat(decision.payingBoard()).isEqualTo("F");
        assertThat(decision.terms()).contains(new Terms(List.of(step), Audit.AUDITOR, DAY, null));
    }

    @ParameterizedTest
    @CsvSource({
        "GRANT, true, decision-grant",
        "PARTIAL, true, decision-partial",
        "REFUSAL, false, decision-refusal",
        "REJECTION, false, decision-rejection",
        "WRITE_OFF, false, decision-write-off"
    })
    void moneyIsGrantedInWholeOrInPartAndEachKindHasItsLetter(DecisionKind kind, boolean grant, String letter) {
        assertThat(kind.isGrant()).isEqualTo(grant);
        assertThat(kind.letter()).isEqualTo(letter);
    }

    @ParameterizedTest
    @CsvSource({"PAYMENT, false", "INTERIM_REPORT, true", "FINAL_REPORT, true"})
    void everyStepButAPaymentIsAReport(StepKind kind, boolean report) {
        assertThat(kind.isReport()).isEqualTo(report);
    }

    private static Decision decision(DecisionKind kind) {
        return Decision.of(
                new Decision.Case(Reference.of("K-2026-2-017"), "K", Reference.of("K-2026-2"), Sek.of(100_000)),
                kind,
                Sek.of(60_000),
                new Decision.Record(
                        DAY,
                        NOW,
                        Actor.of("deciderK"),
                        Actor.of("officerK1"),
                        List.of("Eva Ek"),
                        "Jag är av annan mening."));
    }
}
