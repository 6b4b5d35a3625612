package se.tidig.call.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.call.Call;
import se.tidig.call.CallJournal;
import se.tidig.call.CallStatus;
import se.tidig.call.Calls;
import se.tidig.form.Rejected;
import se.tidig.form.WatchedContents;

/** The path of a call through its model, with everybody who takes part. */
@TidigTest
class CallProcessTest {

    private static final String MORE = "Fler hinner söka om tiden förlängs.";

    @Autowired
    WatchedContents shown;

    @Autowired
    private Play play;

    @Autowired
    private Calls calls;

    @Autowired
    private CallJournal journal;

    @Autowired
    private ExternalTaskService externalTasks;

    @Autowired
    private Clock clock;

    private LocalDate opens;
    private LocalDate closes;

    @BeforeEach
    void days() {
        opens = SwedishDate.on(clock.instant()).plusDays(5);
        closes = opens.plusDays(30);
    }

    private String started(String by) {
        return play.as(by).start("call", CallForms.call(opens, closes)).getBusinessKey();
    }

    private String approved() {
        var call = started("officerK1");
        play.as("headK").complete("userTask_approveCall", call, Map.of("approval", "APPROVE"));
        return call;
    }

    private String open() {
        var call = approved();
        play.passTo(opens.atTime(8, 0).atZone(SwedishDate.ZONE).toInstant());
        send("call-opened");
        return call;
    }

    private void send(String mail) {
        play.asNobody();
        var locked = externalTasks
                .fetchAndLock(1, "test")
                .topic("notification.send", 1000)
                .execute();
        assertThat(locked).singleElement().satisfies(task -> assertThat(task.getVariables())
                .containsEntry("mail", mail)
                .containsEntry("to", "subscribers"));
        externalTasks.complete(locked.get(0).getId(), "test");
        play.runJobs();
    }

    private CallStatus status(Reference call) {
        return calls.get(call).status();
    }

    private Instant end(LocalDate day) {
        return day.atTime(23, 59, 59).atZone(SwedishDate.ZONE).toInstant();
    }

    @Test
    void theAuthorIsRefusedAsApproverAlsoAsAdministrator() {
        var call = started("admin");
        play.alsoIn("headsOfUnit", "admin", () -> {
            var task = play.as("admin");
            assertThatThrownBy(() -> task.complete("userTask_approveCall", call, Map.of("approval", "APPROVE")))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("En annan person måste göra det");
        });
        assertThat(status(Reference.of(call))).isEqualTo(CallStatus.DRAFT);
        play.as("headK").complete("userTask_approveCall", call, Map.of("approval", "APPROVE"));
        assertThat(status(Reference.of(call))).isEqualTo(CallStatus.APPROVED);
    }

