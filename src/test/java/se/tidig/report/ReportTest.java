package se.tidig.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.report.Report.State.ACCEPTED;
import static se.tidig.report.Report.State.AWAITED;
import static se.tidig.report.Report.State.AWAITING_COMPLETION;
import static se.tidig.report.Report.State.CLOSED;
import static se.tidig.report.Report.State.NOT_ACCEPTED;
import static se.tidig.report.Report.State.SUBMITTED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.decision.Audit;
import se.tidig.decision.StepKind;
import se.tidig.grant.SampleGrant;
import se.tidig.report.Report.State;

/** A report is awaited until it comes, reviewed by a person and closed once (14 §). */
class ReportTest {

    private static final Instant NOW = Instant.parse("2026-10-01T10:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-10-15");
    private static final MilestoneKey KEY = MilestoneKey.of("K-2026-2-017-M2");

    /** What is done to a report, in which states it may be, the state that follows, and the words of the refusal. */
    enum Act {
        SUBMIT(
                report -> report.submit(Actor.of("Anna Lind"), NOW),
                EnumSet.of(AWAITED, AWAITING_COMPLETION),
                SUBMITTED,
                "Redovisningen väntas inte."),
        COMPLETE(
                report -> report.complete("Här är kvittona."),
                EnumSet.of(AWAITING_COMPLETION),
                SUBMITTED,
                "Ingen komplettering av redovisningen är begärd."),
        COMPLETE_LATE(
                report -> report.completeLate("Här är kvittona."),
                EnumSet.of(AWAITING_COMPLETION),
                AWAITING_COMPLETION,
                "Ingen komplettering av redovisningen är begärd."),
        AWAIT_ANEW(
                Report::awaitAnew, EnumSet.of(AWAITED), AWAITED, "Redovisningen har kommit in. Granska den i stället."),
        NOTE_CONTROL(
                report -> report.noteControl("Utan anmärkning", Actor.of("financeK1"), NOW),
                EnumSet.of(SUBMITTED),
                SUBMITTED,
                "Redovisningen väntar inte på kontroll."),
        ASK_FOR_COMPLETION(
                report -> report.askForCompletion("Sänd kvitton", DAY, Actor.of("officerK1"), NOW),
                EnumSet.of(SUBMITTED),
                AWAITING_COMPLETION,
                "Redovisningen väntar inte på granskning."),
        ACCEPT(
                report -> report.review(true, Sek.of(500), "Godkänd", Actor.of("officerK1"), NOW),
                EnumSet.of(SUBMITTED),
                ACCEPTED,
                "Redovisningen väntar inte på granskning."),
        REFUSE(
                report -> report.review(false, Sek.ZERO, "Kvitton saknas", Actor.of("officerK1"), NOW),
                EnumSet.of(SUBMITTED),
                NOT_ACCEPTED,
                "Redovisningen väntar inte på granskning."),
        GIVE_UP(
                report -> report.giveUp("Ingen redovisning har kommit", Actor.of("officerK1"), NOW),
                EnumSet.of(AWAITED),
                NOT_ACCEPTED,
                "Redovisningen har kommit in. Granska den i stället."),
        CLOSE(
                report -> report.close(NOW),
                EnumSet.of(ACCEPTED, NOT_ACCEPTED),
                CLOSED,
                "Redovisningen K-2026-2-017-M2 är inte granskad. Granska den innan den avslutas.");

        private final Consumer<Report> done;
        private final Set<State> allowed;
        private final State after;
        private final String refusal;

        Act(Consumer<Report> done, Set<State> allowed, State after, String refusal) {
            this.done = done;
            this.allowed = allowed;
            this.after = after;
            this.refusal = refusal;
        }
    }

    @ParameterizedTest
    @EnumSource
    void anActIsDoneInItsStatesAndRefusedInAllOthersWithTheReason(Act act) {
        for (var status : State.values()) {
            var report = at(status);
            if (act.allowed.contains(status)) {
                act.done.accept(report);
                assertThat(report.status()).as("%s of %s", act, status).isEqualTo(act.after);
            } else {
                refused(() -> act.done.accept(report), act.refusal);
                assertThat(report.status()).isEqualTo(status);
            }
        }
    }

    @Test
    void aReportIsAwaitedOfAMilestoneThatIsOneAndNotOfAPayment() {
        var report = at(AWAITED);

        assertThat(report.milestone()).isEqualTo(KEY);
        assertThat(report.reference()).isEqualTo(Reference.of("K-2026-2-017"));
        assertThat(report.board()).isEqualTo("K");
        assertThat(report.kind()).isEqualTo(StepKind.INTERIM_REPORT);
        assertThat(report.openedAt()).isEqualTo(NOW);
        assertThat(report.audit()).isEqualTo(Audit.AUDITOR);
        refused(
                () -> Report.await(SampleGrant.opened().milestone(SampleGrant.FIRST), "K", Audit.AUDITOR, NOW),
                "Delmoment K-2026-2-017-M1 är en utbetalning och redovisas inte.");
    }

