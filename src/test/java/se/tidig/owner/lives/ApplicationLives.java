package se.tidig.owner.lives;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.application.ApplicationFixture;
import se.tidig.assessment.AssessmentFixture;
import se.tidig.decision.DecisionPlay;
import se.tidig.engine.Message;
import se.tidig.engine.Waiters;
import se.tidig.wholecall.Written;

/** Lives of applications that end at their decision, or soon after it. */
@Component
class ApplicationLives {

    private final Play play;
    private final DecisionPlay cases;
    private final Outside outside;
    private final Waiters waiters;
    private final RuntimeService runtime;

    ApplicationLives(Play play, DecisionPlay cases, Outside outside, Waiters waiters, RuntimeService runtime) {
        this.play = play;
        this.cases = cases;
        this.outside = outside;
        this.waiters = waiters;
        this.runtime = runtime;
    }

    /** On paper; asked to complete and ordered to, with more time; heard; refused; a document comes afterwards. */
    Life refused() {
        var reference = new AtomicReference<String>();
        var ordered = new AtomicBoolean();
        var answers = ApplicationFixture.answers("activeInSwedenSince", "2026-06-01");
        answers.put("signed", false);
        answers.put("attachments", List.of("statutes"));
        return new Life("refused")
                .begins(() -> reference.set(outside.applyOnPaper(cases.call().value(), outside.today(), answers)))
                .answers(
                        "userTask_conflictCheck",
                        () -> AssessmentFixture.conflict("contested"),
                        () -> Map.of("conflictAnswer", "none"))
                .comes("catch_completionTimeRequested", key -> outside.enter(key, "moreTime", "Vi ber om mer tid."))
                .answers(
                        "userTask_completionTime",
                        () -> Map.of(
                                "moreTimeStep", "grant",
                                "newReplyBy", outside.today().plusDays(40).toString(),
                                "moreTimeReason", "Årsmötet hålls i nästa vecka."))
                .answers(
                        "userTask_completionExpired",
                        () -> Map.of(
                                "expiredStep", "extend",
                                "newCompletionBy", outside.today().plusDays(7).toString(),
                                "expiredReason", "Sökanden har bett om mer tid."),
                        () -> PlainAnswers.of("completion-expired", outside.today()))
                .answers("userTask_requestCompletion", this::request, () -> {
                    ordered.set(true);
                    return order();
                })
                .comes("catch_completed", ordered::get, key -> outside.enter(key, "completion", null))
                .answers("userTask_registerCompletion", () -> {
                    var reply = PlainAnswers.of("completion-reply", outside.today());
                    reply.put("signed", true);
                    reply.put("signatoryAuthorised", true);
                    return reply;
                })
                .answers("userTask_examineRefusal", ApplicationLives::withMaterial)
                .comes("catch_replyTimeRequested", key -> outside.enter(key, "moreTime", "Vi ber om mer tid."))
                .comesAfter("userTask_replyTime", "catch_replied", key -> outside.enter(key, "hearingReply", null))
                .thereafter(() -> outside.enter(reference.get(), "appeal", "Vi överklagar beslutet."))
                .comesTo(() -> outside.outcome(reference.get()));
    }

    private Map<String, Object> request() {
        return PlainAnswers.completion(outside.today());
    }

    private Map<String, Object> order() {
        var order = request();
        order.put("completionConsequence", "Om föreläggandet inte följs kan ansökan avvisas.");
        return order;
    }

    private static Map<String, Object> withMaterial() {
        var answers = new HashMap<>(PlainAnswers.examination("uphold"));
        answers.put("externalMaterial", true);
        return answers;
    }

    /** Comes in after the last day and is rejected. */
    Life rejected() {
        var reference = new AtomicReference<String>();
        return new Life("rejected")
                .begins(() -> {
                    var call = cases.call();
                    play.asNobody();
                    play.pass(Duration.ofDays(40));
                    reference.set(outside.applyOnPaper(call.value(), outside.today(), ApplicationFixture.answers()));
                })
                .answers("userTask_proposeDecision", () -> Written.proposal("REJECTION", null))
                .comesTo(() -> outside.outcome(reference.get()));
    }

