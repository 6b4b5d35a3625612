package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static se.tidig.application.ApplicationFixture.answers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.TestTime;
import se.tidig.application.DecisionDemand.Standing;
import se.tidig.application.MoreTimeService.Awaited;
import se.tidig.application.MoreTimeService.Running;
import se.tidig.call.CallFigures.Figure;
import se.tidig.call.CallFigures.Stage;
import se.tidig.call.CallFixture;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Board;

/** What the applicant sends in before and after the application, in whatever state the case is (20–25 §§ FL). */
@DomainTest
class WhatComesInTest {

    private static final Actor APPLICANT = Actor.of("forening@example.org");
    private static final Actor OFFICER = Actor.of("officerK1");

    @Autowired
    ApplicationFixture fixture;

    @Autowired
    CallFixture calls;

    @Autowired
    ApplicationIntakeService intake;

    @Autowired
    CompletionService requests;

    @Autowired
    CommunicationService hearing;

    @Autowired
    MoreTimeService moreTime;

    @Autowired
    EarlyEventService early;

    @Autowired
    EndApplication end;

    @Autowired
    AppliedFigures figures;

    @Autowired
    Completions completions;

    @Autowired
    Hearings hearings;

    @Autowired
    DecisionDemands demands;

    @Autowired
    ChangedAnswers changed;

    @Autowired
    Applications applications;

    @Autowired
    CaseJournal journal;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Reference reference;
    Reference call;
    Instant now;
    LocalDate today;

    @BeforeEach
    void anApplicationWithoutDocumentsIsChecked() {
        reference = fixture.checked(Board.K, answers("attachments", null));
        call = applications.get(reference).call();
        now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        today = SwedishDate.on(now);
        events.clear();
    }

    @Test
    void anApplicationThroughThePortalIsKeptInTheJournalAndItsCaseBegins() {
        var submitted = intake.submit(call, answers(), now, APPLICANT);

        assertThat(submitted).isEqualTo(Reference.of(call + "-002"));
        assertThat(applications.get(submitted))
                .returns(ApplicationStatus.RECEIVED, Application::status)
                .returns(now, Application::receivedAt)
                .returns(APPLICANT, Application::enteredBy);
        assertThat(events.stream(Application.Submitted.class))
                .containsExactly(new Application.Submitted(submitted, call, "K"));
        assertThat(journal.of(submitted))
                .containsExactly(new CaseEvent(
                        submitted,
                        now,
                        APPLICANT,
                        EventKind.APPLICATION,
                        "Ansökan från Föreningen Bryggan: Språkcafé Bryggan. Sökt belopp " + Sek.of(100_000) + "."));
    }

    @Test
    void anActivityWithoutANameIsSaidToHaveNone() {
        var submitted = intake.submit(call, answers("title", null), now, APPLICANT);

        assertThat(journal.latest(submitted, EventKind.APPLICATION).text()).contains(": verksamheten har inget namn. ");
    }

    @Test
    void aPaperCountsFromTheDayItCameAndNotBeforeTheCallNorAfterToday() {
        refused(
                "receivedDate",
                () -> intake.receivePaper(call, answers(), today.plusDays(1), OFFICER),
                "Dagen då handlingen kom in kan inte vara senare än i dag.");
        refused(
                "receivedDate",
                () -> intake.checkReceipt(call, today.minusDays(1)),
                "Dagen då handlingen kom in kan inte vara före den " + SwedishDate.text(today)
                        + ", innan utlysningen öppnade. Kontrollera dagen.");
        intake.checkReceipt(call, null);
        intake.checkReceipt(call, today);

        assertThat(intake.receivePaper(call, answers(), today, OFFICER).receivedAt())
                .isEqualTo(DayOfReceipt.noon(today));
    }