    @Test
    void aCallIsSetUpAtOnesOwnBoardOnly() {
        assertThatThrownBy(() -> started("officerH1"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("egen länsstyrelse");
        assertThat(calls.shown()).isEmpty();
    }

    @Test
    void aReturnedCallIsRevisedAndThenApprovedBySomebodyWhoDidNeither() {
        var call = started("officerK1");
        play.as("headK")
                .complete(
                        "userTask_approveCall",
                        call,
                        Map.of("approval", "RETURN", "returnReason", "Ramen är för stor."));
        assertThat(play.openTasks(call)).containsExactly("userTask_reviseCall");
        shown.givesEachField("terms", Reference.of(call), Map.of(), "interimReportDue");
        shown.givesEachField("earmarks", Reference.of(call), Map.of());
        play.as("officerK2")
                .complete("userTask_reviseCall", call, CallForms.revised("Ny rubrik", opens.plusDays(1), closes));
        assertThat(calls.get(Reference.of(call)).title()).isEqualTo("Ny rubrik");
        play.as("headK").complete("userTask_approveCall", call, Map.of("approval", "APPROVE"));
        assertThat(play.variables("call", call)).containsEntry("callApproved", true);
        assertThat(journal.of(Reference.of(call)))
                .extracting(CallJournal.Entry::text)
                .contains("Utlysningen återlämnades: Ramen är för stor.");
        play.passTo(opens.atTime(8, 0).atZone(SwedishDate.ZONE).toInstant());
        assertThat(status(Reference.of(call))).as("the day it opened at first").isEqualTo(CallStatus.APPROVED);
        play.passTo(opens.plusDays(1).atTime(8, 0).atZone(SwedishDate.ZONE).toInstant());
        assertThat(status(Reference.of(call))).isEqualTo(CallStatus.OPEN);
    }

    @Test
    void aReturnNeedsAReason() {
        var call = started("officerK1");
        assertThatThrownBy(() -> play.as("headK").complete("userTask_approveCall", call, Map.of("approval", "RETURN")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Fyll i Skäl");
    }

    @Test
    void itOpensAndClosesByTheClockThroughTheLastSecond() {
        var call = approved();
        var opening = opens.atTime(8, 0).atZone(SwedishDate.ZONE).toInstant();
        play.passTo(opening.minusSeconds(1));
        assertThat(status(Reference.of(call))).isEqualTo(CallStatus.APPROVED);
        play.passTo(opening);
        assertThat(status(Reference.of(call))).isEqualTo(CallStatus.OPEN);
        send("call-opened");
        assertThat(calls.get(Reference.of(call)).closesAt())
                .isEqualTo(end(closes).plusMillis(999));
        play.passTo(end(closes));
        assertThat(status(Reference.of(call))).as("within the last second").isEqualTo(CallStatus.OPEN);
        play.passTo(end(closes).plusSeconds(1));
        assertThat(status(Reference.of(call))).isEqualTo(CallStatus.CLOSED);
    }

    @Test
    void theClosingIsMovedByTwoPersons() {
        var call = open();
        var later = closes.plusDays(7);
        propose(Reference.of(call), later);
        shown.givesEachField("closingChange", Reference.of(call), Map.of());
        play.alsoIn("headsOfUnit", "admin", () -> {
            var proposer = play.as("admin");
            assertThatThrownBy(() -> proposer.complete("userTask_approveClosing", call, Map.of("approval", "APPROVE")))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("En annan person måste göra det");
        });
        play.as("headK").complete("userTask_approveClosing", call, Map.of("approval", "APPROVE"));
        send("call-closing-moved");
        assertThat(calls.get(Reference.of(call)).closesAt())
                .isEqualTo(end(later).plusMillis(999));
        play.passTo(end(closes).plusSeconds(1));
        assertThat(status(Reference.of(call))).isEqualTo(CallStatus.OPEN);
        play.passTo(end(later).plusSeconds(1));
        assertThat(status(Reference.of(call))).isEqualTo(CallStatus.CLOSED);
        assertThat(journal.of(Reference.of(call)))
                .extracting(CallJournal.Entry::text)
                .anyMatch(text -> text.endsWith(MORE));
        assertThat(play.ended("closing-change", call)).isTrue();
    }

    @Test
    void theClosingStaysWhereItIsIfTheHeadDeclines() {
        var call = open();
        propose(Reference.of(call), closes.plusDays(7));
        play.as("headK")
                .complete(
                        "userTask_approveClosing", call, Map.of("approval", "RETURN", "returnReason", "Tiden räcker."));
        assertThat(play.ended("closing-change", call)).isTrue();
        play.passTo(end(closes).plusSeconds(1));
        assertThat(status(Reference.of(call))).isEqualTo(CallStatus.CLOSED);
    }

    @Test
    void theClosingIsNeverMovedIntoThePastNorOnceItHasPassed() {
        var call = open();
        assertThatThrownBy(() -> propose(Reference.of(call), opens.minusDays(1)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("redan passerat");
        propose(Reference.of(call), closes.plusDays(7));
        assertThatThrownBy(() -> propose(Reference.of(call), closes.plusDays(8)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("väntar redan på godkännande");
        play.passTo(end(closes).plusSeconds(1));
        assertThatThrownBy(
                        () -> play.as("headK").complete("userTask_approveClosing", call, Map.of("approval", "APPROVE")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Välj att inte godkänna");
        play.as("headK")
                .complete("userTask_approveClosing", call, Map.of("approval", "RETURN", "returnReason", "För sent."));
        assertThatThrownBy(() -> propose(Reference.of(call), closes.plusDays(30)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("är inte öppen");
    }

    @Test
    void theClosingIsNeverMovedPastTheAnnouncedDayOfDecision() {
        var call = open();
        var decisionBy = calls.get(Reference.of(call)).terms().decisionBy();
        assertThatThrownBy(() -> propose(Reference.of(call), decisionBy.plusDays(1)))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.messages())
                        .containsOnlyKeys("closesOn")
                        .extractingByKey("closesOn")
                        .asString()
                        .contains("Beslut väntas senast den")
                        .contains("kan inte vara senare"));
        propose(Reference.of(call), decisionBy);
        play.as("headK").complete("userTask_approveClosing", call, Map.of("approval", "APPROVE"));
        assertThat(calls.get(Reference.of(call)).closesAt())
                .isEqualTo(end(decisionBy).plusMillis(999));
    }

    @Test
    void nobodyMovesTheClosingOfAnotherBoardsCall() {
        var call = open();
        assertThatThrownBy(() ->
                        play.as("officerH1").start("closing-change", closing(Reference.of(call), closes.plusDays(7))))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("vid din länsstyrelse");
    }

    @Test
    void aCallWithoutApplicationsGoesTheWholeWayToItsEnd() {
        var call = open();
        play.passTo(end(closes).plus(Duration.ofSeconds(1)));
        assertThat(play.openTasks(call)).containsExactly("userTask_reviewPrioritisation");
        play.as("officerK1").complete("userTask_reviewPrioritisation", call, CallForms.review("SETTLE"));
        play.runJobs();
        assertThat(status(Reference.of(call))).isEqualTo(CallStatus.DECIDED);
        send("call-outcome");
        assertThat(play.openTasks(call)).containsExactly("userTask_approveFollowUp");
        play.as("headK")
                .complete(
                        "userTask_approveFollowUp",
                        call,
                        Map.of("purposeAssessment", "Ingen ansökan kom in till utlysningen."));
        assertThat(status(Reference.of(call))).isEqualTo(CallStatus.ARCHIVED);
        assertThat(play.ended("call", call)).isTrue();
        assertThat(play.path("call", call))
                .doesNotContain("userTask_awaitAssessments")
                .containsSubsequence("catch_opens", "catch_closes", "serviceTask_handOut", "endEvent_archived");
    }

    private void propose(Reference call, LocalDate to) {
        play.as("admin").start("closing-change", closing(call, to));
    }

    private static Map<String, Object> closing(Reference call, LocalDate to) {
        return Map.of(
                "callReference", call.value(), "closesOn", to.toString(), "closesTime", "23:59:59", "reason", MORE);
    }

    @Test
    void whoMeetsTheCallLaterFindsItsState() {
        var call = approved();
        Call found = calls.get(Reference.of(call));
        assertThat(found.approvedBy()).isEqualTo(Actor.of("headK"));
        assertThat(found.author()).isEqualTo(Actor.of("officerK1"));
        assertThat(found.excludedCategories()).containsExactly("ownPremises");
        assertThat(found.earmarks()).hasSize(1);
    }
}
