package se.tidig.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.grant.GrantFixture.report;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.bundle.Bundle;
import se.tidig.decision.Audit;
import se.tidig.document.TemplateFiller;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.WatchedContents;
import se.tidig.grant.GrantFixture;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone.Status;
import se.tidig.grant.RepaymentClaims;
import se.tidig.organisation.OverdueClaim;
import se.tidig.organisation.OverdueClaims;
import se.tidig.report.Report.State;
import se.tidig.report.ReportArchive.Reception;
import se.tidig.timelimit.PublicHolidays;

@TidigTest
class ReportProcessTest {

    @Autowired
    Play play;

    @Autowired
    GrantFixture fixture;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Grants grants;

    @Autowired
    Reports reports;

    @Autowired
    ReportArchive archive;

    @Autowired
    ReportIntakeService intake;

    @Autowired
    RepaymentClaims claims;

    @Autowired
    OverdueClaims register;

    @Autowired
    TemplateFiller templates;

    @Autowired
    WatchedContents shown;

    Reference reference;
    String key;

    @BeforeEach
    void aReportIsAwaited() {
        reference = fixture.awaitingFinalReport();
        begin();
    }

    @Test
    void aWholeReportInTimeIsAcceptedAndEndsItsMilestone() {
        submit(report(90_000));
        review(Map.of("reportReview", "ACCEPT"));

        assertThat(play.ended("report", key)).isTrue();
        assertThat(reports.get(MilestoneKey.of(key)).status()).isEqualTo(State.CLOSED);
        assertThat(milestone()).isEqualTo(Status.ACCEPTED);
        assertThat(path())
                .contains("serviceTask_mailAccepted")
                .doesNotContain("userTask_controlReport", "userTask_handleRecovery", "serviceTask_mailReminder");
    }

