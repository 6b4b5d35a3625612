package se.tidig.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.TestTime;
import se.tidig.application.Application;
import se.tidig.application.ApplicationFixture;
import se.tidig.decision.Audit;
import se.tidig.form.Answers;
import se.tidig.grant.GrantFixture;
import se.tidig.grant.Grants;
import se.tidig.grant.ReminderScheduleTable.Step;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.report.Report.State;
import se.tidig.report.ReportArchive.Reception;
import se.tidig.report.ReportIntakeService.Wait;
import se.tidig.timelimit.PeriodEnd;

/** A report is awaited, reminded of, and received however it comes (14 §). */
@DomainTest
class ReportIntakeServiceTest {

    private static final Actor RECIPIENT = Actor.of("Anna Lind");
    private static final Actor OFFICER = Actor.of("officerK1");

    @Autowired
    GrantFixture fixture;

    @Autowired
    ReportIntakeService intake;

    @Autowired
    ReportReviewService review;

    @Autowired
    ReportArchive archive;

    @Autowired
    Reports reports;

    @Autowired
    Grants grants;

    @Autowired
    CaseJournal journal;

    @Autowired
    ApplicationEvents events;

    Reference reference;
    MilestoneKey key;
    LocalDate today;
    LocalDate due;

    @BeforeEach
    void theFinalReportOfAPaidGrantIsAwaited() {
        reference = fixture.awaitingFinalReport();
        key = MilestoneKey.of(reference + "-M2");
        today = fixture.today();
        due = grants.get(reference).milestone(key).due();
        intake.await(key, ApplicationFixture.RULES);
    }

    @Test
    void aReportIsAwaitedOnceHoweverOftenItIsAskedFor() {
        submit();
        intake.await(key, ApplicationFixture.RULES);

        assertThat(report().status()).isEqualTo(State.SUBMITTED);
        assertThat(report().audit()).isEqualTo(Audit.AUDITOR);
    }

    @Test
    void theFirstReminderComesAMonthBeforeTheLastDayAndNothingBefore() {
        var waits = new Wait(false, null, morning(due.minusDays(30)));

        assertThat(ask()).isEqualTo(waits);
        assertThat(fallDue()).isEqualTo(waits);
        assertThat(waits.stepName()).isEqualTo("NONE");
        assertThat(told()).isEmpty();
    }

    @Test
    void theRecipientIsRemindedToldThatTheDayHasPassedAndThenAPersonTakesOver() {
        TestTime.passTo(morning(due.minusDays(30)));
        assertThat(fallDue()).isEqualTo(new Wait(false, Step.REMIND, morning(due.minusDays(30))));

        var last = PeriodEnd.on(due).last();
        TestTime.passTo(morning(last.plusDays(1)));
        assertThat(fallDue()).isEqualTo(new Wait(false, Step.OVERDUE, morning(last.plusDays(1))));
        assertThat(ask().next()).isEqualTo(morning(last.plusDays(14)));

        TestTime.passTo(morning(last.plusDays(28)));
        assertThat(fallDue().stepName()).isEqualTo("OVERDUE");
        assertThat(fallDue()).isEqualTo(new Wait(false, Step.ESCALATE, morning(last.plusDays(28))));
        assertThat(told())
                .containsExactly(
                        "Påminnelse om " + key + ", nummer 1.",
                        "Påminnelse om " + key + ", nummer 3.",
                        "Påminnelse om " + key + ", nummer 4.");
    }

    @Test
    void aReportThatHasComeIsNotRemindedOf() {
        submit();
        TestTime.passTo(morning(due.plusDays(60)));

        assertThat(ask()).isEqualTo(Wait.OVER);
        assertThat(fallDue()).isEqualTo(Wait.OVER);
    }