    @Test
    void aReportKeepsWhoSentItWhenAndWhetherItWasLate() {
        var report = at(SUBMITTED);
        assertThat(report.submittedBy()).isEqualTo(Actor.of("Anna Lind"));
        assertThat(report.submittedAt()).isEqualTo(NOW);
        assertThat(report.lateReason()).isNull();

        report.judgeLate("Lades i lådan efter stängning");

        assertThat(report.lateReason()).isEqualTo("Lades i lådan efter stängning");
    }

    @Test
    void theAuditorMayBeAnotherOnceItIsKnownWhatWasPaid() {
        var report = at(AWAITED);
        report.demand(Audit.AUTHORISED_AUDITOR);

        assertThat(report.audit()).isEqualTo(Audit.AUTHORISED_AUDITOR);
    }

    @Test
    void theRemindersBeginAgainIfTheLastDayIsMoved() {
        var report = at(AWAITED);
        report.reminded(2);
        assertThat(report.reminders()).isEqualTo(2);
        report.awaitAnew();

        assertThat(report.reminders()).isZero();
    }

    @Test
    void eachRequestToCompleteIsCountedAndSaysWhatByWhenAndByWhom() {
        var report = at(AWAITING_COMPLETION);
        assertThat(report.completionText()).isEqualTo("Sänd kvitton");
        assertThat(report.completionDeadline()).isEqualTo(DAY);
        assertThat(report.reviewedBy()).isEqualTo(Actor.of("officerK1"));
        assertThat(report.completions()).isEqualTo(1);
        report.complete("Här är kvittona.");
        report.askForCompletion("Sänd fler", DAY.plusDays(14), Actor.of("officerK2"), NOW);

        assertThat(report.completions()).isEqualTo(2);
        assertThat(report.completionDeadline()).isEqualTo(DAY.plusDays(14));
    }

    @Test
    void aLaterCompletionIsAddedToAnEarlierOne() {
        var report = at(AWAITING_COMPLETION);
        report.completeLate("Här är kvittona.");
        assertThat(report.completionReply()).isEqualTo("Här är kvittona.");
        report.completeLate("Och bilagan.");
        assertThat(report.awaitsCompletion()).isTrue();
        report.complete("Och mötets protokoll.");

        assertThat(report.completionReply()).isEqualTo("Här är kvittona.\n\nOch bilagan.\n\nOch mötets protokoll.");
        assertThat(report.awaitsCompletion()).isFalse();
    }

    @Test
    void aReportWhoseCompletionDoesNotComeIsReviewedAsItIs() {
        var report = at(AWAITING_COMPLETION);
        report.judgeAsItIs();

        assertThat(report.status()).isEqualTo(SUBMITTED);
        assertThat(report.completionReply()).isNull();
    }

    @Test
    void theReviewKeepsWhatWasNotUsedWhyAndWhoReviewed() {
        var report = at(SUBMITTED);
        report.noteControl("Utan anmärkning", Actor.of("financeK1"), NOW);
        assertThat(report.controlNote()).isEqualTo("Utan anmärkning");
        assertThat(report.unused()).isNull();
        report.review(true, Sek.of(500), "Godkänd", Actor.of("officerK1"), NOW);

        assertThat(report.unused()).isEqualTo(Sek.of(500));
        assertThat(report.reviewReason()).isEqualTo("Godkänd");
        assertThat(report.reviewedBy()).isEqualTo(Actor.of("officerK1"));
    }

    @Test
    void aReportThatIsGivenUpSaysWhy() {
        var report = at(AWAITED);
        report.giveUp("Ingen redovisning har kommit", Actor.of("officerK1"), NOW);

        assertThat(report.reviewReason()).isEqualTo("Ingen redovisning har kommit");
        assertThat(report.reviewedBy()).isEqualTo(Actor.of("officerK1"));
    }

    @Test
    void closingTellsWhetherTheReportWasAccepted() {
        assertThat(at(ACCEPTED).close(NOW)).isTrue();
        assertThat(at(NOT_ACCEPTED).close(NOW)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aReportOrItsCompletionIsAwaited(State status) {
        assertThat(status.awaits()).isEqualTo(status == AWAITED || status == AWAITING_COMPLETION);
    }

    private static Report at(State status) {
        var report = Report.await(SampleGrant.opened().milestone(KEY), "K", Audit.AUDITOR, NOW);
        var acts =
                switch (status) {
                    case AWAITED -> List.<Act>of();
                    case SUBMITTED -> List.of(Act.SUBMIT);
                    case AWAITING_COMPLETION -> List.of(Act.SUBMIT, Act.ASK_FOR_COMPLETION);
                    case ACCEPTED -> List.of(Act.SUBMIT, Act.ACCEPT);
                    case NOT_ACCEPTED -> List.of(Act.SUBMIT, Act.REFUSE);
                    case CLOSED -> List.of(Act.SUBMIT, Act.ACCEPT, Act.CLOSE);
                };
        acts.forEach(act -> act.done.accept(report));
        assertThat(report.status()).isEqualTo(status);
        return report;
    }

    private static void refused(ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOf(ReportRefused.class).hasMessage(because);
    }
}