    @Test
    void aCallThatNobodyKnowsTakesNoApplication() {
        var unknown = Reference.of("K-1999-1");
        for (var act : List.<ThrowingCallable>of(
                () -> intake.submit(unknown, answers(), now, APPLICANT), () -> intake.checkReceipt(unknown, today))) {
            refused("callReference", act, "Ingen utlysning har numret K-1999-1. Kontrollera numret i utlysningen.");
        }
        jdbc.sql("update tidig.call set status = 'CANCELLED'").update();
        refused("callReference", () -> intake.checkReceipt(call, today), "Utlysningen " + call + " är inställd.");
    }

    @Test
    void aPaperOnTheWeekdayAfterAFreeLastDayMayBeJudgedLateWithTheReason() {
        // 2026-08-15 is a Saturday.
        jdbc.sql("update tidig.call set opens_at = '2026-07-01T06:00:00Z', closes_at = '2026-08-15T22:00:00Z'")
                .update();
        var monday = LocalDate.parse("2026-08-17");

        var late = intake.receivePaper(call, answers(), monday, "Portalen var öppen.", OFFICER);

        assertThat(applications.get(late.reference()).lateReason()).isEqualTo("Portalen var öppen.");
        assertThat(late.receivedAt()).isEqualTo(DayOfReceipt.noon(monday));
        assertThat(journal.latest(late.reference(), EventKind.EXAMINATION).text())
                .isEqualTo("Handlingen kom in 17 augusti 2026, efter sista dagen 15 augusti 2026, och bedöms ha kommit"
                        + " in för sent. Portalen var öppen.");
        refused(
                "judgedLate",
                () -> intake.receivePaper(call, answers(), monday.plusDays(1), "Sent.", OFFICER),
                "Handlingen kom in efter 17 augusti 2026 och är redan för sent inkommen. Avmarkera rutan.");
    }

