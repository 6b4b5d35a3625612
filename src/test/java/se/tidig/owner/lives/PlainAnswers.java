package se.tidig.owner.lives;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.tidig.decision.DecisionPlay;
import se.tidig.payment.PaymentFixture;
import se.tidig.wholecall.Written;

/** What people answer in the form of a task if nothing else is meant: the case goes straight on. */
final class PlainAnswers {

    private PlainAnswers() {}

    /** Empty for a form that is unknown, because its id was changed. */
    static Map<String, Object> of(String form, LocalDate today) {
        return switch (form) {
            case "conflict-check" -> Map.of("conflictAnswer", "none");
            case "review-conflict" ->
                Map.of("conflictReview", "notConflicted", "conflictReviewReason", "Uppdraget avslutades 2019.");
            case "examine-rejection", "examine-refusal", "review-conditions" -> examination("uphold");
            case "request-completion" -> completion(today);
            case "completion-expired" -> Map.of("expiredStep", "proceed", "expiredReason", "Inget svar har kommit in.");
            case "assess-more-time" -> Map.of("moreTimeStep", "refuse", "moreTimeReason", "Tiden har redan förlängts.");
            case "completion-reply" ->
                new HashMap<>(Map.of("completionReply", "Här är svaret.", "attachments", Written.ALL_DOCUMENTS));
            case "hearing-reply" -> Map.of("hearingReply", "Vi har funnits längre än så.");
            case "assess-application", "reconcile-assessments" -> Written.assessment(3);
            case "communicate" ->
                Map.of(
                        "hearingText",
                        "Skatteverket har uppgett att föreningen registrerades i juni.",
                        "replyBy",
                        today.plusDays(14).toString());
            case "propose-decision" -> Written.proposal("REFUSAL", null);
            case "decide" -> DecisionPlay.approval();
            case "write-off" ->
                Map.of("writeOffReasons", "Sökanden har återkallat ansökan före beslutet.", "writeOffDecided", true);
            case "assess-delay" ->
                Map.of(
                        "delayExpected", "true",
                        "delayReason", "Många ansökningar har kommit in.",
                        "expectedDecisionOn", today.plusDays(60).toString());
            case "reject-demand" -> Map.of("demandReasons", "Begäran får inte göras nu.");
            case "answer-demand" ->
                Map.of(
                        "demandDecision", "REFUSE",
                        "demandReasons", "Prioriteringen av ansökningarna är inte klar.",
                        "demandDissent", "Olle Berg anser att ärendet kan avgöras.");
            case "oversee-demand" -> Map.of("overseeNote", "Föredraget på fredag.");
            case "read-supplement" -> Map.of("supplementNote", "Påverkar inte prövningen.");
            case "read-late-document" -> Map.of("lateDocumentNote", "Läst och lagt till handlingarna.");
            case "assess-change" -> Map.of("changeEffect", "none", "changeNote", "Saknar betydelse här.");
            default -> ofGrant(form, today);
        };
    }

