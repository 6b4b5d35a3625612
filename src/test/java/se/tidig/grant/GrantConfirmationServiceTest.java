package se.tidig.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.TestTime;
import se.tidig.application.ApplicationFixture;
import se.tidig.decision.Audit;
import se.tidig.decision.GrantDecision;
import se.tidig.decision.PlannedStep;
import se.tidig.decision.StepKind;
import se.tidig.decision.Terms;
import se.tidig.grant.Grant.State;
import se.tidig.grant.GrantConfirmationService.Answer;
import se.tidig.grant.ReminderScheduleTable.Step;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Giro;
import se.tidig.timelimit.PeriodEnd;

/** What a recipient of a grant answers, when they are reminded, and how their account is verified. */
@DomainTest
class GrantConfirmationServiceTest {

    private static final Giro OTHER = new Giro(Giro.Kind.PLUSGIRO, "90 19 50-6");

    @Autowired
    GrantFixture fixture;

    @Autowired
    GrantConfirmationService confirmation;

    @Autowired
    Grants grants;

    @Autowired
    CaseJournal journal;

    @Autowired
    ApplicationEvents events;

    GrantDecision decision;
    Reference reference;
    LocalDate today;

    @BeforeEach
    void aDecisionToGrantIsCarriedOut() {
        decision = fixture.decided("90000", false, false);
        confirmation.open(decision, ApplicationFixture.RULES);
        reference = decision.reference();
        today = fixture.today();
    }

