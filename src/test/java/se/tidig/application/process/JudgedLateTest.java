package se.tidig.application.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.Applications;
import se.tidig.application.Completions;
import se.tidig.application.EligibilityRecords;
import se.tidig.application.Hearings;
import se.tidig.call.CallFixture;
import se.tidig.call.Calls;
import se.tidig.grant.GrantFixture;
import se.tidig.grant.MilestoneService;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Board;
import se.tidig.report.ReportArchive;
import se.tidig.report.ReportCheckService;
import se.tidig.report.ReportFinding;
import se.tidig.report.ReportIntakeService;
import se.tidig.report.Reports;
import se.tidig.timelimit.PublicHolidays;

/**
 * A paper of the weekday after a free last day is in time unless a person judges it late, with a reason. The board's
 * own days are not periods of law (2 § lagen 1930:173).
 */
@TidigTest
class JudgedLateTest {

    private static final String READ = "userTask_readSupplement";
    private static final String REASON = "Utlysningen sade uttryckligen att dagen inte flyttas.";
    private static final List<String> ALL =
            List.of("statutes", "annualReport", "annualMeetingMinutes", "signatoryProof");

    @Autowired
    private ApplicationPlay cases;

    @Autowired
    private Applications applications;

    @Autowired
    private EligibilityRecords checks;

    @Autowired
    private Completions completions;

    @Autowired
    private Hearings hearings;

    @Autowired
    private CallFixture callFixture;

    @Autowired
    private Calls calls;

    @Autowired
    private GrantFixture grants;

    @Autowired
    private MilestoneService milestones;

    @Autowired
    private ReportIntakeService reportIntake;

    @Autowired
    private Reports reports;

    @Autowired
    private ReportCheckService reportCheck;

    @Autowired
    private ReportArchive archive;

    @Autowired
    private CaseJournal journal;

    @Autowired
    private Play play;

    @Autowired
    private Clock clock;

    private Reference reference;

    @Test
    void anApplicationIsJudgedLateAndExaminedForRejection() {
        var call = callThatClosesOnAFreeDay();
        var closing = SwedishDate.on(calls.get(call).closesAt());
        var weekday = PublicHolidays.weekdayFrom(closing);
        play.passTo(SwedishDate.startOf(weekday.plusDays(2)));

        var inTime = apply(call, weekday, null);
        var late = apply(call, weekday, REASON);

        assertThat(play.openTasks(inTime)).containsExactly(ApplicationPlay.ASSESS);
        assertThat(play.openTasks(late)).containsExactly("userTask_examineRejection");
        assertThat(applications.get(Reference.of(late)).lateReason()).isEqualTo(REASON);
        assertThat(applications.get(Reference.of(late)).answers()).doesNotContainKeys("judgedLate", "lateReason");
        assertThat(checks.get(Reference.of(late)).findings()).extracting("code").contains("LATE");
        var note = journal.latest(Reference.of(late), EventKind.EXAMINATION);
        assertThat(note.actor()).isEqualTo(Actor.of("registrarK"));
        assertThat(note.text()).contains(SwedishDate.text(weekday), SwedishDate.text(closing), REASON);
    }

    @Test
    void anApplicationOfAnyOtherDayIsNotToBeJudged() {
        var call = callThatClosesOnAFreeDay();
        var closing = SwedishDate.on(calls.get(call).closesAt());
        var weekday = PublicHolidays.weekdayFrom(closing);
        play.passTo(SwedishDate.startOf(weekday.plusDays(2)));

        assertThatThrownBy(() -> apply(call, closing, REASON)).hasMessageContaining("kom in i tid");
        assertThatThrownBy(() -> apply(call, weekday.plusDays(1), REASON))
                .hasMessageContaining("är redan för sent inkommen");
        assertThatThrownBy(() -> apply(call, weekday, "")).hasMessageContaining("Skäl för att det kom in för sent");
    }

    @Test
    void aCompletionIsJudgedLateAndTheOfficerReadsItWhileTheTimeGoesToItsEnd() {
        var saturday = saturday();
        reference = cases.checked("attachments", null);
        cases.requestCompletion(reference, saturday, null);
        play.passTo(SwedishDate.startOf(PublicHolidays.weekdayFrom(saturday)));

        register("completion", REASON, "userTask_registerCompletion", completion());

        assertThat(play.openTasks(reference.value())).containsExactly(READ);
        var completion = completions.latest(reference).orElseThrow();
        assertThat(completion.isOpen()).isTrue();
        assertThat(applications.get(reference).given().choices("attachments"))
                .as("what is late is taken all the same (23 § FL)")
                .hasSize(4);
        assertThat(journal.latest(reference, EventKind.EXAMINATION).text())
                .contains(SwedishDate.text(saturday), REASON);
        play.passTo(completion.deadline().plusSeconds(1));
        assertThat(play.openTasks(reference.value())).containsExactlyInAnyOrder(READ, "userTask_completionExpired");
    }