    @Test
    void aWithdrawalEndsTheWaitOfTheCallIfItStillWaited() {
        intake.withdraw(reference, "Vi återkallar.", now, APPLICANT);

        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.WITHDRAWN);
        kept(EventKind.WITHDRAWAL, "Vi återkallar.");
        assertThat(events.stream(Application.Withdrawn.class)).containsExactly(new Application.Withdrawn(reference));
        assertThat(events.stream(Application.Settled.class)).containsExactly(new Application.Settled(reference, call));
        refused(
                "",
                () -> intake.withdraw(reference, "Igen.", now, APPLICANT),
                "Ansökan " + reference + " är redan återkallad.");
    }

    @Test
    void aWithdrawalOfARankedApplicationDoesNotSettleItAgain() {
        reference = fixture.prioritised(Board.K, answers());
        events.clear();

        intake.withdraw(reference, "Vi återkallar.", now, APPLICANT);

        assertThat(events.stream(Application.Settled.class)).isEmpty();
    }

    @Test
    void aDecidedCaseTakesNoWithdrawalCompletionDemandOrReply() {
        jdbc.sql("update tidig.application set status = 'DECIDED'").update();

        decided(() -> intake.withdraw(reference, "x", now, APPLICANT), "En återkallelse");
        decided(() -> intake.complete(reference, Map.of(), "x", now, APPLICANT), "En komplettering");
        decided(() -> intake.demandDecision(reference, "x", today, APPLICANT), "En begäran om att ärendet ska avgöras");
        refused(
                "",
                () -> intake.reply(reference, "x", now, APPLICANT),
                "Inget underlag är kommunicerat i ärendet " + reference
                        + ". Registrera handlingen som annan handling.");
    }

    @Test
    void whateverElseComesInIsKeptAndPutBeforeTheOfficer() {
        intake.supplement(reference, "Bilder.", now, APPLICANT);
        kept(EventKind.SUPPLEMENT, "Bilder.");
        intake.appeal(reference, "Vi överklagar.", now, APPLICANT);
        kept(EventKind.APPEAL, "Vi överklagar.");
        intake.notifyChange(reference, "Ny ordförande.", now, APPLICANT);
        kept(EventKind.CHANGE, "Ny ordförande.");

        assertThat(supplemented()).hasSize(2).containsOnly(new Application.Supplemented(reference));
        assertThat(events.stream(Application.ChangeNotified.class))
                .containsExactly(new Application.ChangeNotified(reference));
        assertThat(early.of(reference)).containsExactly(EventKind.SUPPLEMENT, EventKind.APPEAL, EventKind.CHANGE);
        intake.withdraw(reference, "Vi återkallar.", now, APPLICANT);
        assertThat(early.of(reference)).containsExactly(EventKind.WITHDRAWAL);
    }

    @Test
    void aCompletionThatWasAskedForReplacesAnswersAndAddsDocuments() {
        refused(
                "",
                () -> intake.complete(reference, Map.of(), "x", now, APPLICANT),
                "Ingen komplettering är begärd i ärendet " + reference + ". Registrera handlingen som annan handling.");
        assertThat(requests.ask(reference)).isEqualTo(new AwaitedAnswer(true, null));
        var asked = request(today.plusDays(14));
        assertThat(requests.ask(reference)).isEqualTo(new AwaitedAnswer(false, asked.deadline()));

        complete(Map.of("title", "Nytt namn", "attachments", List.of("statutes")), false);

        assertThat(applications.get(reference).given().text("title")).isEqualTo("Nytt namn");
        assertThat(applications.get(reference).given().choices("attachments")).containsExactly("statutes");
        assertThat(requests.ask(reference).isReceived()).isTrue();
        assertThat(events.stream(Application.Completed.class)).containsExactly(new Application.Completed(reference));
        kept(EventKind.COMPLETION, "Här är svaret.");
        assertThat(changed.of(reference))
                .extracting(ChangedAnswer::question, ChangedAnswer::before, ChangedAnswer::after)
                .containsExactlyInAnyOrder(
                        tuple("title", "Språkcafé Bryggan", "Nytt namn"),
                        tuple("attachments", null, List.of("statutes")));
        assertThat(changed.first(reference, applications.get(reference).answers()))
                .containsEntry("title", "Språkcafé Bryggan")
                .doesNotContainKey("attachments")
                .containsEntry("giro", "5050-1055");

        complete(Map.of("attachments", List.of("annualReport")), false);
        assertThat(applications.get(reference).given().choices("attachments"))
                .containsExactly("statutes", "annualReport");
        assertThat(supplemented()).containsExactly(new Application.Supplemented(reference));
    }

    @Test
    void aCompletionThatIsJudgedLateIsTakenAndTheTimeRunsOn() {
        var asked = request(today.plusDays(14));

        complete(Map.of("title", "Nytt namn"), true);

        assertThat(applications.get(reference).given().text("title")).isEqualTo("Nytt namn");
        assertThat(requests.ask(reference)).isEqualTo(new AwaitedAnswer(false, asked.deadline()));
        assertThat(supplemented()).containsExactly(new Application.Supplemented(reference));
        assertThat(events.stream(Application.Completed.class)).isEmpty();
    }

    @Test
    void aRequestIsToldWithItsLastDayAndEachIsANewRound() {
        refused("completionBy", () -> request(today), "Ange en dag senare än i dag, så att sökanden hinner svara.");

        assertThat(request(today.plusDays(14)).round()).isEqualTo(1);
        assertThat(request(today.plusDays(21)).round()).isEqualTo(2);

        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.AWAITING_COMPLETION);
        kept(
                EventKind.COMPLETION_REQUEST,
                "Skicka in stadgarna. Sista svarsdag: " + SwedishDate.text(today.plusDays(21)) + ".");
    }

    @Test
    void anOrderIsAboutWhatPreventsExaminationAndStatesItsConsequence() {
        reference = fixture.checked(Board.K, ApplicationFixture.answers("signed", false));

        var order = requests.request(
                reference,
                new Completion.Request(
                        CompletionKind.ORDER,
                        "Skriv under.",
                        List.of(),
                        "Ansökan kan avvisas.",
                        today.plusDays(14),
                        OFFICER));

        assertThat(order.codes()).containsExactly("NOT_SIGNED");
        kept(
                EventKind.COMPLETION_ORDER,
                "Skriv under. Sista svarsdag: " + SwedishDate.text(today.plusDays(14)) + ". Ansökan kan avvisas.");
    }

    @Test
    void theTimeToCompleteIsExtendedToALaterDayOrRunsOut() {
        request(today.plusDays(14));
        refused(
                "newCompletionBy",
                () -> requests.extend(reference, today, "Skäl", OFFICER),
                "Ange en dag senare än i dag, så att sökanden hinner svara.");
        refused(
                "newCompletionBy",
                () -> requests.extend(reference, today.plusDays(14), "Skäl", OFFICER),
                "Ange en dag efter den tidigare sista dagen, " + SwedishDate.text(today.plusDays(14)) + ".");

        assertThat(requests.extend(reference, today.plusDays(15), "Semester.", OFFICER)
                        .dueOn())
                .isEqualTo(today.plusDays(15));
        kept(
                EventKind.COMPLETION_REQUEST,
                "Tiden förlängd till " + SwedishDate.text(today.plusDays(15)) + ". Semester.");

        requests.letStand(reference, "Inget svar.", OFFICER);
        assertThat(completions.latest(reference))
                .hasValueSatisfying(asked -> assertThat(asked.isOpen()).isFalse());
        kept(EventKind.COMPLETION_EXPIRED, "Inget svar.");
    }

    @Test
    void aRequestThatWasAnsweredMeanwhileStaysAnswered() {
        request(today.plusDays(14));
        complete(Map.of(), false);

        requests.letStand(reference, "Inget svar.", OFFICER);

        assertThat(requests.ask(reference).isReceived()).isTrue();
        assertThat(completions.latest(reference).orElseThrow().outcomeReason()).isNull();
    }

    @Test
    void commentsInTimeWakeTheCaseAndLaterOnesAreReadByTheOfficer() {
        assertThat(hearing.ask(reference)).isEqualTo(new AwaitedAnswer(true, null));
        refused(
                "replyBy",
                () -> hearing.communicate(reference, "Underlag.", today, OFFICER),
                "Ange en dag senare än i dag, så att sökanden hinner yttra sig.");
        var sent = hearing.communicate(reference, "Underlag.", today.plusDays(14), OFFICER);
        kept(EventKind.HEARING, "Underlag. Sista svarsdag: " + SwedishDate.text(today.plusDays(14)) + ".");
        assertThat(hearing.ask(reference)).isEqualTo(new AwaitedAnswer(false, sent.deadline()));

        intake.reply(reference, "Vi håller inte med.", now, APPLICANT);
        assertThat(events.stream(Application.Replied.class)).containsExactly(new Application.Replied(reference));
        assertThat(supplemented()).isEmpty();
        assertThat(hearing.ask(reference).isReceived()).isTrue();
        kept(EventKind.REPLY, "Vi håller inte med.");

        intake.reply(reference, "Och dessutom.", now, APPLICANT);
        assertThat(supplemented()).containsExactly(new Application.Supplemented(reference));
        assertThat(hearings.latest(reference).orElseThrow().reply()).isEqualTo("Vi håller inte med.\n\nOch dessutom.");
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "false, 20"})
    void commentsThatAreJudgedLateOrComeAfterTheTimeAreReadByTheOfficer(boolean judgedLate, int days) {
        hearing.communicate(reference, "Underlag.", today.plusDays(14), OFFICER);
        TestTime.pass(Duration.ofDays(days));

        intake.reply(reference, "Vi håller inte med.", now, APPLICANT, judgedLate);

        assertThat(supplemented()).containsExactly(new Application.Supplemented(reference));
        assertThat(events.stream(Application.Replied.class)).isEmpty();
    }

    @Test
    void anOfficerOwesTheApplicantAHearingOnWhatOthersHaveSaid() {
        assertThat(hearing.isOwed(reference)).isFalse();
        jdbc.sql("update tidig.eligibility_record set findings = cast(? as jsonb)")
                .param("[{\"code\": \"OVERDUE_RECOVERY\", \"effect\": \"INELIGIBLE\", \"paragraph\": \"9 §\","
                        + " \"reason\": \"Skuld.\"}]")
                .update();
        assertThat(hearing.isOwed(reference)).isTrue();

        hearing.communicate(reference, "Underlag.", today.plusDays(14), OFFICER);

        assertThat(hearing.isOwed(reference)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"200, ADMISSIBLE, REPEATED", "100, EARLY, EARLY"})
    void aDemandForADecisionIsAdmissibleAfterSixMonthsAndOnce(int days, Standing standing, Standing again) {
        TestTime.pass(Duration.ofDays(days));
        var day = SwedishDate.on(clock.instant());

        intake.demandDecision(reference, "Avgör ärendet.", day, APPLICANT);

        var demand = demands.latest(reference).orElseThrow();
        assertThat(demand.standing()).isEqualTo(standing);
        assertThat(demand.answerBy()).isAfterOrEqualTo(day.plusWeeks(4));
        assertThat(events.stream(Application.DecisionDemanded.class))
                .containsExactly(new Application.DecisionDemanded(reference));
        kept(EventKind.DECISION_DEMAND, "Avgör ärendet.");
        intake.demandDecision(reference, "Nu.", day, APPLICANT);
        assertThat(demands.latest(reference).orElseThrow().standing()).isEqualTo(again);
    }

    @Test
    void aRequestForMoreTimeIsPutToTheProcessThatWaits() {
        moreTime.request(reference, "Mer tid.", now, APPLICANT);

        kept(EventKind.MORE_TIME, "Mer tid.");
        assertThat(events.stream(Application.MoreTimeRequested.class))
                .containsExactly(new Application.MoreTimeRequested(reference, reference.value()));
        assertThat(moreTime.running(reference)).isEmpty();
        refused(
                "moreTimeStep",
                () -> moreTime.grant(reference, today.plusDays(30), "Skäl", OFFICER),
                "Parten har svarat eller ärendet har gått vidare, så det finns ingen sista dag att flytta."
                        + " Öppna ärendet på nytt.");
    }

    @Test
    void moreTimeToCompleteIsGrantedToALaterDay() {
        request(today.plusDays(14));
        assertThat(moreTime.running(reference))
                .contains(new Running(Awaited.COMPLETION, today.plusDays(14), reference.value()));
        refused(
                "newReplyBy",
                () -> moreTime.grant(reference, today.plusDays(14), "Skäl", OFFICER),
                "Ange en dag efter den sista dag som gäller nu, " + SwedishDate.text(today.plusDays(14)) + ".");

        moreTime.grant(reference, today.plusDays(15), "Semester.", OFFICER);

        assertThat(completions.latest(reference).orElseThrow().dueOn()).isEqualTo(today.plusDays(15));
        assertThat(moreTime.latest(reference))
                .contains(new MoreTimeService.Answer(Awaited.COMPLETION, true, today.plusDays(15), "Semester."));
        kept(
                EventKind.MORE_TIME_ANSWER,
                "Ny sista dag för komplettering: " + SwedishDate.text(today.plusDays(15)) + ". Semester.");
    }

    @Test
    void moreTimeIsGrantedToADayAheadAlsoIfTheTimeHasRunOut() {
        request(today.plusDays(14));
        TestTime.pass(Duration.ofDays(30));

        refused(
                "newReplyBy",
                () -> moreTime.grant(reference, today.plusDays(30), "Skäl", OFFICER),
                "Ange en dag senare än i dag, så att parten hinner svara.");
    }

    @Test
    void moreTimeToCommentIsGrantedOrRefused() {
        hearing.communicate(reference, "Underlag.", today.plusDays(14), OFFICER);
        moreTime.refuse(reference, "Ärendet brådskar.", OFFICER);
        assertThat(moreTime.latest(reference))
                .contains(new MoreTimeService.Answer(Awaited.HEARING, false, today.plusDays(14), "Ärendet brådskar."));
        kept(
                EventKind.MORE_TIME_ANSWER,
                "Begäran om mer tid avslås. Sista dag för yttrande är fortfarande "
                        + SwedishDate.text(today.plusDays(14)) + ". Ärendet brådskar.");

        moreTime.grant(reference, today.plusDays(20), "Skäl.", OFFICER);
        assertThat(hearings.latest(reference).orElseThrow().dueOn()).isEqualTo(today.plusDays(20));
        intake.reply(reference, "Svar.", now, APPLICANT);
        assertThat(moreTime.running(reference)).isEmpty();
    }

    @Test
    void nothingRunsInACaseThatIsDecided() {
        request(today.plusDays(14));
        jdbc.sql("update tidig.application set status = 'DECIDED'").update();

        assertThat(moreTime.running(reference)).isEmpty();
    }

    @Test
    void anApplicationThatIsEndedEarlyNoLongerHoldsUpItsCall() {
        end.end(reference, Actor.of("admin"));

        assertThat(end.process()).isEqualTo("application");
        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.ENDED);
        assertThat(events.stream(Application.Settled.class)).containsExactly(new Application.Settled(reference, call));
        assertThat(events.stream(Application.Ended.class)).containsExactly(new Application.Ended(reference, call));

        end.end(reference, Actor.of("admin"));
        end.end(Reference.of("K-1999-1-001"), Actor.of("admin"));
        assertThat(events.stream(Application.Ended.class)).hasSize(1);
    }

    @Test
    void aCallCountsWhatCameInAndWhatWasWithdrawn() {
        intake.submit(call, answers("requestedAmount", 50_000), now, APPLICANT);
        assertThat(figures.of(call))
                .containsExactly(
                        new Figure(Stage.APPLIED, 2, Sek.of(150_000)), new Figure(Stage.WITHDRAWN, 0, Sek.ZERO));

        intake.withdraw(reference, "Vi återkallar.", now, APPLICANT);

        assertThat(figures.of(call))
                .containsExactly(
                        new Figure(Stage.APPLIED, 2, Sek.of(150_000)), new Figure(Stage.WITHDRAWN, 1, Sek.of(100_000)));
        assertThat(applications.countUndecided(call)).isEqualTo(2);
        assertThat(applications.countUnsettled(call)).isOne();
        assertThat(applications.countByStatus(call, ApplicationStatus.WITHDRAWN))
                .isOne();
    }

    private Completion request(LocalDate dueOn) {
        return requests.request(
                reference,
                new Completion.Request(
                        CompletionKind.INFORMAL, "Skicka in stadgarna.", List.of("attachments"), null, dueOn, OFFICER));
    }

    private void complete(Map<String, Object> given, boolean judgedLate) {
        intake.complete(reference, given, "Här är svaret.", now, APPLICANT, judgedLate);
    }

    private List<Application.Supplemented> supplemented() {
        return new ArrayList<>(events.stream(Application.Supplemented.class).toList());
    }

    private void kept(EventKind kind, String text) {
        assertThat(journal.latest(reference, kind).text()).isEqualTo(text);
    }

    private void decided(ThrowingCallable act, String what) {
        refused(
                "",
                act,
                what + " kan inte tas emot: ansökan " + reference
                        + " är redan beslutad. Registrera handlingen som annan handling.");
    }

    private static void refused(String field, ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.messages())
                .isEqualTo(Map.of(field, because)));
    }
}
