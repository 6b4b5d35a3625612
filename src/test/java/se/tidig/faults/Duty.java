package se.tidig.faults;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import se.tidig.wholecall.Written;

/**
 * What one person does when they find it in their task list.
 *
 * @param answers what the person writes about the application, by element; about the call the application is null
 */
record Duty(String person, Map<String, BiFunction<Life, Town, Map<String, Object>>> answers) {

    private static final Set<String> OF_THE_CALL =
            Set.of("userTask_reviewPrioritisation", "userTask_approveFollowUp", "userTask_awaitAssessments");

    static List<Duty> all() {
        return Stream.of(
                        officers(),
                        Stream.of(
                                new Duty(
                                        "deciderK",
                                        Map.of(
                                                "userTask_reviewPrioritisation",
                                                (life, town) -> Map.of("prioritisationAction", "SETTLE"),
                                                "userTask_decide",
                                                (life, town) -> Written.approval(),
                                                "userTask_writeOff",
                                                (life, town) -> Map.of(
                                                        "writeOffReasons",
                                                        "Sökanden har återkallat ansökan före beslutet.",
                                                        "writeOffDecided",
                                                        true))),
                                new Duty(
                                        "headK",
                                        Map.of(
                                                "userTask_approveFollowUp",
                                                (life, town) -> Map.of(
                                                        "purposeAssessment",
                                                        "Verksamheterna har nått de flesta på länets boenden."))),
                                new Duty(
                                        "financeK1",
                                        Map.of(
                                                "userTask_verifyPayee",
                                                (life, town) -> Map.of(
                                                        "payee", "VERIFIED", "verification", "Bankgirots register"),
                                                "userTask_prepareDisbursement",
                                                (life, town) -> Written.preparedPayment())),
                                new Duty(
                                        "financeK2",
                                        Map.of(
                                                "userTask_approveDisbursement",
                                                (life, town) -> Map.of("paymentApproval", "APPROVE"))),
                                new Duty(
                                        "financeF1",
                                        Map.of(
                                                "userTask_mendPayment",
                                                (life, town) -> Map.of(
                                                        "mending", "ACCOUNT",
                                                        "giroKind", "BANKGIRO",
                                                        "giroNumber", "5291-1005",
                                                        "giroHolder", life.name,
                                                        "mendNote", "Ny uppgift från mottagaren."))),
                                new Duty(
                                        "financeF2",
                                        Map.of(
                                                "userTask_verifyMending",
                                                (life, town) -> Map.of(
                                                        "mendingChecked",
                                                        "SEND",
                                                        "mendingVerification",
                                                        "Bankgirots register")))))
                .flatMap(duties -> duties)
                .toList();
    }

    /** The case belongs to the person who takes it; the two take every other. */
    private static Stream<Duty> officers() {
        return Stream.of("officerK1", "officerK2")
                .map(officer -> new Duty(
                        officer,
                        Map.of(
                                "userTask_conflictCheck",
                                (life, town) -> life.index % 2 == (officer.endsWith("1") ? 0 : 1)
                                        ? Map.of("conflictAnswer", "none")
                                        : null,
                                "userTask_requestCompletion",
                                (life, town) -> Map.of(
                                        "completionText",
                                        "Skicka in årsmötesprotokoll och handling om firmatecknare.",
                                        "completionBy",
                                        town.today().plusDays(60).toString()),
                                "userTask_assessApplication",
                                (life, town) -> Written.assessment(life.course == Course.REFUSED ? 1 : 3),
                                "userTask_assessSecond",
                                (life, town) -> life.index % 2 == (officer.endsWith("1") ? 1 : 0)
                                        ? Written.assessment(1)
                                        : null,
                                "userTask_proposeDecision",
                                (life, town) -> life.course == Course.REFUSED
                                        ? Written.proposal("REFUSAL", null)
                                        : Written.proposal("GRANT", life.requested),
                                "userTask_reviewReport",
                                (life, town) -> Map.of("reportReview", "ACCEPT", "unusedConfirmed", 0))));
    }

    /** Does the waiting work; returns true if there was any. */
    boolean work(Desk desk, Town town) {
        var any = false;
        for (var task : desk.tasks(answers.keySet())) {
            var reference = OF_THE_CALL.contains(task.element()) ? town.call() : desk.reference(task);
            var life = reference == null ? null : town.byReference(reference);
            // The registrar may not know the number yet, if the answer with it was lost.
            if (life != null || reference != null && reference.equals(town.call())) {
                var written = answers.get(task.element()).apply(life, town);
                any |= written != null && desk.does(task, written);
            }
        }
        return any;
    }
}