    private static Map<String, Object> ofGrant(String form, LocalDate today) {
        return switch (form) {
            case "approve-call", "approve-closing" -> Map.of("approval", "APPROVE");
            case "await-assessments" ->
                Map.of("stragglerRule", "RESERVE", "stragglerReason", "Ansökan väntar på komplettering.");
            case "review-prioritisation" -> Map.of("prioritisationAction", "SETTLE");
            case "approve-follow-up" -> Map.of("purposeAssessment", "Verksamheten har nått de flesta på boendena.");
            case "chase-confirmation" ->
                Map.of(
                        "chase", "WAIT",
                        "contactAgain", today.plusDays(10).toString(),
                        "chaseNote", "Talade med ordföranden.");
            case "grant-confirmation" -> Written.confirmation("Föreningen Bryggan");
            case "verify-payee" -> Map.of("payee", "VERIFIED", "verification", "Intyg från banken.");
            case "handle-change-request" -> Map.of("changeDecision", "REFUSED", "changeReason", "Ryms inte.");
            case "assess-grant-change" -> Map.of("noticeOutcome", "NOTHING", "noticeReason", "Saknar betydelse.");
            case "handle-recovery", "handle-report-recovery" -> claim("UNUSED", 10_000, today);
            case "follow-up-recovery" ->
                Map.of(
                        "claimEvent",
                        "PAID",
                        "paidAmount",
                        10_000,
                        "paidOn",
                        today.toString(),
                        "claimNote",
                        "Enligt kontoutdrag.");
            case "prepare-disbursement" -> PaymentFixture.prepared();
            case "await-funds" -> Map.of("fundsNote", "Ny tilldelning.");
            case "approve-disbursement" -> Map.of("paymentApproval", "APPROVE");
            case "investigate-obstacle" ->
                Map.of("investigation", "OBSTACLE", "investigationText", "Konkursen inleddes i går.");
            case "communicate-obstacle" ->
                Map.of(
                        "obstacleHearing", "SEND",
                        "hearingText", "Bolagsverket har uppgett att föreningen är försatt i konkurs.",
                        "replyBy", today.plusDays(14).toString());
            case "propose-obstacle" ->
                Map.of(
                        "obstacleProposal",
                        "PART",
                        "withheldAmount",
                        10_000,
                        "obstacleReasons",
                        "Mottagaren är försatt i konkurs.",
                        "obstacleParagraphs",
                        List.of("15 b § förordningen (2016:1364)"));
            case "decide-obstacle" -> Map.of("obstacleDecision", "DECIDE");
            case "trace-payment" -> Map.of("traced", "WAIT", "traceNote", "Banken, Eva Ek");
            case "mend-payment" ->
                Map.of(
                        "mending", "ACCOUNT",
                        "giroKind", "BANKGIRO",
                        "giroNumber", "991-2346",
                        "giroHolder", "Föreningen Bryggan",
                        "mendNote", "Nytt konto enligt Anna Lind.");
            case "verify-mending" ->
                Map.of("mendingChecked", "SEND", "mendingVerification", "Intyg från den nya banken.");
            case "payment-return" -> Map.of("returned", "PAID", "returnNote", "Bankens kundtjänst.");
            case "report" -> Written.report(90_000, "auditor");
            case "control-report" ->
                Map.of("controlSteps", List.of("visit"), "controlNote", "Besök visar att villkoren följs.");
            case "review-report" -> Map.of("reportReview", "ACCEPT", "unusedConfirmed", 0);
            case "handle-missing-report" ->
                Map.of("missingReport", "RECOVER", "missingNote", "Inget svar på brev eller telefon.");
            default -> ofOffice(form, today);
        };
    }

    private static Map<String, Object> ofOffice(String form, LocalDate today) {
        return switch (form) {
            case "decide-agent" ->
                Map.of("agentDecision", "REFUSE", "agentReasons", "Ombudet har lämnat oriktiga uppgifter.");
            case "receive-confirmation" ->
                Map.of(
                        "confirmationAnswer", "CONFIRMED",
                        "confirmedBy", "Anna Lind",
                        "confirmedOn", today.toString());
            case "rule-review" -> Map.of("reviewNote", "Årets belopp är infört.");
            case "new-models" -> Map.of("newModelsNote", "Läst och infört.");
            default -> Map.of();
        };
    }

    static Map<String, Object> examination(String examination) {
        return Map.of(
                "findingAnswers",
                List.of(Map.of(
                        "position",
                        examination.equals("uphold") ? "UPHELD" : "SET_ASIDE",
                        "motivation",
                        "Prövat mot handlingarna i ärendet.")),
                "examination",
                examination);
    }

    static Map<String, Object> completion(LocalDate today) {
        return new HashMap<>(Map.of(
                "completionText",
                "Skicka in de handlingar som saknas.",
                "completionBy",
                today.plusDays(14).toString()));
    }

    static Map<String, Object> claim(String ground, int amount, LocalDate today) {
        return Map.of(
                "recoveryAction",
                "CLAIM",
                "recoveryGround",
                ground,
                "claimAmount",
                amount,
                "claimDecision",
                "604-17-2027",
                "claimDecidedOn",
                today.toString(),
                "claimDueOn",
                today.plusDays(30).toString(),
                "recoveryReason",
                "Enligt granskningen.");
    }
}
