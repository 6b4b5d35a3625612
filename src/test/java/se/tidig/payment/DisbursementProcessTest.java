package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.MoreTimeService;
import se.tidig.decision.DecisionPlay;
import se.tidig.document.Documents;
import se.tidig.form.WatchedContents;
import se.tidig.grant.GrantChange.Outcome;
import se.tidig.grant.GrantChangeService;
import se.tidig.grant.GrantConfirmationService;
import se.tidig.grant.GrantFixture;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.notification.Sending;
import se.tidig.notification.SendingService;
import se.tidig.organisation.Giro;
import se.tidig.timelimit.PublicHolidays;

@TidigTest
class DisbursementProcessTest {

    @Autowired
    WatchedContents shown;

    @Autowired
    Play play;

    @Autowired
    PaymentFixture fixture;

    @Autowired
    GrantFixture decisions;

    @Autowired
    Grants grants;

    @Autowired
    GrantChangeService changes;

    @Autowired
    GrantConfirmationService accounts;

    @Autowired
    PaymentOrders orders;

    @Autowired
    PaymentObstacles obstacles;

    @Autowired
    PaymentChecks checks;

    @Autowired
    ReceiptIntakeService intake;

    @Autowired
    ApplicationIntakeService applications;

    @Autowired
    MoreTimeService moreTime;

    @Autowired
    Documents documents;

    @Autowired
    SendingService sendings;

    @Autowired
    DecisionPlay decisionPlay;

    @Autowired
    CaseJournal journal;

    String key;

    @BeforeEach
    void noFiles() {
        PaymentFixture.empty();
    }

    @Test
    void aDuePaymentIsPreparedByOneApprovedByAnotherPaidAndFinishesItsMilestone() {
        key = fixture.due();
        fixture.send(key);
        assertThat(play.ended("disbursement", key)).isFalse();

        PaymentFixture.receipt("kvitto.csv", key + ";1;settled;" + decisions.today() + ";");
        intake.read();
        fixture.settle();

        assertThat(play.ended("disbursement", key)).isTrue();
        assertThat(play.ended("payment", key)).isTrue();
        assertThat(milestone().status()).isEqualTo(Milestone.Status.PAID);
        assertThat(milestone().paid()).isEqualTo(Sek.of(90_000));
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.SETTLED);
        assertThat(path()).contains("serviceTask_mailPaid").doesNotContain("userTask_investigateObstacle");
        assertThat(journal.of(reference()))
                .filteredOn(event -> event.kind() == EventKind.PAYMENT)
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void whatIsNotDueWaitsForItsDay() {
        var day = decisions.today().plusDays(12);
        begin(fixture.dueOn(day));
        assertThat(open()).isEmpty();

        play.passTo(SwedishDate.startOf(day).minusSeconds(1));
        assertThat(open()).isEmpty();

        play.passTo(SwedishDate.startOf(day));
        assertThat(open()).containsExactly("userTask_prepareDisbursement");
    }

    @Test
    void anAccountThatIsNotVerifiedIsWaitedForAndLookedAtEveryMorning() {
        begin(fixture.dueToUnverifiedAccount());
        assertThat(open()).isEmpty();
        play.pass(Duration.ofDays(1));
        assertThat(open()).isEmpty();

        accounts.verifyPayee(reference(), "Intyg från banken", Actor.of("financeK1"));
        play.pass(Duration.ofDays(1));

        assertThat(open()).containsExactly("userTask_prepareDisbursement");
    }

    @Test
    void aReportThatWasAcceptedLetsTheNextPaymentBePrepared() {
        begin(fixture.dueAfterReport(true));
        assertThat(open()).containsExactly("userTask_prepareDisbursement");
    }

