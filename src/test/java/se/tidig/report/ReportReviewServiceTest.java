package se.tidig.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.TestTime;
import se.tidig.application.ApplicationFixture;
import se.tidig.bundle.RuleSet;
import se.tidig.call.CallFigures.Figure;
import se.tidig.call.CallFigures.Stage;
import se.tidig.decision.Audit;
import se.tidig.form.Answers;
import se.tidig.grant.GrantFixture;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;
import se.tidig.grant.MilestoneService;
import se.tidig.grant.RepaymentClaim;
import se.tidig.grant.RepaymentClaims;
import se.tidig.grant.RepaymentService;
import se.tidig.grant.RepaymentService.ClaimDecision;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.report.Report.State;
import se.tidig.report.ReportFinding.Effect;

/** A report is checked by the table, reviewed by a person and closed, and its call counts it (14 and 16 §§). */
@DomainTest
class ReportReviewServiceTest {

    private static final Actor RECIPIENT = Actor.of("Anna Lind");
    private static final Actor OFFICER = Actor.of("officerK1");
    private static final RuleSet NOTHING_FOUND = (table, facts) -> List.of();

    @Autowired
    GrantFixture fixture;

    @Autowired
    ReportIntakeService intake;

    @Autowired
    ReportCheckService check;

    @Autowired
    ReportReviewService review;

    @Autowired
    ReportedFigures figures;

    @Autowired
    ReportArchive archive;

    @Autowired
    Reports reports;

    @Autowired
    MilestoneService milestones;

    @Autowired
    RepaymentClaims claims;

    @Autowired
    Grants grants;

    @Autowired
    CaseJournal journal;

    Reference reference;
    MilestoneKey key;
    LocalDate today;
    Map<String, Object> facts;

    @BeforeEach
    void theFinalReportOfAPaidGrantIsAwaited() {
        awaited(fixture.awaitingFinalReport());
    }

    private void awaited(Reference paid) {
        reference = paid;
        key = MilestoneKey.of(reference + "-M2");
        today = fixture.today();
        intake.await(key, ApplicationFixture.RULES);
    }

    @Test
    void theTableIsAskedWithWhatTheReportSays() {
        submit(GrantFixture.report(80_000, "unusedAmount", 9_000, "otherFunding", 500, "auditorRemarks", true));

        check(NOTHING_FOUND);

        assertThat(facts)
                .containsEntry("kind", "FINAL_REPORT")
                .containsEntry("completionMissing", false)
                .containsEntry("daysLate", 0L)
                .containsEntry("audit", "AUDITOR")
                .containsEntry("auditor", "auditor")
                .containsEntry("auditorRemarks", true)
                .containsEntry("hasUse", true)
                .containsEntry("hasResults", true)
                .containsEntry("hasPurpose", true)
                .containsEntry("hasCosts", true)
                .containsEntry("hasParticipants", true)
                .containsEntry("hasDeviations", false)
                .containsEntry("conditionsFollowed", true)
                .containsEntry("received", Sek.of(90_000).amount())
                .containsEntry("receivedText", Sek.of(90_000).toString())
                .containsEntry("used", Sek.of(80_000).amount())
                .containsEntry("unused", Sek.of(9_000).amount())
                .containsEntry("unaccounted", Sek.of(1_000).amount())
                .containsEntry("otherFunding", Sek.of(500).amount())
                .containsKeys("largestDeviation", "occasionsHeld");
    }