    @Test
    void theRecipientIsRemindedBeforeAndAfterTheLastDayAndALateReportIsTakenWhenItComes() {
        passToDay(-29);
        assertThat(mails("serviceTask_mailReminder")).isEqualTo(1);
        passToDay(-6);
        assertThat(mails("serviceTask_mailReminder")).isEqualTo(2);
        passToDay(2);
        assertThat(mails("serviceTask_mailOverdue")).isEqualTo(1);
        passToDay(15);
        assertThat(mails("serviceTask_mailOverdue")).isEqualTo(2);

        submit(report(90_000));

        assertThat(archive.findings(MilestoneKey.of(key)))
                .extracting(ReportFinding::code)
                .containsExactly("LATE");
        review(Map.of("reportReview", "ACCEPT"));
        assertThat(milestone()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void aReportThatDoesNotComeIsPutBeforeAnOfficerWhoMayGiveMoreTime() {
        passUntilMissing();
        var newDay = fixture.today().plusDays(60);

        play.as("officerK1")
                .complete(
                        "userTask_handleMissing",
                        key,
                        Map.of(
                                "missingReport",
                                "EXTEND",
                                "newDue",
                                newDay.toString(),
                                "missingNote",
                                "Sjukdom i styrelsen"));
        settle();

        assertThat(grants.get(reference).milestone(MilestoneKey.of(key)).due()).isEqualTo(newDay);
        assertThat(play.openTasks(key)).isEmpty();
        play.passTo(SwedishDate.startOf(newDay.minusDays(29)));
        settle();
        assertThat(mails("serviceTask_mailReminder")).isEqualTo(3);
    }

    @Test
    void moreTimeIsGivenForwardOnly() {
        passUntilMissing();

        refused(
                "userTask_handleMissing",
                Map.of(
                        "missingReport", "EXTEND",
                        "newDue", fixture.today().toString(),
                        "missingNote", "Sjukdom i styrelsen"),
                "senare än i dag");
    }

    @Test
    void theGroundIsThatNoReportCameAndTheClaimEndsTheReport() {
        passUntilMissing();
        play.as("officerK1").complete("userTask_handleMissing", key, recover());

        play.as("financeK1").complete("userTask_recoverMissing", key, claim("NOT_REPORTED", 90_000, 0));
        settle();
        assertThat(play.openTasks(key)).containsExactly("userTask_followUpRecovery");
        followUp("PAID", "paidAmount", 90_000, "paidOn", fixture.today().toString());

        assertThat(play.ended("report", key)).isTrue();
        assertThat(milestone()).isEqualTo(Status.NOT_ACCEPTED);
        assertThat(claims.findByReferenceOrderById(reference)).singleElement().satisfies(claim -> {
            assertThat(claim.ground()).isEqualTo("NOT_REPORTED");
            assertThat(claim.groundText()).isEqualTo("16 § första stycket 4: inte redovisat");
            assertThat(claim.amount()).isEqualTo(Sek.of(90_000));
            assertThat(claim.milestone()).isEqualTo(MilestoneKey.of(key));
            assertThat(claim.handledBy()).isEqualTo(Actor.of("financeK1"));
        });
    }

    @Test
    void aReportThatComesWhileItsAbsenceIsHandledIsTaken() {
        passUntilMissing();

        submit(report(90_000));

        assertThat(play.openTasks(key)).containsExactly("userTask_reviewReport");
    }

    @Test
    void aReportThatComesBeforeTheClaimIsSettledIsTaken() {
        passUntilMissing();
        play.as("officerK1").complete("userTask_handleMissing", key, recover());

        submit(report(90_000));

        assertThat(play.openTasks(key)).containsExactly("userTask_reviewReport");
        assertThat(claims.findByReferenceOrderById(reference)).isEmpty();
    }

    @Test
    void whatComesAfterTheClaimIsKeptAndChangesNothing() {
        passUntilMissing();
        play.as("officerK1").complete("userTask_handleMissing", key, recover());
        play.as("financeK1").complete("userTask_recoverMissing", key, claim("NOT_REPORTED", 90_000, 0));
        settle();

        assertThat(intake.submit(reference, MilestoneKey.of(key), new Answers(report(90_000)), Actor.of("Anna Lind")))
                .isEqualTo(Reception.AGAIN);
        assertThat(reports.get(MilestoneKey.of(key)).status()).isEqualTo(State.NOT_ACCEPTED);
        followUp("ENDED");
        assertThat(milestone()).isEqualTo(Status.NOT_ACCEPTED);
    }

    @Test
    void aRiskLeadsToACloserControlBeforeTheReview() {
        submit(report(90_000, "conditionsFollowed", "no", "conditionsComment", "Lokalen byttes."));

        assertThat(play.openTasks(key)).containsExactly("userTask_controlReport");
        play.as("officerK2")
                .complete(
                        "userTask_controlReport",
                        key,
                        Map.of("controlSteps", List.of("visit"), "controlNote", "Besök visar att villkoren följs."));

        assertThat(reports.get(MilestoneKey.of(key)).controlNote()).isEqualTo("Besök visar att villkoren följs.");
        assertThat(play.openTasks(key)).containsExactly("userTask_reviewReport");
    }

    @Test
    void aMissingAuditorIsCompletedAndTheReportCheckedAgain() {
        submit(report(90_000, "auditor", "none", "auditorName", null));
        assertThat(archive.findings(MilestoneKey.of(key)))
                .extracting(ReportFinding::code)
                .containsExactly("AUDITOR_MISSING");
        assertThat(shown.read("report", task("control-report")).toString()).contains("auditor=Ingen revisor,");
        askForCompletion();
        assertThat(reports.get(MilestoneKey.of(key)).status()).isEqualTo(State.AWAITING_COMPLETION);
        assertThat(path()).contains("serviceTask_mailCompletion");

        submit(report(90_000));

        assertThat(archive.findings(MilestoneKey.of(key))).isEmpty();
        review(Map.of("reportReview", "ACCEPT"));
        assertThat(milestone()).isEqualTo(Status.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "300000, 300000, AUDITOR_NOT_AUTHORISED, auktoriserad eller godkänd revisor",
        "300000, 100000, , granskas av en revisor",
    })
    void theAuditorFollowsWhatWasReceivedWhateverTheDecisionCountedOn(
            String granted, String received, String finding, String shown) {
        reference = fixture.awaitingFinalReport(granted, received, false);
        begin();
        assertThat(grants.get(reference).audit()).isEqualTo(Audit.AUTHORISED_AUDITOR);
        assertThat(templates.text(
                        Bundle.packaged().text("forms/mails/report-reminder.txt"),
                        new CaseTask(reference, "K", null, null, null, null, null, null, Map.of("milestone", key))))
                .containsOnlyOnce("Redovisningen ska granskas av en ")
                .contains(shown);

        submit(report(Integer.parseInt(received)));

        assertThat(archive.findings(MilestoneKey.of(key)))
                .extracting(ReportFinding::code)
                .isEqualTo(finding == null ? List.of() : List.of(finding));
        assertThat(play.as("officerK1").task("userTask_reviewReport", key)).isNotNull();
    }

    @Test
    void aCompletionThatDoesNotComeByItsDayLeavesTheReportToBeJudgedAsItIs() {
        submit(report(90_000, "auditor", "none", "auditorName", null));
        askForCompletion();

        play.passTo(
                SwedishDate.startOf(PublicHolidays.weekdayFrom(fixture.today().plusDays(14))));
        assertThat(play.openTasks(key)).isEmpty();
        play.pass(Duration.ofDays(1));
        settle();

        assertThat(archive.findings(MilestoneKey.of(key)))
                .extracting(ReportFinding::code)
                .containsExactlyInAnyOrder("AUDITOR_MISSING", "COMPLETION_MISSING");
        assertThat(play.openTasks(key)).containsExactly("userTask_reviewReport");
    }

    @Test
    void aCompletionThatComesWhileItsRequestIsBeingMailedIsNotLost() {
        submit(report(90_000, "auditor", "none", "auditorName", null));
        play.as("officerK1").complete("userTask_reviewReport", key, completion());

        intake.submit(reference, null, new Answers(report(90_000)), Actor.of("Anna Lind"));
        settle();

        assertThat(play.openTasks(key)).containsExactly("userTask_reviewReport");
        assertThat(archive.findings(MilestoneKey.of(key))).isEmpty();
    }

    @Test
    void unusedMoneyIsClaimedThoughTheReportIsAccepted() {
        submit(report(80_000, "unusedAmount", 10_000));
        assertThat(archive.findings(MilestoneKey.of(key)))
                .extracting(ReportFinding::code)
                .containsExactly("UNUSED");
        review(Map.of("reportReview", "ACCEPT", "unusedConfirmed", 10_000));

        assertThat(play.openTasks(key)).containsExactly("userTask_handleRecovery");
        play.as("officerK1").complete("userTask_handleRecovery", key, claim("UNUSED", 10_000, 10_000));
        settle();

        assertThat(play.ended("report", key)).isTrue();
        assertThat(milestone()).isEqualTo(Status.ACCEPTED);
        assertThat(claims.findByReferenceOrderById(reference).get(0).repaid()).isEqualTo(Sek.of(10_000));
    }

    @Test
    void aReportThatIsNotAcceptedLeadsToAClaim() {
        submit(report(90_000));
        review(Map.of("reportReview", "RECOVER", "unusedConfirmed", 90_000, "reviewReason", "Fel ändamål"));

        assertThat(play.openTasks(key)).containsExactly("userTask_handleRecovery");
        assertThat(path()).doesNotContain("serviceTask_mailAccepted");
        play.as("financeK1").complete("userTask_handleRecovery", key, claim("UNUSED", 90_000, 0));
        settle();
        followUp("ENDED");
        assertThat(milestone()).isEqualTo(Status.NOT_ACCEPTED);
    }

    /** 9 § 3: no board gives a grant to an applicant with an unpaid claim that is due and enforceable. */
    @Test
    void aClaimIsSeenByEveryBoardWhileItIsDueEnforceableAndUnpaid() {
        submit(report(80_000, "unusedAmount", 10_000));
        review(Map.of("reportReview", "ACCEPT", "unusedConfirmed", 10_000));
        play.as("financeK1").complete("userTask_handleRecovery", key, claim("UNUSED", 10_000, 0));
        settle();
        var decided = fixture.today();

        play.pass(Duration.ofDays(31));
        assertThat(overdue()).as("due, not enforceable (35 § FL)").isEmpty();
        followUp("ENFORCEABLE", "claimEnforceableOn", fixture.today().toString());
        assertThat(overdue()).singleElement().satisfies(claim -> {
            assertThat(claim.board()).isEqualTo("K");
            assertThat(claim.decision()).isEqualTo("604-17-2027");
            assertThat(claim.decidedOn()).isEqualTo(decided);
            assertThat(claim.dueOn()).isEqualTo(decided.plusDays(30));
            assertThat(claim.amount()).isEqualTo(Sek.of(10_000));
        });

        followUp("PAID", "paidAmount", 4_000, "paidOn", fixture.today().toString());
        assertThat(overdue()).extracting(OverdueClaim::amount).containsExactly(Sek.of(6_000));
        followUp("DEFERRED", "newClaimDueOn", fixture.today().plusDays(60).toString());
        assertThat(overdue()).as("deferred").isEmpty();
        play.pass(Duration.ofDays(61));
        assertThat(overdue()).hasSize(1);
        followUp("APPEALED");
        assertThat(overdue()).as("appealed").isEmpty();
        followUp("ENFORCEABLE", "claimEnforceableOn", fixture.today().toString());
        assertThat(overdue()).hasSize(1);
        shown.givesEachField("watchedClaim", reference, Map.of());
        refusedFollowUp("PAID", "paidAmount", 6_001, "paidOn", fixture.today().toString());

        followUp("PAID", "paidAmount", 6_000, "paidOn", fixture.today().toString());
        assertThat(overdue()).isEmpty();
        assertThat(play.ended("report", key)).isTrue();
    }

    @Test
    void aClaimIsRecordedOnlyWithItsDecision() {
        submit(report(80_000, "unusedAmount", 10_000));
        review(Map.of("reportReview", "ACCEPT", "unusedConfirmed", 10_000));
        var undecided = claim("UNUSED", 10_000, 0);
        undecided.remove("claimDecidedOn");

        refused("userTask_handleRecovery", undecided, "Dag för beslutet");
        var early = claim("UNUSED", 10_000, 0);
        early.put("claimDueOn", fixture.today().minusDays(1).toString());
        refused("userTask_handleRecovery", early, "kan inte vara före beslutets dag");
        assertThat(play.openTasks(key)).containsExactly("userTask_handleRecovery");
    }

    @Test
    void noMailSaysThatMoneyIsToBePaidBackBeforeADecision() {
        submit(report(80_000, "unusedAmount", 10_000));
        review(Map.of("reportReview", "ACCEPT", "unusedConfirmed", 10_000));

        assertThat(path()).contains("serviceTask_mailAccepted");
        for (var mail : mail("report-accepted")) {
            assertThat(mail)
                    .contains("10\u00a0000\u00a0kr", "pröva om ni ska betala tillbaka")
                    .doesNotContain("ska betalas tillbaka", "null");
        }
    }

    @Test
    void aNewLastDayIsToldToTheRecipient() {
        passUntilMissing();
        var day = fixture.today().plusDays(20);
        play.as("officerK1")
                .complete(
                        "userTask_handleMissing",
                        key,
                        Map.of("missingReport", "EXTEND", "newDue", day.toString(), "missingNote", "Sjukdom."));
        settle();

        assertThat(path()).contains("serviceTask_mailDueMoved");
        for (var mail : mail("report-due-moved")) {
            assertThat(mail).contains(SwedishDate.text(day), "slutredovisning").doesNotContain("null");
        }
    }

    @Test
    void theReminderSaysWhatTheReportContainsAndWhatFollowsIfItDoesNotCome() {
        for (var mail : mail("report-reminder")) {
            assertThat(mail.replaceAll("<[^>]*>", ""))
                    .contains("ska ha kommit in till oss senast")
                    .contains("En ekonomisk redovisning av det bidrag som ni har tagit emot.")
                    .contains("En redogörelse för hur bidraget har använts.")
                    .contains("vilka resultat som har uppnåtts och hur de förhåller sig till bidragets syfte")
                    .contains("de uppgifter och handlingar som länsstyrelsen begär")
                    .contains("14 och 14 a §§ förordningen (2016:1364)")
                    .contains("skyldig att betala tillbaka det (16 § första stycket 4)")
                    .doesNotContain("null");
        }
    }

    /** The mail's text and HTML as a recipient gets them now. */
    private List<String> mail(String name) {
        var task = task(name);
        var files = Bundle.packaged();
        return List.of(
                templates.text(files.text("forms/mails/" + name + ".txt"), task),
                templates.html(files.text("forms/mails/" + name + ".html"), task));
    }

    private CaseTask task(String form) {
        return new CaseTask(reference, "K", "report", null, form, null, null, null, Map.of("milestone", key));
    }

    private List<OverdueClaim> overdue() {
        return register.against("8020000006", fixture.today());
    }

    private void followUp(String event, Object... more) {
        play.as("financeK1").complete("userTask_followUpRecovery", key, event(event, more));
        settle();
    }

    private void refusedFollowUp(String event, Object... more) {
        refused("userTask_followUpRecovery", event(event, more), "Ange det belopp som har kommit in");
    }

    private static Map<String, Object> event(String event, Object... more) {
        var answers = new HashMap<String, Object>(Map.of("claimEvent", event, "claimNote", "Enligt kontoutdrag."));
        for (var i = 0; i < more.length; i += 2) {
            answers.put((String) more[i], more[i + 1]);
        }
        return answers;
    }

    @Test
    void whatIsMissingIsAcceptedOnlyWithAReason() {
        submit(report(90_000, "auditor", "none", "auditorName", null));

        refused("userTask_reviewReport", Map.of("reportReview", "ACCEPT"), "Skriv varför redovisningen godkänns ändå");
        refused("userTask_reviewReport", Map.of("reportReview", "RECOVER"), "Skriv varför redovisningen inte godkänns");
        refused(
                "userTask_reviewReport",
                Map.of("reportReview", "ACCEPT", "unusedConfirmed", 90_001, "reviewReason", "Skäl"),
                "kan inte vara mer än");

        review(Map.of("reportReview", "ACCEPT", "reviewReason", "Revisorn har skrivit direkt till oss."));
        assertThat(milestone()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void noMoreIsClaimedThanWasPaid() {
        submit(report(90_000));
        review(Map.of("reportReview", "RECOVER", "reviewReason", "Fel ändamål"));

        refused("userTask_handleRecovery", claim("UNUSED", 90_001, 0), "kan vara högst");
        refused("userTask_handleRecovery", claim("UNUSED", 1_000, 1_001), "kan inte vara mer än");
        assertThat(play.openTasks(key)).containsExactly("userTask_handleRecovery");
    }

    @Test
    void aReportSubmittedTwiceIsKeptTwiceAndTakenOnce() {
        submit(report(90_000));
        var again = intake.submit(reference, null, new Answers(report(1)), Actor.of("Anna Lind"));

        assertThat(again).isEqualTo(Reception.AGAIN);
        assertThat(archive.ofCase(reference)).hasSize(2);
        assertThat(archive.latest(MilestoneKey.of(key))
                        .orElseThrow()
                        .values()
                        .get("costs")
                        .toString())
                .contains("90000");
        assertThat(play.openTasks(key)).containsExactly("userTask_reviewReport");
    }

    @Test
    void aPaperThatCameInOnTheLastDayIsInTimeThoughItIsEnteredLater() {
        for (var day : List.of(-29, -6, 2)) {
            passToDay(day);
        }
        var lastDay = grants.get(reference).milestone(MilestoneKey.of(key)).due();
        var document = play.as("registrarK")
                .start(
                        "incoming-document",
                        Map.of(
                                "caseReference",
                                reference.value(),
                                "documentKind",
                                "report",
                                "receivedDate",
                                lastDay.toString()))
                .getBusinessKey();
        settle();

        play.as("registrarK").complete("userTask_registerReport", document, report(90_000));
        settle();

        assertThat(SwedishDate.on(reports.get(MilestoneKey.of(key)).submittedAt()))
                .isEqualTo(lastDay);
        assertThat(archive.findings(MilestoneKey.of(key))).isEmpty();
        assertThat(play.openTasks(key)).containsExactly("userTask_reviewReport");
    }

    @Test
    void aReportForAnotherCaseOrAMilestoneThatDoesNotWaitIsKeptAndChangesNothing() {
        assertThat(intake.submit(
                        reference, MilestoneKey.of("K-1999-1-001-M2"), new Answers(report(1)), Actor.of("Anna Lind")))
                .isEqualTo(Reception.OTHER_CASE);
        assertThat(intake.submit(
                        reference, MilestoneKey.of(reference + "-M1"), new Answers(report(1)), Actor.of("Anna Lind")))
                .isNotEqualTo(Reception.TAKEN);

        assertThat(reports.get(MilestoneKey.of(key)).status()).isEqualTo(State.AWAITED);
        assertThat(archive.ofCase(reference)).hasSize(2);
        assertThatThrownBy(() -> intake.submit(
                        Reference.of("K-1999-1-001"), null, new Answers(report(1)), Actor.of("Anna Lind")))
                .isInstanceOf(ReportRefused.class)
                .hasMessageContaining("Kontrollera ärendenumret");
    }

    @Test
    void aLargeGrantDemandsAnAuthorisedAuditorAndAMunicipalityNone() {
        reference = fixture.awaitingFinalReport("296000", false);
        begin();
        submit(report(296_000));
        assertThat(archive.findings(MilestoneKey.of(key)))
                .extracting(ReportFinding::code)
                .containsExactly("AUDITOR_NOT_AUTHORISED");

        reference = fixture.awaitingFinalReport("296000", true);
        begin();
        submit(report(296_000, "auditor", "none", "auditorName", null));
        assertThat(archive.findings(MilestoneKey.of(key))).isEmpty();
    }

    @Test
    void theFormRefusesWhatIsMissingInSwedish() {
        submit(report(90_000));

        refused("userTask_reviewReport", Map.of(), "Bedömning");
        refused("userTask_reviewReport", Map.of("reportReview", "COMPLETION"), "kompletteras");
    }

    private void begin() {
        key = reference + "-M2";
        play.asNobody();
        runtime.startProcessInstanceByKey(
                "report",
                key,
                Map.of(
                        "reference",
                        reference.value(),
                        "board",
                        "K",
                        "call",
                        grants.get(reference).call().value(),
                        "milestone",
                        key));
        settle();
    }

    private void submit(Map<String, Object> answers) {
        play.asNobody();
        assertThat(intake.submit(reference, null, new Answers(answers), Actor.of("Anna Lind")))
                .isEqualTo(Reception.TAKEN);
        settle();
    }

    private void review(Map<String, Object> answers) {
        play.as("officerK1").complete("userTask_reviewReport", key, answers);
        settle();
    }

    private void askForCompletion() {
        play.as("officerK1").complete("userTask_reviewReport", key, completion());
        settle();
    }

    private Map<String, Object> completion() {
        return Map.of(
                "reportReview", "COMPLETION",
                "reportCompletionText", "Skicka revisorns rapport.",
                "reportCompletionBy", fixture.today().plusDays(14).toString());
    }

    private static Map<String, Object> recover() {
        return Map.of("missingReport", "RECOVER", "missingNote", "Inget svar på brev eller telefon");
    }

    private Map<String, Object> claim(String ground, int amount, int repaid) {
        var answers = new HashMap<String, Object>();
        answers.put("recoveryAction", "CLAIM");
        answers.put("recoveryGround", ground);
        answers.put("claimAmount", amount);
        answers.put("claimDecision", "604-17-2027");
        answers.put("claimDecidedOn", fixture.today().toString());
        answers.put("claimDueOn", fixture.today().plusDays(30).toString());
        answers.put("recoveryReason", "Enligt granskningen.");
        if (repaid > 0) {
            answers.put("repaidAmount", repaid);
            answers.put("repaidOn", fixture.today().toString());
        }
        return answers;
    }

    private void refused(String element, Map<String, Object> answers, String because) {
        play.as(element.contains("ecover") ? "financeK1" : "officerK1");
        assertThatThrownBy(() -> play.complete(element, key, answers)).hasStackTraceContaining(because);
    }

    private void passUntilMissing() {
        for (var day : List.of(-29, -6, 2, 15, 29)) {
            passToDay(day);
        }
        assertThat(play.openTasks(key)).containsExactly("userTask_handleMissing");
    }

    /** Exactly so many days after the last day. */
    private void passToDay(int days) {
        var due = grants.get(reference).milestone(MilestoneKey.of(key)).due();
        var from = days > 0 ? PublicHolidays.weekdayFrom(due) : due;
        play.passTo(SwedishDate.startOf(from.plusDays(days)));
        settle();
    }

    private void settle() {
        play.asNobody();
        for (int round = 0; round < 3; round++) {
            play.runJobs();
            play.work();
        }
    }

    private long mails(String element) {
        return path().stream().filter(element::equals).count();
    }

    private List<String> path() {
        return play.path("report", key);
    }

    private Status milestone() {
        return grants.get(reference).milestone(MilestoneKey.of(key)).status();
    }
}