    @Test
    void aReportThatWasNotAcceptedIsInvestigatedHeardAndAPartWithheld() {
        begin(fixture.dueAfterReport(false));
        assertThat(open()).containsExactly("userTask_investigateObstacle");
        investigate("OBSTACLE");
        communicate();
        assertThat(open()).isEmpty();

        applications.reply(reference(), "Vi kommer in med kvitton.", Instant.now(), null);
        fixture.settle();
        assertThat(obstacles.latest(MilestoneKey.of(key)).orElseThrow().reply()).isEqualTo("Vi kommer in med kvitton.");
        propose("PART", 15_000);
        play.as("deciderK")
                .complete(
                        "userTask_decideObstacle",
                        key,
                        Map.of("obstacleDecision", "RETURN", "obstacleReturnReason", "Motivera beloppet."));
        propose("PART", 10_000);
        play.as("deciderK")
                .complete(
                        "userTask_decideObstacle",
                        key,
                        Map.of(
                                "obstacleDecision", "DECIDE",
                                "obstacleParticipants", "Hanna Strand, enhetschef",
                                "obstacleDissent", "Hanna Strand anser att hela beloppet ska betalas ut."));
        fixture.settle();

        shown.givesEachField("paymentObstacle", reference(), Map.of("milestone", key), "hearingNote", "returnReason");
        shown.givesEachField("obstacleGrounds", reference(), Map.of("milestone", key));
        assertThat(decisionPlay.letter(reference(), "obstacle-decision"))
                .contains("Ställ det till Förvaltningsrätten i Växjö")
                .contains("Länsstyrelsen i Blekinge län, 371 86 Karlskrona, blekinge@lansstyrelsen.se")
                .contains("namn och kontaktuppgifter till den som företräder organisationen")
                .contains("Beslutet gäller även om ni överklagar")
                .contains("Avvikande mening: Hanna Strand anser att hela beloppet ska betalas ut.")
                .doesNotContain("ska skriva under", "länsstyrelsen inte ändrar");
        assertThat(open()).containsExactly("userTask_prepareDisbursement");
        play.as("financeK1").complete("userTask_prepareDisbursement", key, PaymentFixture.prepared());
        assertThat(orders.get(MilestoneKey.of(key)).amount()).isEqualTo(Sek.of(30_000));
        play.as("financeK2").complete("userTask_approveDisbursement", key, Map.of("paymentApproval", "APPROVE"));
        fixture.settle();
        PaymentFixture.receipt("kvitto.csv", key + ";1;settled;" + decisions.today() + ";");
        intake.read();
        fixture.settle();
        assertThat(play.ended("disbursement", key)).isTrue();
        assertThat(milestone().paid()).isEqualTo(Sek.of(30_000));
        assertThat(milestone().status()).isEqualTo(Milestone.Status.PAID);
    }

    @Test
    void aDecisionThatNothingIsPaidIsInForceAtOnceAndEndsThePayment() {
        begin(fixture.dueAfterReport(false));
        investigate("OBSTACLE");
        leaveOutHearing();
        propose("WHOLE", 0);
        play.as("deciderK").complete("userTask_decideObstacle", key, Map.of("obstacleDecision", "DECIDE"));

        assertThat(milestone().status()).isEqualTo(Milestone.Status.WITHHELD);
        assertThat(milestone().paid()).isEqualTo(Sek.ZERO);
        fixture.settle();
        assertThat(play.ended("disbursement", key)).isTrue();
        var letter = documents.latest(reference(), "obstacle-decision").orElseThrow();
        assertThat(sendings.of(reference())).anySatisfy(sending -> {
            assertThat(sending.state()).isEqualTo(Sending.State.SENT);
            assertThat(sending.documents()).extracting(Sending.Attached::id).containsExactly(letter.id());
        });
        assertThat(orders.find(MilestoneKey.of(key))).isEmpty();
        assertThat(path()).contains("endEvent_withheld").doesNotContain("serviceTask_mailHearing");
    }