    @Test
    void anAwaitedReportIsKeptWordForWordAndWakesTheGrant() {
        assertThat(submit()).isEqualTo(Reception.TAKEN);

        assertThat(report())
                .returns(State.SUBMITTED, Report::status)
                .returns(RECIPIENT, Report::submittedBy)
                .returns(null, Report::lateReason);
        assertThat(archive.latest(key))
                .hasValueSatisfying(answers -> assertThat(answers.text("use")).isEqualTo("Språkcafé."));
        assertThat(told()).containsExactly("Redovisningen har kommit in. Den tas upp till granskning.");
        assertThat(events.stream(Report.Submitted.class)).containsExactly(new Report.Submitted(key));
        assertThat(supplemented()).isEmpty();
    }

    @Test
    void aReportThatAnswersNoStepIsForTheOneThatIsOpen() {
        assertThat(intake.submit(reference, null, answers(), RECIPIENT)).isEqualTo(Reception.TAKEN);
        assertThat(archive.latest(key)).isPresent();
    }

    @Test
    void aSecondReportIsPutBeforeTheOfficerAndChangesNothing() {
        submit();
        events.clear();

        assertThat(submit()).isEqualTo(Reception.AGAIN);

        assertThat(events.stream(Report.Submitted.class)).isEmpty();
        assertThat(supplemented()).containsExactly(new Application.Supplemented(reference));
        assertThat(archive.ofCase(reference))
                .extracting(ReportArchive.Submission::reception)
                .containsExactly(Reception.TAKEN, Reception.AGAIN);
    }

    @Test
    void aReportThatNobodyAwaitsOrOfAnotherCaseIsPutBeforeTheOfficer() {
        var other = fixture.awaitingFinalReport();

        assertThat(intake.submit(other, null, answers(), RECIPIENT)).isEqualTo(Reception.NOT_AWAITED);
        assertThat(intake.submit(other, key, answers(), RECIPIENT)).isEqualTo(Reception.OTHER_CASE);

        assertThat(report().status()).isEqualTo(State.AWAITED);
        assertThat(supplemented())
                .containsExactly(new Application.Supplemented(other), new Application.Supplemented(other));
    }

    @Test
    void aReportOfAGrantWhoseStepsAreFinishedIsKeptWithoutAStep() {
        submit();
        review.accept(key, Sek.ZERO, "Godkänd", OFFICER);
        review.close(key);

        assertThat(intake.submit(reference, null, answers(), RECIPIENT)).isEqualTo(Reception.AGAIN);
        assertThat(archive.ofCase(reference))
                .last()
                .returns(null, ReportArchive.Submission::milestone)
                .returns(RECIPIENT, ReportArchive.Submission::enteredBy);
    }

    @Test
    void aCaseWithoutAGrantHasNothingToReport() {
        assertThatThrownBy(() -> intake.submit(Reference.of("K-1999-1-001"), null, answers(), RECIPIENT))
                .isInstanceOf(ReportRefused.class)
                .hasMessage("Det finns inget beviljat bidrag K-1999-1-001. Kontrollera ärendenumret.");
        assertThatThrownBy(() -> reports.get(MilestoneKey.of("K-1999-1-001-M1")))
                .isInstanceOf(ReportRefused.class)
                .hasMessage("Det finns ingen redovisning för delmoment K-1999-1-001-M1.");
        assertThatThrownBy(() -> intake.completed(MilestoneKey.of("K-1999-1-001-M1")))
                .isInstanceOf(ReportRefused.class)
                .hasMessage("Det finns ingen redovisning för delmoment K-1999-1-001-M1.");
    }

    @Test
    void aReportThatAPersonJudgesLateIsTakenWithTheReason() {
        var monday = Instant.parse("2026-11-23T10:00:00Z");
        intake.submit(reference, key, answers(), OFFICER, monday, "Sista dagen var i lördags.");

        assertThat(report())
                .returns("Sista dagen var i lördags.", Report::lateReason)
                .returns(monday, Report::submittedAt);
        assertThat(events.stream(Report.Submitted.class)).hasSize(1);
    }

