package se.tidig.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.TestTime;
import se.tidig.application.Application;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.ApplicationStatus;
import se.tidig.application.Applications;
import se.tidig.call.Call;
import se.tidig.call.Calls;
import se.tidig.decision.Proposal.Draft;
import se.tidig.decision.Proposal.State;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Board;

/** A decision is proposed by one person and made by another, on the terms that were proposed (13 §; 28–32 §§ FL). */
@DomainTest
class CaseDecisionServiceTest {

    private static final Actor OFFICER = Actor.of("officerK1");
    private static final Actor DECIDER = Actor.of("deciderK");
    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");

    @Autowired
    ApplicationFixture fixture;

    @Autowired
    ApplicationIntakeService intake;

    @Autowired
    ProposalService proposing;

    @Autowired
    CaseDecisionService deciding;

    @Autowired
    GrantDecisionService grants;

    @Autowired
    Proposals proposals;

    @Autowired
    Decisions decisions;

    @Autowired
    Applications applications;

    @Autowired
    Calls calls;

    @Autowired
    CaseJournal journal;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcClient jdbc;

    Reference reference;

    @BeforeEach
    void anApplicationFor100000KrIsPrioritised() {
        TestTime.passTo(Instant.parse("2026-06-01T10:00:00Z"));
        reference = fixture.prioritised(Board.K, ApplicationFixture.answers());
    }

