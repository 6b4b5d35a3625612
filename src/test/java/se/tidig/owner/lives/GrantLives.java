package se.tidig.owner.lives;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.application.ApplicationFixture;
import se.tidig.assessment.AssessmentFixture;
import se.tidig.call.process.CallForms;
import se.tidig.engine.Message;
import se.tidig.engine.Waiters;
import se.tidig.grant.GrantFixture;
import se.tidig.grant.Grants;
import se.tidig.wholecall.Written;

/** Lives of grants: one from its call to the call's end, and two that begin with the decision or the report. */
@Component
class GrantLives {

    private static final int AMOUNT = 1_200_000;

    private final Play play;
    private final Outside outside;
    private final GrantFixture fixture;
    private final Grants grants;
    private final Waiters waiters;
    private final RuntimeService runtime;

    GrantLives(
            Play play, Outside outside, GrantFixture fixture, Grants grants, Waiters waiters, RuntimeService runtime) {
        this.play = play;
        this.outside = outside;
        this.fixture = fixture;
        this.grants = grants;
        this.waiters = waiters;
        this.runtime = runtime;
    }

    /**
     * A call that is returned, revised, approved, prolonged and closed; its one application is assessed by two people,
     * decided by the head of unit, paid in two parts, reported twice and closed; the call is followed up.
     */
    Life granted() {
        var reference = new AtomicReference<String>();
        var opens = outside.today().plusDays(5);
        var closes = opens.plusDays(15);
        return new Life("granted")
                .begins(() -> {
                    outside.emptyFolder();
                    outside.subscribe();
                    play.as("officerK1").start("call", large(CallForms.call(opens, closes)));
                })
                .answers(
                        "userTask_approveCall",
                        () -> Map.of("approval", "RETURN", "returnReason", "Rubriken är för lång."),
                        () -> Map.of("approval", "APPROVE"))
                .answers("userTask_reviseCall", () -> revised(CallForms.revised("Tidiga insatser", opens, closes)))
                .comes("catch_closingMoved", call -> reference.set(outside.apply(call, application())))
                .comes("catch_closingMoved", this::prolong)
                .leaves("userTask_conflictCheck", "userTask_awaitAssessments")
                .answers("userTask_proposeDecision", () -> Written.proposal("GRANT", AMOUNT))
                .answers("userTask_assessApplication", () -> Written.assessment(4))
                .answers("userTask_assessSecond", () -> Written.assessment(2))
                .comes("catch_confirmed", outside::confirm)
                .comes("catch_settled", order -> outside.receipt(order, 1, "settled", ""))
                .comes("catch_settled", order -> outside.receipt(order, 1, "settled", ""))
                .comes("catch_submitted", milestone -> outside.report(reference.get(), "none"))
                .comes("catch_submitted", milestone -> outside.report(reference.get(), "authorised"))
                .comesTo(() -> outside.outcome(reference.get()));
    }

    private void prolong(String call) {
        var closes = outside.today().plusDays(22);
        play.as("officerK1")
                .start(
                        "closing-change",
                        Map.of(
                                "callReference",
                                call,
                                "closesOn",
                                closes.toString(),
                                "closesTime",
                                "23:59:59",
                                "reason",
                                "Fler hinner söka om tiden förlängs."));
    }