    @Test
    void aDecisionIsCarriedOutOnceHoweverOftenItIsTold() {
        confirm();
        confirmation.open(decision, ApplicationFixture.RULES);

        assertThat(grant().status()).isEqualTo(State.CONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theTablesPlanADecisionThatStatesNoTerms(boolean municipal) {
        var older = fixture.decided("90000", false, municipal);
        confirmation.open(older, ApplicationFixture.RULES);

        var grant = grants.get(older.reference());
        assertThat(grant.municipal()).isEqualTo(municipal);
        assertThat(grant.audit()).isEqualTo(municipal ? Audit.NONE : Audit.AUDITOR);
        assertThat(grant.milestones())
                .extracting(Milestone::kind)
                .containsExactly(StepKind.PAYMENT, StepKind.FINAL_REPORT);
    }

    @Test
    void theTermsThatADecisionStatesAreFollowedWhateverTheTablesSay() {
        var step = new PlannedStep(StepKind.PAYMENT, Sek.of(90_000), today, null);
        var stated = stating(
                fixture.decided("90000", false, false),
                new Terms(List.of(step), Audit.AUTHORISED_AUDITOR, today, null));
        confirmation.open(stated, (table, facts) -> {
            assertThat(table).isEqualTo("applicant-kind");
            return ApplicationFixture.RULES.decide(table, facts);
        });

        var grant = grants.get(stated.reference());
        assertThat(grant.audit()).isEqualTo(Audit.AUTHORISED_AUDITOR);
        assertThat(grant.milestones()).singleElement().returns(Sek.of(90_000), Milestone::amount);
    }

    @Test
    void theFirstReminderIsDueTwoWeeksAfterTheGrantAndNothingIsDueBefore() {
        var awaited = new Answer(State.AWAITING_CONFIRMATION, null, morning(14));

        assertThat(ask()).isEqualTo(awaited);
        assertThat(fallDue()).isEqualTo(awaited);
        assertThat(told()).isEmpty();
    }

    @Test
    void aRecipientIsRemindedTwiceAndThenAPersonTakesOver() {
        TestTime.passTo(morning(14));
        assertThat(fallDue()).isEqualTo(new Answer(State.AWAITING_CONFIRMATION, Step.REMIND, morning(14)));
        assertThat(ask().next()).isEqualTo(morning(28));

        TestTime.passTo(morning(42));
        assertThat(fallDue()).isEqualTo(new Answer(State.AWAITING_CONFIRMATION, Step.REMIND, morning(28)));
        assertThat(fallDue()).isEqualTo(new Answer(State.AWAITING_CONFIRMATION, Step.ESCALATE, morning(42)));
        assertThat(told())
                .containsExactly(
                        "Påminnelse om bekräftelse av villkor och konto, nummer 1.",
                        "Påminnelse om bekräftelse av villkor och konto, nummer 2.");
    }

    @Test
    void aPersonTakesOverAgainOnTheDayThatTheyHaveSet() {
        assertThatThrownBy(() -> confirmation.contactAgain(reference, today, "Ringt i dag.", Actor.of("officerK1")))
                .isInstanceOf(GrantRefused.class)
                .hasMessage("Ange en dag som är senare än i dag.");
        var day = today.plusDays(1);
        confirmation.contactAgain(reference, day, "Ringt i dag.", Actor.of("officerK1"));

        assertThat(ask().next()).isEqualTo(SwedishDate.startOf(day));
        TestTime.passTo(SwedishDate.startOf(day));
        assertThat(fallDue().step()).isEqualTo(Step.ESCALATE);
        assertThat(told())
                .containsExactly(
                        "Kontakt med bidragsmottagaren, följs upp " + SwedishDate.text(day) + ". Ringt i dag.");
    }

    @Test
    void aRecipientWhoHasAnsweredIsNotReminded() {
        confirm();
        TestTime.passTo(morning(42));

        assertThat(ask()).isEqualTo(new Answer(State.CONFIRMED, null, null));
        assertThat(fallDue()).isEqualTo(new Answer(State.CONFIRMED, null, null));
    }

    @Test
    void aConfirmationNamesTheAccountAndWakesTheGrant() {
        confirm();

        assertThat(grant().giro()).contains(GrantFixture.ACCOUNT);
        assertThat(grant().payeeVerified()).isFalse();
        assertThat(grant().confirmedBy()).isEqualTo(Actor.of("Anna Lind"));
        assertThat(events.stream(Grant.Answered.class)).containsExactly(new Grant.Answered(reference));
        assertThat(told())
                .containsExactly("Bidragsmottagaren bekräftar villkoren och anger " + GrantFixture.ACCOUNT
                        + ", innehavare Föreningen Bryggan.");
        assertThatThrownBy(this::confirm)
                .isInstanceOf(GrantRefused.class)
                .hasMessageStartingWith("Bidraget väntar inte på någon bekräftelse.");
    }

    @Test
    void aRecipientThatDeclinesWakesTheGrant() {
        confirmation.decline(reference, "Lokalen är såld.");

        assertThat(grant().status()).isEqualTo(State.DECLINED);
        assertThat(grant().declineReason()).isEqualTo("Lokalen är såld.");
        assertThat(events.stream(Grant.Answered.class)).containsExactly(new Grant.Answered(reference));
        assertThat(told()).containsExactly("Bidragsmottagaren tackar nej till bidraget. Lokalen är såld.");
    }

    @Test
    void anOfficerWhoHasLearntThatTheRecipientDeclinesGoesOnInTheOwnTask() {
        confirmation.noteDecline(reference, "Ringde.", Actor.of("officerK1"));

        assertThat(grant().status()).isEqualTo(State.DECLINED);
        assertThat(events.stream(Grant.Answered.class)).isEmpty();
        assertThat(journal.latest(reference, EventKind.GRANT).actor()).isEqualTo(Actor.of("officerK1"));
    }

    @Test
    void aPersonVerifiesTheAccountAndANewAccountIsVerifiedAnew() {
        confirm();
        confirmation.verifyPayee(reference, "Intyg från banken.", Actor.of("financeK1"));
        assertThat(grant().payeeVerified()).isTrue();
        assertThat(grant().payeeVerifiedBy()).isEqualTo(Actor.of("financeK1"));
        assertThat(grant().payeeVerification()).isEqualTo("Intyg från banken.");
        assertThat(told()).endsWith("Kontot är kontrollerat. Intyg från banken.");

        confirmation.mendAccount(reference, OTHER, "Kassören");

        assertThat(grant().giro()).contains(OTHER);
        assertThat(grant().giroHolder()).isEqualTo("Kassören");
        assertThat(grant().payeeVerified()).isFalse();
    }

    @Test
    void anAccountThatCannotBeVerifiedIsAskedForAgain() {
        confirm();
        confirmation.doubtPayee(reference, "Annan innehavare.", Actor.of("financeK1"));

        assertThat(grant().status()).isEqualTo(State.AWAITING_CONFIRMATION);
        assertThat(told())
                .endsWith("Kontot kan inte kontrolleras, bidragsmottagaren ombeds ange ett annat. Annan innehavare.");
    }

    @ParameterizedTest
    @CsvSource({"AWAITING_CONFIRMATION, AWAITED", "DECLINED, DECLINED", "CONFIRMED, CONFIRMED", "ACTIVE, CONFIRMED"})
    void theProcessIsToldWhetherTheRecipientHasConfirmedOrDeclined(State status, String answer) {
        assertThat(new Answer(status, null, null))
                .returns(answer, Answer::answer)
                .returns("NONE", Answer::stepName);
        assertThat(new Answer(status, Step.REMIND, null).stepName()).isEqualTo("REMIND");
    }

    private void confirm() {
        confirmation.confirm(reference, GrantFixture.ACCOUNT, "Föreningen Bryggan", Actor.of("Anna Lind"));
    }

    private Answer ask() {
        return confirmation.ask(reference, ApplicationFixture.RULES);
    }

    private Answer fallDue() {
        return confirmation.fallDue(reference, ApplicationFixture.RULES);
    }

    private Grant grant() {
        return grants.get(reference);
    }

    private List<String> told() {
        return journal.of(reference).stream()
                .filter(event -> event.kind() == EventKind.GRANT)
                .map(CaseEvent::text)
                .toList();
    }

    private Instant morning(int days) {
        return PeriodEnd.on(today)
                .last()
                .plusDays(days)
                .atTime(LocalTime.of(8, 0))
                .atZone(SwedishDate.ZONE)
                .toInstant();
    }

    private static GrantDecision stating(GrantDecision granted, Terms terms) {
        return new GrantDecision(
                granted.reference(),
                granted.board(),
                granted.call(),
                granted.organisationNumber(),
                granted.recipient(),
                granted.organisationType(),
                granted.email(),
                granted.giro(),
                granted.amount(),
                granted.conditions(),
                granted.decidedOn(),
                granted.periodStart(),
                granted.periodEnd(),
                granted.interimReportDue(),
                granted.finalReportDue(),
                granted.payingBoard(),
                terms);
    }
}