    @Test
    void anInvestigationThatFindsNothingLetsThePaymentGoOnAndTheSameReasonHindersItNoMore() {
        begin(fixture.dueAfterReport(false));
        investigate("RELEASE");
        fixture.settle();

        assertThat(path()).contains("serviceTask_mailReleased");
        assertThat(open()).containsExactly("userTask_prepareDisbursement");
        assertThat(checks.latest(MilestoneKey.of(key)).orElseThrow().findings())
                .extracting(PaymentFinding::code)
                .contains("REPORT_NOT_ACCEPTED");
    }

    @Test
    void aDeciderMayFindThatNothingHindersThePayment() {
        begin(fixture.dueAfterReport(false));
        investigate("OBSTACLE");
        leaveOutHearing();
        propose("RELEASE", 0);
        decide();

        assertThat(open()).containsExactly("userTask_prepareDisbursement");
        assertThat(path()).doesNotContain("serviceTask_sendDecision").contains("serviceTask_mailNoObstacle");
        assertThat(obstacles.latest(MilestoneKey.of(key)).orElseThrow().status())
                .isEqualTo(PaymentObstacle.Status.RELEASED);
    }

    @Test
    void aRecipientThatDoesNotAnswerIsWaitedForToTheEndOfTheLastDay() {
        begin(fixture.dueAfterReport(false));
        investigate("OBSTACLE");
        communicate();
        var lastDay = PublicHolidays.weekdayFrom(decisions.today().plusDays(14));

        play.passTo(SwedishDate.startOf(lastDay.plusDays(1)).minusSeconds(1));
        assertThat(open()).isEmpty();
        play.passTo(SwedishDate.startOf(lastDay.plusDays(1)));
        assertThat(open()).containsExactly("userTask_proposeObstacle");

        applications.reply(reference(), "Försenat svar.", Instant.now(), null);
        assertThat(obstacles.latest(MilestoneKey.of(key)).orElseThrow().reply()).isEqualTo("Försenat svar.");
    }

    @Test
    void theLastDayToCommentOnAnObstacleIsMovedAndTheTimerFollows() {
        begin(fixture.dueAfterReport(false));
        investigate("OBSTACLE");
        communicate();
        var first = PublicHolidays.weekdayFrom(decisions.today().plusDays(14));
        asksForMoreTime();
        assertThat(open()).containsExactly("userTask_replyTime");
        refused("officerK1", "userTask_replyTime", moreTime("grant", first), "Ange en dag efter den sista dag");

        var day = PublicHolidays.weekdayFrom(first.plusDays(10));
        play.as("officerK1").complete("userTask_replyTime", key, moreTime("grant", day));
        fixture.settle();

        assertThat(path()).contains("serviceTask_mailReplyTime");
        play.passTo(SwedishDate.startOf(day.plusDays(1)).minusSeconds(1));
        assertThat(open()).isEmpty();
        play.passTo(SwedishDate.startOf(day.plusDays(1)).plusSeconds(1));
        assertThat(open()).containsExactly("userTask_proposeObstacle");
    }

    @Test
    void aRefusedRequestLeavesTheDayToCommentOnAnObstacle() {
        begin(fixture.dueAfterReport(false));
        investigate("OBSTACLE");
        communicate();
        asksForMoreTime();

        play.as("officerK1").complete("userTask_replyTime", key, moreTime("refuse", null));
        fixture.settle();

        assertThat(path()).contains("serviceTask_mailReplyTime");
        applications.reply(reference(), "Vi kommer in med kvitton.", Instant.now(), null);
        fixture.settle();
        assertThat(open()).containsExactly("userTask_proposeObstacle");
    }

    @Test
    void commentsThatComeWhileMoreTimeIsExaminedEndTheQuestion() {
        begin(fixture.dueAfterReport(false));
        investigate("OBSTACLE");
        communicate();
        asksForMoreTime();

        applications.reply(reference(), "Vi kommer in med kvitton.", Instant.now(), null);
        fixture.settle();

        assertThat(open()).containsExactly("userTask_proposeObstacle");
    }