    private Map<String, Object> large(Map<String, Object> terms) {
        terms.put("frame", 3_000_000);
        terms.remove("maxPerApplication");
        // In the year after, when the decision is made, so that the grant is paid in two parts.
        terms.put("interimReportDue", outside.today().plusDays(330).toString());
        return terms;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> revised(Map<String, Object> form) {
        return Map.of("terms", large(new HashMap<>((Map<String, Object>) form.get("terms"))));
    }

    private Map<String, Object> application() {
        var answers = ApplicationFixture.answers("requestedAmount", AMOUNT);
        answers.put("periodStart", outside.today().plusDays(120).toString());
        answers.put("periodEnd", outside.today().plusDays(400).toString());
        answers.put(
                "budgetLines", List.of(Map.of("category", "salary", "description", "Samordnare", "amount", AMOUNT)));
        return answers;
    }

    /**
     * Reminded, sought out and confirmed on paper; payment without money, with an obstacle, returned by the approver,
     * unanswered, rejected, mended and contradicted by the bank; changes meanwhile; reported and closed.
     */
    Life troubledPayment() {
        var reference = new AtomicReference<String>();
        return new Life("troubled payment")
                .begins(() -> {
                    outside.emptyFolder();
                    var granted = fixture.decided("90000", false, false);
                    reference.set(granted.reference().value());
                    waiters.start(
                            Message.APPLICATION_GRANTED,
                            granted.reference().value(),
                            Map.of(
                                    "reference",
                                    granted.reference().value(),
                                    "board",
                                    "K",
                                    "call",
                                    granted.call().value()));
                })
                .comesAfter(
                        "userTask_chaseConfirmation",
                        "catch_confirmed",
                        key -> outside.enter(key, "grantConfirmation", null))
                .answers(
                        "userTask_verifyPayee",
                        () -> Map.of("payee", "DOUBTED", "verification", "Banken känner inte till kontot."),
                        () -> PlainAnswers.of("verify-payee", outside.today()))
                .comesAfter("userTask_verifyPayee", "catch_confirmed", outside::confirm)
                .leaves("userTask_approveDisbursement", "userTask_reviewConflict")
                .answers(
                        "userTask_prepareDisbursement",
                        () -> Map.of("preparation", "NO_FUNDS", "preparationNote", "Anslaget är slut."),
                        () -> obstacle("INSOLVENT"),
                        () -> obstacle("ENFORCEMENT_DEBT"),
                        () -> PlainAnswers.of("prepare-disbursement", outside.today()))
                .answers(
                        "userTask_investigateObstacle",
                        () -> Map.of("investigation", "RELEASE", "investigationText", "Ett annat företag."),
                        () -> PlainAnswers.of("investigate-obstacle", outside.today()))
                .comes("catch_replyTimeRequested", key -> outside.askForMoreTime(reference.get()))
                .comesAfter("userTask_replyTime", "catch_replied", key -> outside.reply(reference.get()))
                .answers(
                        "userTask_decideObstacle",
                        () -> Map.of("obstacleDecision", "RETURN", "obstacleReturnReason", "Motivera beloppet."),
                        () -> PlainAnswers.of("decide-obstacle", outside.today()))
                .answers(
                        "userTask_approveDisbursement",
                        () -> AssessmentFixture.conflict("contested"),
                        () -> Map.of("paymentApproval", "RETURN", "approvalNote", "Fel kostnadsställe."),
                        () -> PlainAnswers.of("approve-disbursement", outside.today()))
                .comesAfter("userTask_approveDisbursement", "startEvent_changeRequested", outside::requestChange)
                .comesAfter("userTask_approveDisbursement", "startEvent_supplemented", outside::supplement)
                .answers(
                        "userTask_handleChangeRequest",
                        () -> Map.of(
                                "changeDecision", "APPROVED",
                                "newFinalReportDue",
                                        outside.today().plusDays(300).toString(),
                                "changeReason", "Ryms inom beslutet."))
                .answers(
                        "userTask_tracePayment",
                        () -> PlainAnswers.of("trace-payment", outside.today()),
                        () -> Map.of(
                                "traced", "REJECTED",
                                "traceNote", "Banken, Eva Ek",
                                "answeredOn", outside.today().toString()))
                .comesAfter("userTask_verifyMending", "catch_settled", order -> {
                    outside.receipt(order, 2, "settled", "");
                    outside.receipt(order, 2, "rejected", "Kontot avslutat");
                })
                .comesAfter("userTask_handleReturn", "startEvent_changeNotified", outside::giveNotice)
                .answers(
                        "userTask_assessChange",
                        () -> Map.of("noticeOutcome", "RECOVERY", "noticeReason", "Enligt uppgifterna i anmälan."))
                .comesAfter(
                        "userTask_assessChange", "catch_submitted", key -> outside.report(reference.get(), "auditor"))
                .thereafter(() -> outside.enter(reference.get(), "supplement", "Ett intyg."))
                .comesTo(() -> outside.outcome(reference.get()));
    }

    private static Map<String, Object> obstacle(String circumstance) {
        return Map.of(
                "preparation", "OBSTACLE",
                "circumstances", List.of(circumstance),
                "circumstanceText", "Enligt uppgift från myndigheten.");
    }

    /** Reminded, given a new day, missing again; comes during the recovery, completed on paper; a part is repaid. */
    Life missingReport() {
        var reference = new AtomicReference<String>();
        return new Life("missing report")
                .begins(() -> {
                    reference.set(fixture.awaitingFinalReport().value());
                    var key = reference + "-M2";
                    runtime.startProcessInstanceByKey(
                            "report",
                            key,
                            Map.of(
                                    "reference",
                                    reference.get(),
                                    "board",
                                    "K",
                                    "call",
                                    grants.get(Reference.of(reference.get()))
                                            .call()
                                            .value(),
                                    "milestone",
                                    key));
                })
                .answers(
                        "userTask_handleMissing",
                        () -> Map.of(
                                "missingReport", "EXTEND",
                                "newDue", outside.today().plusDays(60).toString(),
                                "missingNote", "Sjukdom i styrelsen"),
                        () -> PlainAnswers.of("handle-missing-report", outside.today()))
                .leaves("userTask_recoverMissing", "userTask_reviewReport")
                .comes(
                        "boundary_reportInRecovery",
                        key -> outside.report(
                                reference.get(),
                                GrantFixture.report(
                                        90_000,
                                        "auditor",
                                        "none",
                                        "auditorName",
                                        null,
                                        "conditionsFollowed",
                                        "no",
                                        "conditionsComment",
                                        "Lokalen byttes.")))
                .answers(
                        "userTask_reviewReport",
                        () -> Map.of(
                                "reportReview", "COMPLETION",
                                "reportCompletionText", "Skicka revisorns rapport.",
                                "reportCompletionBy",
                                        outside.today().plusDays(14).toString()),
                        () -> Map.of(
                                "reportReview", "ACCEPT",
                                "unusedConfirmed", 10_000,
                                "reviewReason", "Resten är visat."))
                .comes("catch_completed", key -> outside.enter(key, "report", null))
                .comesTo(() -> outside.outcome(reference.get()));
    }
}