    @Test
    void whatAReportDoesNotSayIsAskedAsMissing() {
        submit(GrantFixture.report(
                90_000,
                "auditor",
                null,
                "use",
                null,
                "resultsSwedish",
                null,
                "purposeFulfilment",
                null,
                "costs",
                null,
                "participantsMen",
                null,
                "conditionsFollowed",
                "no",
                "deviations",
                "Färre träffar."));

        check(NOTHING_FOUND);

        assertThat(facts)
                .containsEntry("auditor", "none")
                .containsEntry("auditorRemarks", false)
                .containsEntry("hasUse", false)
                .containsEntry("hasResults", false)
                .containsEntry("hasPurpose", false)
                .containsEntry("hasCosts", false)
                .containsEntry("hasParticipants", false)
                .containsEntry("hasDeviations", true)
                .containsEntry("conditionsFollowed", false);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-06-11, , 0",
        "2027-06-12, , 0",
        "2027-06-14, , 0",
        "2027-06-15, , 1",
        "2027-06-14, Sista dagen var i lördags., 2",
        "2027-06-11, Sista dagen var i lördags., 0"
    })
    void aReportIsLateAfterTheWeekdayFollowingItsLastDayUnlessAPersonCountsFromTheDayItself(
            LocalDate came, String lateReason, long daysLate) {
        milestones.moveReport(key, LocalDate.parse("2027-06-12"));
        intake.submit(
                reference,
                key,
                new Answers(GrantFixture.report(90_000)),
                OFFICER,
                SwedishDate.startOf(came),
                lateReason);

        check(NOTHING_FOUND);

        assertThat(facts).containsEntry("daysLate", daysLate);
    }

    @Test
    void theAuditorIsThatOfTheSumThatWasPaidIfItIsLessThanTheGrant() {
        awaited(fixture.awaitingFinalReport("300000", "200000", false));
        submit(GrantFixture.report(200_000));
        assertThat(grants.get(reference).audit()).isEqualTo(Audit.AUTHORISED_AUDITOR);

        check((table, given) ->
                table.equals("report-check") ? List.of() : ApplicationFixture.RULES.decide(table, given));

        assertThat(facts).containsEntry("audit", "AUDITOR");
        assertThat(reports.get(key).audit()).isEqualTo(Audit.AUDITOR);
    }

    @Test
    void aReportWhoseCompletionDidNotComeIsJudgedAsItIs() {
        submit(GrantFixture.report(90_000));
        review.askForCompletion(key, "Sänd kvittona.", today.plusDays(14), OFFICER);

        check(NOTHING_FOUND);

        assertThat(facts).containsEntry("completionMissing", true);
        assertThat(reports.get(key).status()).isEqualTo(State.SUBMITTED);
    }

    @ParameterizedTest
    @CsvSource({"RISK, true", "COMPLETION, false", "RECOVERY, false", "NOTE, false"})
    void onlyARiskCallsForACloserControlAndEveryFindingIsKept(Effect effect, boolean control) {
        submit(GrantFixture.report(90_000));

        assertThat(check(finding(effect))).isEqualTo(control);
        assertThat(archive.findings(key)).containsExactly(new ReportFinding("CODE", effect, "14 §", "Skäl."));
    }

    @Test
    void aReportThatHasNotComeCannotBeChecked() {
        assertThatThrownBy(() -> check(NOTHING_FOUND))
                .isInstanceOf(ReportRefused.class)
                .hasMessage("Redovisningen " + key + " har inte kommit in.");
        assertThat(archive.findings(key)).isEmpty();
    }

    @Test
    void aReportThatHasNotComeGetsANewLastDayAndItsRemindersStartAgain() {
        var due = grants.get(reference).milestone(key).due();
        TestTime.passTo(SwedishDate.startOf(due));
        intake.fallDue(key, ApplicationFixture.RULES);

        review.extend(key, today.plusDays(300), "Sjukdom.", OFFICER);

        assertThat(SwedishDate.on(intake.ask(key, ApplicationFixture.RULES).next()))
                .isEqualTo(today.plusDays(270));
        assertThat(grants.get(reference).milestone(key).due()).isEqualTo(today.plusDays(300));
        told("Ny sista dag för redovisningen: " + SwedishDate.text(today.plusDays(300)) + ". Sjukdom.");
    }

    @Test
    void aControlAndARequestForCompletionAreToldInTheJournal() {
        submit(GrantFixture.report(90_000));

        review.noteControl(key, "Kvittona stämmer.", Actor.of("financeK1"));
        told("Fördjupad kontroll. Kvittona stämmer.");
        assertThat(reports.get(key).controlNote()).isEqualTo("Kvittona stämmer.");

        refused(
                () -> review.askForCompletion(key, "Sänd kvittona.", today, OFFICER),
                "Ange en sista dag som är senare än i dag.");
        review.askForCompletion(key, "Sänd kvittona.", today.plusDays(1), OFFICER);
        told("Begäran om komplettering senast " + SwedishDate.text(today.plusDays(1)) + ". Sänd kvittona.");
        assertThat(reports.get(key).status()).isEqualTo(State.AWAITING_COMPLETION);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void whatTheCheckFoundMissingIsAcceptedOnlyWithAReason(String none) {
        submit(GrantFixture.report(90_000));
        check(finding(Effect.COMPLETION));

        refused(
                () -> review.accept(key, Sek.ZERO, none, OFFICER),
                "Kontrollen har funnit brister. Skriv varför redovisningen godkänns ändå.");
        review.accept(key, Sek.ZERO, "Kvitton finns.", OFFICER);

        told("Redovisningen är godkänd. Kvitton finns.");
        assertThat(reports.get(key).status()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void aReportWithNothingMissingIsAcceptedWithoutAReason() {
        submit(GrantFixture.report(90_000));
        check(finding(Effect.NOTE));

        review.accept(key, Sek.of(500), null, OFFICER);

        told("Redovisningen är godkänd.");
        assertThat(reports.get(key).unused()).isEqualTo(Sek.of(500));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aReportIsNotRefusedWithoutAReason(String none) {
        submit(GrantFixture.report(90_000));

        refused(() -> review.refuse(key, Sek.ZERO, none, OFFICER), "Skriv varför redovisningen inte godkänns.");
        review.refuse(key, Sek.ZERO, "Kvitton saknas.", OFFICER);

        told("Redovisningen är inte godkänd. Kvitton saknas.");
        assertThat(reports.get(key).status()).isEqualTo(State.NOT_ACCEPTED);
    }

    @Test
    void noMoreIsUnusedThanWasPaid() {
        submit(GrantFixture.report(90_000));

        refused(
                () -> review.accept(key, Sek.of(90_001), "Skäl", OFFICER),
                "Det outnyttjade kan inte vara mer än de " + Sek.of(90_000) + " som betalats ut.");
        review.accept(key, Sek.of(90_000), "Skäl", OFFICER);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClosedReportEndsItsStepAsItWasReviewed(boolean accepted) {
        submit(GrantFixture.report(90_000));
        if (accepted) {
            review.accept(key, Sek.ZERO, "Skäl", OFFICER);
        } else {
            review.refuse(key, Sek.ZERO, "Skäl", OFFICER);
        }

        review.close(key);

        assertThat(reports.get(key).status()).isEqualTo(State.CLOSED);
        assertThat(grants.get(reference).milestone(key).status())
                .isEqualTo(accepted ? Milestone.Status.ACCEPTED : Milestone.Status.NOT_ACCEPTED);
    }

    @Test
    void moneyIsClaimedBackForAReportThatNeverCameAndItComesTooLate() {
        assertThat(review.recover(claim(null))).isFalse();

        assertThat(reports.get(key))
                .returns(State.NOT_ACCEPTED, Report::status)
                .returns("Ingen redovisning.", Report::reviewReason);
        assertThat(claims.findByReferenceOrderById(reference)).hasSize(1);
        assertThat(submit(GrantFixture.report(90_000))).isEqualTo(ReportArchive.Reception.AGAIN);
    }

    @Test
    void aClaimThatFollowsFromAReviewedReportLeavesItAsItIs() {
        submit(GrantFixture.report(90_000));
        review.accept(key, Sek.of(500), "Godkänd.", OFFICER);

        var due = new ClaimDecision("604-1", today, today.plusDays(30), null);
        assertThat(review.recover(claim(due))).isTrue();

        assertThat(reports.get(key)).returns(State.ACCEPTED, Report::status).returns("Godkänd.", Report::reviewReason);
    }

    @Test
    void aCallCountsAcceptedFinalReportsTheirUsedMoneyAndTheirParticipants() {
        var call = grants.get(reference).call();
        assertThat(figures.of(call)).isEmpty();
        submit(GrantFixture.report(80_000));
        review.accept(key, Sek.of(10_000), "Godkänd", OFFICER);
        assertThat(figures.of(call)).isEmpty();
        review.close(key);

        assertThat(figures.of(call))
                .containsExactly(
                        new Figure(Stage.REPORTED, 1, Sek.of(80_000)),
                        new Figure(Stage.WOMEN, 31, null),
                        new Figure(Stage.MEN, 28, null));
    }

    @Test
    void participantsAreCountedIfTheReportTells() {
        submit(GrantFixture.report(90_000, "participantsWomen", null));
        review.accept(key, Sek.ZERO, "Godkänd", OFFICER);
        review.close(key);

        assertThat(figures.of(grants.get(reference).call()))
                .containsExactly(new Figure(Stage.REPORTED, 1, Sek.of(90_000)), new Figure(Stage.MEN, 28, null));
    }

    private ReportArchive.Reception submit(Map<String, Object> answers) {
        return intake.submit(reference, key, new Answers(new LinkedHashMap<>(answers)), RECIPIENT);
    }

    /** Checks by these rules, and keeps the facts that they are asked with. */
    private boolean check(RuleSet rules) {
        return check.check(key, (table, given) -> {
            if (table.equals("report-check")) {
                facts = given;
            }
            return rules.decide(table, given);
        });
    }

    private static RuleSet finding(Effect effect) {
        return (table, facts) ->
                List.of(Map.of("code", "CODE", "effect", effect.name(), "paragraph", "14 §", "reason", "Skäl."));
    }

    private void told(String text) {
        assertThat(journal.latest(reference, EventKind.REPORT).text()).isEqualTo(text);
    }

    private static void refused(ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOf(ReportRefused.class).hasMessage(because);
    }

    private RepaymentService.Claim claim(ClaimDecision decision) {
        return new RepaymentService.Claim(
                reference,
                key,
                RepaymentClaim.Action.CLAIM,
                "NO_REPORT",
                new RepaymentService.Claim.Words("Återkrav", "Redovisningen har inte kommit in"),
                Sek.of(90_000),
                Sek.ZERO,
                null,
                decision,
                "Ingen redovisning.",
                OFFICER);
    }
}