    private void asksForMoreTime() {
        play.asNobody();
        moreTime.request(reference(), "Vi ber om mer tid.", Instant.now(), Actor.of("registrarK"));
        fixture.settle();
    }

    private static Map<String, Object> moreTime(String step, LocalDate day) {
        var answers =
                new HashMap<String, Object>(Map.of("moreTimeStep", step, "moreTimeReason", "Ordföranden är bortrest."));
        if (day != null) {
            answers.put("newReplyBy", day.toString());
        }
        return answers;
    }

    @Test
    void anAnswerThatComesBeforeTheCaseWaitsForItIsNotWaitedForAgain() {
        begin(fixture.dueAfterReport(false));
        investigate("OBSTACLE");
        play.as("officerK1").complete("userTask_communicateObstacle", key, hearing());
        applications.reply(reference(), "Svar genast.", Instant.now(), null);
        fixture.settle();

        assertThat(open()).containsExactly("userTask_proposeObstacle");
        assertThat(path()).doesNotContain("eventGateway_reply");
    }

    @Test
    void whoProposedAnObstacleDoesNotDecideIt() {
        begin(fixture.dueAfterReport(false));
        investigate("OBSTACLE");
        leaveOutHearing();
        play.alsoIn("decisionMakers", "officerK1", () -> {
            play.as("officerK1").complete("userTask_proposeObstacle", key, proposal("WHOLE", 0));
            refused("officerK1", "userTask_decideObstacle", Map.of("obstacleDecision", "DECIDE"), "En annan person");
        });
        assertThatThrownBy(() -> play.as("officerH1").claim("userTask_decideObstacle", key))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("officerH1");
    }

    @Test
    void aPartIsMoreThanNothingAndLessThanAll() {
        begin(fixture.dueAfterReport(false));
        investigate("OBSTACLE");
        leaveOutHearing();

        refused("officerK1", "userTask_proposeObstacle", proposal("PART", 40_000), "under 40");
        refused("officerK1", "userTask_proposeObstacle", proposal("PART", 0), "över 0");
        propose("PART", 39_999);
    }

    @Test
    void lackOfMoneyIsWaitedForByFinanceAndIsNoObstacle() {
        begin(fixture.due());
        play.as("financeK1")
                .complete(
                        "userTask_prepareDisbursement",
                        key,
                        Map.of("preparation", "NO_FUNDS", "preparationNote", "Anslaget är slut i november."));
        assertThat(open()).containsExactly("userTask_awaitFunds");
        assertThat(obstacles.latest(MilestoneKey.of(key))).isEmpty();

        play.as("financeK1").complete("userTask_awaitFunds", key, Map.of("fundsNote", "Ny tilldelning."));
        fixture.settle();
        assertThat(open()).containsExactly("userTask_prepareDisbursement");
    }

    @Test
    void whatFinanceFindsOutBeforePayingIsInvestigated() {
        begin(fixture.due());
        play.as("financeK1")
                .complete(
                        "userTask_prepareDisbursement",
                        key,
                        Map.of(
                                "preparation",
                                "OBSTACLE",
                                "circumstances",
                                List.of("INSOLVENT"),
                                "circumstanceText",
                                "Konkurs enligt Bolagsverket."));
        fixture.settle();

        assertThat(open()).containsExactly("userTask_investigateObstacle");
        assertThat(checks.latest(MilestoneKey.of(key)).orElseThrow().findings())
                .filteredOn(PaymentFinding::isObstacle)
                .extracting(PaymentFinding::reason)
                .containsExactly(
                        "Bidragsmottagaren är i likvidation eller försatt i konkurs: Konkurs enligt Bolagsverket.");
    }