    @Test
    void aWholeNewReportCompletesTheOneThatWaitsForACompletion() {
        completionIsAskedFor();
        assertThat(intake.completed(key)).isFalse();

        assertThat(submit()).isEqualTo(Reception.TAKEN);

        assertThat(intake.completed(key)).isTrue();
        assertThat(events.stream(Report.Completed.class)).containsExactly(new Report.Completed(key));
    }

    @Test
    void aWholeNewReportThatIsJudgedLateIsReadAndTheTimeToCompleteRunsOn() {
        completionIsAskedFor();

        intake.submit(reference, key, answers(), OFFICER, Instant.parse("2026-11-23T10:00:00Z"), "För sent.");

        assertThat(report().status()).isEqualTo(State.AWAITING_COMPLETION);
        assertThat(supplemented()).containsExactly(new Application.Supplemented(reference));
        assertThat(events.stream(Report.Completed.class)).isEmpty();
    }

    @Test
    void aCompletionInWordsIsKeptWithTheReportAndInTheJournal() {
        completionIsAskedFor();
        var received = Instant.parse("2026-11-23T10:00:00Z");

        intake.complete(reference, "Här är kvittona.", received, RECIPIENT);

        assertThat(report())
                .returns(State.SUBMITTED, Report::status)
                .returns("Här är kvittona.", Report::completionReply);
        assertThat(journal.latest(reference, EventKind.COMPLETION))
                .isEqualTo(new CaseEvent(reference, received, RECIPIENT, EventKind.COMPLETION, "Här är kvittona."));
        assertThat(events.stream(Report.Completed.class)).containsExactly(new Report.Completed(key));
        assertThat(supplemented()).isEmpty();
    }

    @Test
    void aCompletionThatIsJudgedLateIsKeptAndTheTimeRunsOn() {
        completionIsAskedFor();

        intake.complete(reference, "Här är kvittona.", Instant.parse("2026-11-23T10:00:00Z"), RECIPIENT, true);

        assertThat(report())
                .returns(State.AWAITING_COMPLETION, Report::status)
                .returns("Här är kvittona.", Report::completionReply);
        assertThat(supplemented()).containsExactly(new Application.Supplemented(reference));
        assertThat(events.stream(Report.Completed.class)).isEmpty();
    }

    @Test
    void aCompletionThatNobodyHasAskedForIsRefused() {
        assertThatThrownBy(() -> intake.complete(reference, "Kvitton", Instant.now(), RECIPIENT))
                .isInstanceOf(ReportRefused.class)
                .hasMessage("Ingen komplettering av en redovisning är begärd i ärendet " + reference + ".");
    }

    @Test
    void theRecipientIsToldTheLastDayOfTheReportOrOfItsCompletion() {
        assertThat(intake.dueOn(reference)).contains(due);
        assertThat(intake.awaitsCompletion(reference)).isFalse();

        completionIsAskedFor();
        assertThat(intake.dueOn(reference)).contains(today.plusDays(14));
        assertThat(intake.awaitsCompletion(reference)).isTrue();

        submit();
        assertThat(intake.dueOn(reference)).isEmpty();
    }

    private void completionIsAskedFor() {
        submit();
        review.askForCompletion(key, "Sänd kvittona.", today.plusDays(14), OFFICER);
        events.clear();
    }

    private Reception submit() {
        return intake.submit(reference, key, answers(), RECIPIENT);
    }

    private static Answers answers() {
        return new Answers(Map.of("use", "Språkcafé."));
    }

    private Report report() {
        return reports.get(key);
    }

    private Wait ask() {
        return intake.ask(key, ApplicationFixture.RULES);
    }

    private Wait fallDue() {
        return intake.fallDue(key, ApplicationFixture.RULES);
    }

    private List<Application.Supplemented> supplemented() {
        return events.stream(Application.Supplemented.class).toList();
    }

    private List<String> told() {
        return journal.of(reference).stream()
                .filter(event -> event.kind() == EventKind.REPORT)
                .map(CaseEvent::text)
                .toList();
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(LocalTime.of(8, 0)).atZone(SwedishDate.ZONE).toInstant();
    }
}