    @Test
    void aCompletionThatNobodyJudgesIsInTime() {
        var saturday = saturday();
        reference = cases.checked("attachments", null);
        cases.requestCompletion(reference, saturday, null);
        play.passTo(SwedishDate.startOf(PublicHolidays.weekdayFrom(saturday)));

        register("completion", null, "userTask_registerCompletion", completion());

        assertThat(play.openTasks(reference.value())).containsExactly(ApplicationPlay.ASSESS);
    }

    @Test
    void aCompletionInTimeIsNotToBeJudgedLate() {
        reference = cases.checked("attachments", null);
        cases.requestCompletion(reference, null);

        assertThatThrownBy(() -> register("completion", REASON, "userTask_registerCompletion", completion()))
                .hasMessageContaining("kom in i tid");
        assertThat(completions.latest(reference).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void commentsAreJudgedLateAndReadBesideTheProposal() {
        var saturday = saturday();
        reference = cases.checked("enforcementDebt", true);
        cases.examine("userTask_examineRefusal", reference, "UPHELD", "uphold", true);
        cases.complete(
                "userTask_communicate",
                reference,
                Map.of(
                        "hearingText",
                        "Kronofogden har uppgett att ni har en skuld om 12 000 kr.",
                        "replyBy",
                        saturday.toString()));
        play.passTo(SwedishDate.startOf(PublicHolidays.weekdayFrom(saturday)));

        register("hearingReply", REASON, "userTask_registerReply", Map.of("hearingReply", "Skulden är betald."));

        assertThat(play.openTasks(reference.value())).contains(READ).doesNotContain("userTask_proposeDecision");
        var hearing = hearings.latest(reference).orElseThrow();
        assertThat(hearing.reply()).isEqualTo("Skulden är betald.");
        play.passTo(hearing.deadline().plusSeconds(1));
        assertThat(play.openTasks(reference.value())).contains(READ, "userTask_proposeDecision");
    }

    @Test
    void aReportIsJudgedLateAndTheCheckFindsIt() {
        var key = reportDueOnSaturday();

        register("report", REASON, "userTask_registerReport", GrantFixture.report(90_000));

        assertThat(reports.get(MilestoneKey.of(key)).lateReason()).isEqualTo(REASON);
        reportCheck.check(MilestoneKey.of(key), ApplicationFixture.RULES);
        assertThat(archive.findings(MilestoneKey.of(key)))
                .extracting(ReportFinding::code)
                .contains("LATE");
    }

    @Test
    void aReportThatNobodyJudgesIsInTime() {
        var key = reportDueOnSaturday();

        register("report", null, "userTask_registerReport", GrantFixture.report(90_000));

        reportCheck.check(MilestoneKey.of(key), ApplicationFixture.RULES);
        assertThat(archive.findings(MilestoneKey.of(key)))
                .extracting(ReportFinding::code)
                .doesNotContain("LATE", "VERY_LATE");
    }

    /** It is the weekday after the last day. */
    private String reportDueOnSaturday() {
        reference = grants.awaitingFinalReport();
        var key = reference + "-M2";
        reportIntake.await(MilestoneKey.of(key), ApplicationFixture.RULES);
        var saturday = saturday().plusWeeks(120);
        milestones.moveReport(MilestoneKey.of(key), saturday);
        play.passTo(SwedishDate.startOf(PublicHolidays.weekdayFrom(saturday)));
        return key;
    }

    private LocalDate saturday() {
        return cases.today().plusDays(14).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
    }

    private Reference callThatClosesOnAFreeDay() {
        while (true) {
            var closing = SwedishDate.on(clock.instant()).plusDays(30);
            if (PublicHolidays.isFree(closing)) {
                return callFixture.open(Board.K);
            }
            play.pass(Duration.ofDays(1));
        }
    }

    private String apply(Reference call, LocalDate receivedOn, String lateReason) {
        var answers = new HashMap<>(ApplicationFixture.answers());
        answers.replaceAll(
                (key, value) -> value instanceof Boolean && !key.startsWith("sign") ? value.toString() : value);
        answers.put("organisationNumber", "802002-4280");
        answers.put("callReference", call.value());
        answers.put("receivedDate", receivedOn.toString());
        judge(answers, lateReason);
        var applied = play.as("registrarK").start("application", answers).getBusinessKey();
        cases.goOn();
        cases.take(Reference.of(applied));
        return applied;
    }

    private void register(String kind, String lateReason, String element, Map<String, Object> form) {
        var answers = new HashMap<String, Object>(Map.of(
                "caseReference", reference.value(),
                "documentKind", kind,
                "receivedDate", cases.today().toString()));
        judge(answers, lateReason);
        var document = play.as("registrarK").start("incoming-document", answers).getBusinessKey();
        play.complete(element, document, form);
        cases.goOn();
    }

    private static void judge(Map<String, Object> answers, String lateReason) {
        if (lateReason != null) {
            answers.put("judgedLate", true);
            if (!lateReason.isEmpty()) {
                answers.put("lateReason", lateReason);
            }
        }
    }

    private static Map<String, Object> completion() {
        return Map.of("completionReply", "Handlingarna bifogas.", "attachments", ALL);
    }
}