    /** With an agent who is refused; delayed; a decision is demanded early and in time; withdrawn and written off. */
    Life withdrawn() {
        var reference = new AtomicReference<String>();
        return new Life("withdrawn")
                .begins(() -> {
                    // Before the autumn, when the yearly review asks for the next year's amounts.
                    play.passTo(Instant.parse("2026-06-01T08:00:00Z"));
                    runtime.startProcessInstanceByKey("new-models", "new-models");
                    waiters.start(Message.RULES_REVIEW_WANTED, "rule-review", Map.of());
                    reference.set(outside.apply(cases.call().value(), withAgent()));
                })
                .answers("userTask_takeIn", () -> PlainAnswers.of("new-models", outside.today()))
                .leaves("userTask_assessApplication", "userTask_writeOff")
                .comes("boundary_supplemented", outside::supplement)
                .comes("boundary_changeNotified", outside::notifyChange)
                .comes("boundary_decisionDemanded", outside::demandDecision)
                .comesAfter("userTask_conflictCheck", "boundary_supplemented", this::ask)
                .comes(
                        "boundary_decisionDemanded",
                        () -> outside.today().isAfter(demandFrom()),
                        outside::demandDecision)
                .leaves("userTask_answerDemand", "userTask_overseeDemand")
                .comesAfter("userTask_answerDemand", "boundary_withdrawn", outside::withdraw)
                .comesTo(() -> outside.outcome(reference.get()));
    }

    private static LocalDate demandFrom() {
        return LocalDate.parse("2026-12-10");
    }

    private static Map<String, Object> withAgent() {
        var answers = ApplicationFixture.answers();
        answers.put("hasAgent", true);
        answers.put("agentName", "Eva Ek");
        answers.put("agentEmail", "eva@byran.example");
        answers.put("agentOrganisation", "Byrån Ek");
        answers.put("agentSigned", true);
        answers.put("signatoryAuthorised", false);
        answers.put("powerOfAttorney", true);
        answers.put("powerOfAttorneyExtent", "Ansökan och allt som följer av den");
        return answers;
    }

    /** Whether the agent is fit, and whether the party stands behind a document. */
    private void ask(String reference) {
        play.as("officerK2")
                .start(
                        "agent-refusal",
                        Map.of(
                                "caseReference", reference,
                                "agentGrounds", "Ombudet har två gånger lämnat oriktiga uppgifter.",
                                "agentHeard", "true",
                                "agentHeardText", "Sökanden har inget att invända."));
        play.as("officerK1")
                .start(
                        "sender-confirmation",
                        Map.of(
                                "caseReference", reference,
                                "confirmationOf", "document",
                                "confirmationDocument", "Intyget från kommunen",
                                "confirmationReason", "Mejlet kom från en okänd adress.",
                                "confirmBy", outside.today().plusDays(14).toString()));
    }

    /** Granted a part, after the decider has returned the proposal once; the recipient declines. */
    Life partlyGranted() {
        var call = new AtomicReference<String>();
        var reference = new AtomicReference<String>();
        return new Life("partly granted")
                .begins(() -> {
                    call.set(cases.call().value());
                    reference.set(outside.apply(call.get(), ApplicationFixture.answers("economicActivity", true)));
                })
                .answers("userTask_reviewConditions", () -> PlainAnswers.examination("proceed"))
                .comes("catch_prioritised", key -> cases.prioritise(Reference.of(call.get())))
                .answers("userTask_proposeDecision", () -> Written.proposal("PARTIAL", 80_000))
                .answers(
                        "userTask_decide",
                        () -> Map.of("decisionAnswer", "return", "returnReason", "Villkoren behöver vara tydligare."),
                        DecisionPlay::approval)
                .comes("catch_confirmed", outside::decline)
                .comesTo(() -> outside.outcome(reference.get()));
    }
}