    @Test
    void anApproverSendsBackAndThePaymentIsCheckedAndPreparedAgain() {
        begin(fixture.due());
        play.as("financeK1").complete("userTask_prepareDisbursement", key, PaymentFixture.prepared());
        play.as("financeK2")
                .complete(
                        "userTask_approveDisbursement",
                        key,
                        Map.of("paymentApproval", "RETURN", "approvalNote", "Fel kostnadsställe."));
        fixture.settle();

        assertThat(open()).containsExactly("userTask_prepareDisbursement");
        assertThat(orders.get(MilestoneKey.of(key)).returnReason()).isEqualTo("Fel kostnadsställe.");
        play.as("financeK1").complete("userTask_prepareDisbursement", key, PaymentFixture.prepared());
        assertThat(open()).containsExactly("userTask_approveDisbursement");
    }

    @Test
    void whoPreparedDoesNotApproveAlsoIfTheyAreInBothGroups() {
        begin(fixture.due());
        play.alsoIn("financeApprovers", "financeK1", () -> {
            play.as("financeK1").complete("userTask_prepareDisbursement", key, PaymentFixture.prepared());

            refused(
                    "financeK1",
                    "userTask_approveDisbursement",
                    Map.of("paymentApproval", "APPROVE"),
                    "En annan person");
        });
        assertThatThrownBy(() -> orders.get(MilestoneKey.of(key)).approve(Actor.of("financeK1"), Instant.now()))
                .isInstanceOf(PaymentRefused.class)
                .hasMessage("Den som har förberett utbetalningen kan inte attestera den."
                        + " En annan person måste göra det.");
    }

    @Test
    void anAccountThatChangedAfterPreparationIsNotPaidTo() {
        begin(fixture.due());
        play.as("financeK1").complete("userTask_prepareDisbursement", key, PaymentFixture.prepared());
        accounts.mendAccount(reference(), new Giro(Giro.Kind.BANKGIRO, "991-2346"), "Föreningen Bryggan");

        refused(
                "financeK2",
                "userTask_approveDisbursement",
                Map.of("paymentApproval", "APPROVE"),
                "Kontot har ändrats");
        accounts.verifyPayee(reference(), "Intyg", Actor.of("financeK1"));
        refused(
                "financeK2",
                "userTask_approveDisbursement",
                Map.of("paymentApproval", "APPROVE"),
                "Kontot har ändrats");
    }

    @Test
    void whatComesToLightAfterTheCheckIsCheckedBeforeAnythingIsPaid() {
        begin(fixture.due());
        play.as("financeK1").complete("userTask_prepareDisbursement", key, PaymentFixture.prepared());
        changes.giveNotice(reference(), "Vi har lagt ned verksamheten.", Actor.of("Anna Lind"));
        changes.assess(reference(), Outcome.OBSTACLE, "Verksamheten är nedlagd.", Actor.of("officerK1"));

        refused("financeK2", "userTask_approveDisbursement", Map.of("paymentApproval", "APPROVE"), "Något har ändrats");
        play.as("financeK2")
                .complete(
                        "userTask_approveDisbursement",
                        key,
                        Map.of("paymentApproval", "RETURN", "approvalNote", "Ny uppgift."));
        fixture.settle();
        assertThat(open()).containsExactly("userTask_investigateObstacle");
    }

    @Test
    void aPaymentThatIsGivenUpIsPreparedAnewUnderTheSameOrder() {
        key = fixture.due();
        fixture.send(key);
        reject();
        play.as("financeF1").complete("userTask_mendPayment", key, Map.of("mending", "GIVE_UP", "mendNote", "Fel."));
        fixture.settle();

        assertThat(open()).containsExactly("userTask_prepareDisbursement");
        play.as("financeK1").complete("userTask_prepareDisbursement", key, PaymentFixture.prepared());
        play.as("financeK2").complete("userTask_approveDisbursement", key, Map.of("paymentApproval", "APPROVE"));
        fixture.settle();
        assertThat(orders.get(MilestoneKey.of(key)).attempt()).isEqualTo(2);
        assertThat(PaymentFixture.files("out")).containsExactly(key + "-1.csv", key + "-2.csv");
    }