    @Test
    void aProposalToGrantStatesTheTermsOfTheDayAndTheDaysOfTheCall() {
        propose(grant());

        var proposal = proposals.open(reference).orElseThrow();
        assertThat(proposal.terms()).hasValueSatisfying(terms -> {
            assertThat(terms.countedOn()).isEqualTo(TODAY);
            assertThat(terms.audit()).isEqualTo(Audit.AUDITOR);
            assertThat(terms.steps())
                    .extracting(PlannedStep::kind)
                    .containsExactly(
                            StepKind.PAYMENT, StepKind.INTERIM_REPORT, StepKind.PAYMENT, StepKind.FINAL_REPORT);
        });
        assertThat(proposal)
                .returns(call().interimReportDue(), Proposal::interimReportDue)
                .returns(call().finalReportDue(), Proposal::finalReportDue)
                .returns("F", Proposal::payingBoard);
        told(EventKind.PROPOSAL, "Föreslår bifall med " + Sek.of(100_000) + ".");
        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.PROPOSED);
    }

    @Test
    void aMunicipalityIsGrantedWithoutAnAuditor() {
        var answers = ApplicationFixture.answers("organisationType", "municipality");
        reference = fixture.prioritised(Board.K, answers);

        propose(new Draft(
                DecisionKind.GRANT,
                Sek.of(100_000),
                "Skäl",
                List.of("4 §"),
                List.of("Villkor"),
                "Villkoren är prövade."));

        assertThat(proposals.open(reference).orElseThrow().terms())
                .hasValueSatisfying(terms -> assertThat(terms.audit()).isEqualTo(Audit.NONE));
    }

    @Test
    void aProposalToRefuseStatesNoTerms() {
        propose(refusal());

        assertThat(proposals.open(reference))
                .hasValueSatisfying(proposal -> assertThat(proposal.terms()).isEmpty());
        told(EventKind.PROPOSAL, "Föreslår avslag.");
    }

    @Test
    void aSecondProposalWaitsUntilTheFirstIsReturned() {
        propose(refusal());
        refused(() -> propose(grant()), "Ett förslag väntar redan på beslut i ärendet " + reference + ".");

        deciding.giveBack(reference, DECIDER, "Väg in bilagan.");

        assertThat(proposals.open(reference)).isEmpty();
        told(EventKind.PROPOSAL, "Återlämnar förslaget: Väg in bilagan.");
        propose(grant());
    }

    @Test
    void nothingIsProposedOutsideTheLimits() {
        assertThatThrownBy(() -> propose(draft(DecisionKind.GRANT, 100_001)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Beloppet är högre än det högsta möjliga bidraget");
        assertThat(proposals.latest(reference)).isEmpty();
        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.PRIORITISED);
    }

    @Test
    void aDecisionToGrantStatesWhatWasProposedFromTheDayItIsMade() {
        propose(grant());
        TestTime.passTo(Instant.parse("2026-06-10T10:00:00Z"));

        deciding.approve(reference, DECIDER, List.of("Eva Ek"), "Jag är av annan mening.");

        var decision = decisions.get(reference);
        assertThat(decision)
                .returns(DecisionKind.GRANT, Decision::kind)
                .returns(Sek.of(100_000), Decision::amount)
                .returns(Sek.of(100_000), Decision::requested)
                .returns(DECIDER, Decision::decider)
                .returns(OFFICER, Decision::proposer)
                .returns(List.of("Eva Ek"), Decision::participants)
                .returns("Jag är av annan mening.", Decision::dissent)
                .returns("Behovet är stort.", Decision::reasons)
                .returns(List.of("Villkor"), Decision::conditions)
                .returns(LocalDate.parse("2026-06-10"), Decision::decidedOn)
                .returns(call().finalReportDue(), Decision::finalReportDue);
        assertThat(decision.terms())
                .hasValueSatisfying(
                        terms -> assertThat(terms.steps().get(0).due()).isEqualTo("2026-06-10"));
        assertThat(proposals.latest(reference))
                .hasValueSatisfying(proposal -> assertThat(proposal.state()).isEqualTo(State.DECIDED));
        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.DECIDED);
        told(EventKind.DECISION, "Bifall med " + Sek.of(100_000) + ".");
        assertThat(events.stream(Decision.Made.class))
                .containsExactly(new Decision.Made(reference, decision.call(), DecisionKind.GRANT));
        assertThat(events.stream(Application.Decided.class))
                .containsExactly(new Application.Decided(reference, decision.call()));
    }

    @Test
    void aRefusalStatesNoTermsAndIsToldWithoutASum() {
        propose(refusal());

        deciding.approve(reference, DECIDER, List.of(), null);

        assertThat(decisions.get(reference))
                .returns(DecisionKind.REFUSAL, Decision::kind)
                .returns(List.of(), Decision::conditions)
                .returns(null, Decision::finalReportDue);
        assertThat(decisions.get(reference).terms()).isEmpty();
        told(EventKind.DECISION, "Avslag.");
    }

    @Test
    void whoProposedItDoesNotDecideItAndNothingIsDecidedWithoutAProposal() {
        refused(() -> approve(), "Det finns inget förslag att besluta om i ärendet " + reference + ".");
        propose(refusal());

        refused(
                () -> deciding.approve(reference, OFFICER, List.of(), null),
                "Du har själv föreslagit beslutet. En annan person ska besluta. Lämna uppgiften till en kollega.");
        assertThat(decisions.latest(reference)).isEmpty();
    }

    @Test
    void aCaseIsDecidedOnceAndNotAfterItsWithdrawal() {
        propose(refusal());
        approve();
        refused(this::approve, "Ärendet " + reference + " är redan avgjort och beslutas inte igen.");
        refused(
                () -> deciding.giveBack(reference, DECIDER, "Skäl"),
                "Ärendet " + reference + " är redan avgjort och beslutas inte igen.");

        reference = fixture.prioritised(Board.K, ApplicationFixture.answers());
        propose(refusal());
        withdraw();
        refused(this::approve, "Ansökan är återkallad och kan inte beslutas i sak. Den ska skrivas av.");
    }

    @Test
    void theFrameOfTheCallHoldsWhenItIsDecided() {
        propose(grant());
        jdbc.sql("update tidig.call set frame = 99999").update();

        assertThatThrownBy(this::approve).isInstanceOf(Rejected.class).hasMessageContaining("kvar av utlysningens ram");
        assertThat(proposals.open(reference)).isPresent();
    }

    @Test
    void termsAreCountedAgainIfTheMissingPrisbasbeloppHasBeenEnteredSince() {
        propose(grant());
        jdbc.sql("update tidig.proposal set price_base_year = 2025").update();

        refused(
                this::approve,
                "Prisbasbeloppet för 2026 är infört sedan förslaget gjordes. Återlämna förslaget så att kravet på"
                        + " revisor räknas om (14 a §).");
    }

    /** As proposals were before they held terms. */
    @Test
    void aProposalWithoutTermsGetsTheDaysOfTheCallAndItsTermsWhenTheGrantNeedsThem() {
        propose(grant());
        jdbc.sql("update tidig.proposal set audit = null").update();

        approve();

        assertThat(decisions.get(reference))
                .returns(List.of("Villkor"), Decision::conditions)
                .returns(call().finalReportDue(), Decision::finalReportDue)
                .returns("F", Decision::payingBoard);
        assertThat(decisions.get(reference).terms()).isEmpty();
        assertThat(grants.complete(reference, ApplicationFixture.RULES).terms()).isPresent();
        assertThat(decisions.get(reference).terms())
                .hasValueSatisfying(terms -> assertThat(terms.audit()).isEqualTo(Audit.AUDITOR));
    }

    @Test
    void termsThatADecisionHasAreNotCountedAgainNorThoseOfARefusal() {
        propose(grant());
        approve();
        grants.complete(reference, (table, facts) -> {
            throw new AssertionError("asked " + table);
        });

        reference = fixture.prioritised(Board.K, ApplicationFixture.answers());
        propose(refusal());
        approve();
        assertThat(grants.complete(reference, ApplicationFixture.RULES).terms()).isEmpty();
    }

    @Test
    void aGrantIsOfTheRecipientAndThePeriodThatTheApplicationNames() {
        propose(grant());
        approve();

        assertThat(grants.get(reference))
                .returns("8020024280", GrantDecision::organisationNumber)
                .returns("Föreningen Bryggan", GrantDecision::recipient)
                .returns("association", GrantDecision::organisationType)
                .returns("forening@example.org", GrantDecision::email)
                .returns("5050-1055", GrantDecision::giro)
                .returns(LocalDate.parse("2027-01-01"), GrantDecision::periodStart)
                .returns(LocalDate.parse("2027-12-31"), GrantDecision::periodEnd)
                .returns(decisions.get(reference).terms().orElseThrow(), GrantDecision::terms);
        assertThat(grants.ofCall(call().reference())).containsExactly(reference);
    }

    @Test
    void aRefusalIsNoGrant() {
        propose(refusal());
        approve();

        assertThatThrownBy(() -> grants.get(reference))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Ärendet " + reference + " är inte beviljat.");
        assertThat(grants.ofCall(call().reference())).isEmpty();
    }

    @Test
    void onlyAWithdrawnApplicationIsWrittenOffAndItsProposalIsMoot() {
        propose(refusal());
        refused(
                () -> deciding.writeOff(reference, DECIDER, "Återkallad."),
                "Bara en återkallad ansökan kan skrivas av.");
        withdraw();

        deciding.writeOff(reference, DECIDER, "Återkallad.");

        assertThat(proposals.latest(reference))
                .hasValueSatisfying(proposal -> assertThat(proposal.state()).isEqualTo(State.MOOT));
        assertThat(decisions.get(reference))
                .returns(DecisionKind.WRITE_OFF, Decision::kind)
                .returns("Återkallad.", Decision::reasons)
                .returns(null, Decision::proposer);
        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.WRITTEN_OFF);
        told(EventKind.DECISION, "Avskrivning.");
        assertThat(events.stream(Decision.Made.class))
                .containsExactly(new Decision.Made(reference, call().reference(), DecisionKind.WRITE_OFF));
    }

    @Test
    void aProposalIsPutAsideWhileTheApplicantIsHeard() {
        assertThatThrownBy(() -> proposing.hold(reference))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Inget förslag finns i ärendet " + reference + ".");
        propose(refusal());

        proposing.hold(reference);

        assertThat(proposals.open(reference)).isEmpty();
        assertThat(proposals.latest(reference))
                .hasValueSatisfying(proposal -> assertThat(proposal.state()).isEqualTo(State.HELD));
        told(EventKind.PROPOSAL, "Förslaget läggs åt sidan: sökanden får först yttra sig.");
    }

    private void propose(Draft draft) {
        proposing.propose(reference, OFFICER, draft, ApplicationFixture.RULES);
    }

    private void approve() {
        deciding.approve(reference, DECIDER, List.of(), null);
    }

    private void withdraw() {
        intake.withdraw(reference, "Vi återkallar.", Instant.parse("2026-06-02T10:00:00Z"), null);
    }

    private Call call() {
        return calls.get(applications.get(reference).call());
    }

    private static Draft grant() {
        return draft(DecisionKind.GRANT, 100_000);
    }

    private static Draft refusal() {
        return draft(DecisionKind.REFUSAL, 0);
    }

    private static Draft draft(DecisionKind kind, long amount) {
        return new Draft(
                kind,
                Sek.of(amount),
                "Behovet är stort.",
                List.of("4 §"),
                kind.isGrant() ? List.of("Villkor") : List.of(),
                null);
    }

    private void told(EventKind kind, String text) {
        assertThat(journal.latest(reference, kind).text()).isEqualTo(text);
    }

    private static void refused(ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOf(Rejected.class).hasMessage(because);
    }
}
