package se.tidig.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.grant.Grants;
import se.tidig.payment.ReceiptIntakeService;
import se.tidig.wholecall.Written;

/** What the board does with a case of a call of its own while its applicant is watched in a browser. */
@Component
class BackOffice {

    private final DecisionPlay cases;
    private final Play play;
    private final Grants grants;
    private final ReceiptIntakeService receipts;
    private final Clock clock;
    private final Path dataDir;

    BackOffice(
            DecisionPlay cases,
            Play play,
            Grants grants,
            ReceiptIntakeService receipts,
            Clock clock,
            @Value("${tidig.data-dir}") Path dataDir) {
        this.cases = cases;
        this.play = play;
        this.grants = grants;
        this.receipts = receipts;
        this.clock = clock;
        this.dataDir = dataDir;
    }

    /** An open call. */
    Reference opensCall() {
        return cases.call();
    }

    /** The process's own steps, and the mails. */
    void goesOn() {
        cases.goOn();
    }

    void takes(Reference reference) {
        does("officerK1", "userTask_conflictCheck", reference.value(), Map.of("conflictAnswer", "none"));
    }

    void asksForCompletion(Reference reference, String text) {
        does(
                "officerK1",
                "userTask_requestCompletion",
                reference.value(),
                Map.of("completionText", text, "completionBy", inDays(14)));
    }

    /** Assesses, ranks and proposes; the decider lets the applicant comment on what somebody else has said. */
    void hears(Reference reference, Reference call, String material) {
        cases.assess(reference, 3);
        cases.prioritise(call);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        does(
                "deciderK",
                "userTask_decide",
                reference.value(),
                Map.of("decisionAnswer", "communicate", "returnReason", "Uppgifterna är nya för sökanden."));
        does(
                "officerK1",
                "userTask_communicate",
                reference.value(),
                Map.of("hearingText", material, "replyBy", inDays(14)));
    }

    void grants(Reference reference, long amount) {
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, amount));
        cases.decide(reference, "deciderK");
    }

    void pays(Reference reference) {
        var order = reference + "-M1";
        does(
                "financeK1",
                "userTask_verifyPayee",
                reference.value(),
                Map.of("payee", "VERIFIED", "verification", "Bankgirots register"));
        does("financeK1", "userTask_prepareDisbursement", order, Written.preparedPayment());
        does("financeK2", "userTask_approveDisbursement", order, Map.of("paymentApproval", "APPROVE"));
        var file = dataDir.resolve("payments").resolve("in").resolve("kvitto-" + order + ".csv");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    "order;attempt;status;date;reason\n%s;1;settled;%s;\nend;1\n"
                            .formatted(order, SwedishDate.on(clock.instant())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        receipts.read();
        goesOn();
    }

    /** Accepts the report that has come, whatever the check of its figures says. */
    void accepts(Reference reference) {
        var report = grants.get(reference).openMilestone().orElseThrow().key().toString();
        does(
                "officerK1",
                "userTask_reviewReport",
                report,
                Map.of("reportReview", "ACCEPT", "unusedConfirmed", 0, "reviewReason", "Avvikelserna är förklarade."));
    }

    private void does(String person, String element, String businessKey, Map<String, Object> answers) {
        play.as(person).complete(element, businessKey, answers);
        goesOn();
    }

    private String inDays(int days) {
        return SwedishDate.on(clock.instant()).plusDays(days).toString();
    }
}