    @Test
    void aPaymentThatWasGivenUpButMadeIsNotMadeAgain() {
        key = fixture.due();
        fixture.send(key);
        reject();
        play.as("financeF1").complete("userTask_mendPayment", key, Map.of("mending", "GIVE_UP", "mendNote", "Fel."));
        fixture.settle();
        refused(
                "financeK1",
                "userTask_prepareDisbursement",
                Map.of("preparation", "PAID"),
                "Inget svar från banken visar");

        PaymentFixture.receipt("sent.csv", key + ";1;settled;" + decisions.today() + ";");
        intake.read();
        refused("financeK1", "userTask_prepareDisbursement", PaymentFixture.prepared(), "redan är gjord");
        play.as("financeK1").complete("userTask_prepareDisbursement", key, Map.of("preparation", "PAID"));

        assertThat(play.ended("disbursement", key)).isTrue();
        assertThat(path()).contains("endEvent_foundPaid");
        assertThat(milestone().paid()).isEqualTo(Sek.of(90_000));
    }

    @Test
    void theFormsRefuseWhatIsMissingInSwedish() {
        begin(fixture.due());
        var answers = PaymentFixture.prepared();
        answers.remove("costCentre");
        refused("financeK1", "userTask_prepareDisbursement", answers, "Kostnadsställe");
        refused("financeK1", "userTask_prepareDisbursement", Map.of(), "Åtgärd");
    }

    private void reject() {
        PaymentFixture.receipt("avvisad.csv", key + ";1;rejected;" + decisions.today() + ";Kontot avslutat");
        intake.read();
        fixture.settle();
    }

    private void begin(String milestone) {
        key = milestone;
        fixture.begin(milestone);
    }

    private void investigate(String result) {
        play.as("officerK1")
                .complete(
                        "userTask_investigateObstacle",
                        key,
                        Map.of("investigation", result, "investigationText", "Redovisningen saknar verifikationer."));
        fixture.settle();
    }

    private Map<String, Object> hearing() {
        return Map.of(
                "obstacleHearing",
                "SEND",
                "hearingText",
                "Redovisningen är inte godkänd.",
                "replyBy",
                decisions.today().plusDays(14).toString());
    }

    private void communicate() {
        play.as("officerK1").complete("userTask_communicateObstacle", key, hearing());
        fixture.settle();
    }

    private void leaveOutHearing() {
        play.as("officerK1")
                .complete(
                        "userTask_communicateObstacle",
                        key,
                        Map.of("obstacleHearing", "LEAVE_OUT", "hearingLeftOut", "Mottagaren har själv anmält det."));
        fixture.settle();
    }

    private static Map<String, Object> proposal(String kind, int withheld) {
        var answers = new HashMap<String, Object>();
        answers.put("obstacleProposal", kind);
        answers.put("obstacleReasons", "Redovisningen visar inte vad bidraget har använts till.");
        answers.put("obstacleParagraphs", List.of("15 b § förordningen (2016:1364)"));
        if (kind.equals("PART")) {
            answers.put("withheldAmount", withheld);
        }
        return answers;
    }

    private void propose(String kind, int withheld) {
        play.as("officerK1").complete("userTask_proposeObstacle", key, proposal(kind, withheld));
    }

    private void decide() {
        play.as("deciderK").complete("userTask_decideObstacle", key, Map.of("obstacleDecision", "DECIDE"));
        fixture.settle();
    }

    private void refused(String person, String element, Map<String, Object> answers, String because) {
        play.as(person);
        assertThatThrownBy(() -> play.complete(element, key, answers)).hasStackTraceContaining(because);
    }

    private List<String> open() {
        return play.openTasks(key);
    }

    private List<String> path() {
        return play.path("disbursement", key);
    }

    private Reference reference() {
        return MilestoneKey.of(key).reference();
    }

    private Milestone milestone() {
        return grants.get(reference()).milestone(MilestoneKey.of(key));
    }
}
