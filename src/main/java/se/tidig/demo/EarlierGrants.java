package se.tidig.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.mypages.Act;
import se.tidig.payment.ReceiptIntakeService;

/** The granted cases of Blekinge's first call, on their way through confirmation, payment and report. */
@Component
class EarlierGrants {

    /** The vouchers are handed to the ledger after noon of that day. */
    static final int PAYMENTS_APPROVED = 57;

    private static final int RECEIPTS_CAME = 55;

    private final Stage stage;
    private final DemoApplicants applicants;
    private final ReceiptIntakeService receipts;
    private final Path receiptFolder;

    EarlierGrants(
            Stage stage,
            DemoApplicants applicants,
            ReceiptIntakeService receipts,
            @Value("${tidig.data-dir}") Path dataDir) {
        this.stage = stage;
        this.applicants = applicants;
        this.receipts = receipts;
        this.receiptFolder = dataDir.resolve("payments").resolve("in");
    }

    void write(Script script, Reference call) {
        paidAndReported(script, call);
        paidAndSentBack(script, call);
        granted(script, call, "halsosteget", 88_500, 22, 20);
        confirmed(script, call, "halsosteget", 14);
        script.on(12, 9, () -> verify(call, "halsosteget"));
        script.on(10, 9, () -> prepare(call, "halsosteget"));
        granted(script, call, "sprakcafe", 75_000, 21, 19);
        confirmed(script, call, "sprakcafe", 8);
        script.on(6, 9, () -> verify(call, "sprakcafe"));
        confirmedOnPaper(script, call);
    }

    /** Half the activity has been held, and the interim report has come early. */
    private void paidAndReported(Script script, Reference call) {
        granted(script, call, "vanforeningen", 240_000, 72, 70);
        confirmed(script, call, "vanforeningen", 64);
        paid(script, call, "vanforeningen");
        script.on(RECEIPTS_CAME, 8, () -> receipt(call, script.days().at(RECEIPTS_CAME, 8)));
        script.on(4, 20, () -> {
            applicants.send(applicants.reference(call, "vanforeningen"), "vanforeningen", Act.REPORT, interimReport());
            stage.goOn();
        });
    }

    /** The bank does not know the account: a finance officer of the paying board corrects it. */
    private void paidAndSentBack(Script script, Reference call) {
        granted(script, call, "ronneby", 310_000, 72, 70);
        confirmed(script, call, "ronneby", 63);
        paid(script, call, "ronneby");
    }

    private void confirmedOnPaper(Script script, Reference call) {
        granted(script, call, "rodatraden", 94_000, 11, 9);
        script.on(
                1,
                10,
                () -> stage.start(
                        "registrarK",
                        "incoming-document",
                        StaffAnswers.incoming(
                                applicants.reference(call, "rodatraden"),
                                "grantConfirmation",
                                SwedishDate.on(script.days().at(1, 10)))));
    }

    private void granted(Script script, Reference call, String name, long amount, int proposedOn, int decidedOn) {
        script.on(
                isSameYear(script, proposedOn, decidedOn) ? proposedOn : decidedOn,
                11,
                () -> stage.answer(
                        List.of("ronneby", "halsosteget").contains(name) ? "officerK2" : "officerK1",
                        "userTask_proposeDecision",
                        applicants.reference(call, name).value(),
                        StaffAnswers.grant(
                                amount,
                                "Behovet är stort och verksamheten väntas bidra till bidragets syfte. Kostnaderna är"
                                        + " rimliga, och inget talar emot att sökanden uppfyller villkoren.")));
        script.on(
                decidedOn,
                14,
                () -> stage.answer(
                        "deciderK",
                        "userTask_decide",
                        applicants.reference(call, name).value(),
                        StaffAnswers.decision()));
    }

    /** A proposal of one year is not decided in the next. */
    private static boolean isSameYear(Script script, int proposedOn, int decidedOn) {
        return SwedishDate.on(script.days().at(proposedOn, 11)).getYear()
                == SwedishDate.on(script.days().at(decidedOn, 14)).getYear();
    }

    private void confirmed(Script script, Reference call, String name, int day) {
        script.on(day, 19, () -> {
            applicants.send(
                    applicants.reference(call, name),
                    name,
                    Act.GRANT_CONFIRMATION,
                    Map.of(
                            "acceptance", "accept",
                            "giroKind", "BANKGIRO",
                            "giro", applicants.text(name, "giro"),
                            "giroHolder", applicants.text(name, "organisationName"),
                            "confirmedBy", applicants.text(name, "signatoryName"),
                            "confirmedByRole", applicants.role(name)));
            stage.goOn();
        });
    }

    private void paid(Script script, Reference call, String name) {
        script.on(60, 9, () -> verify(call, name));
        script.on(58, 10, () -> prepare(call, name));
        script.on(
                PAYMENTS_APPROVED,
                10,
                () -> stage.answer(
                        "financeK2",
                        "userTask_approveDisbursement",
                        payment(call, name),
                        Map.of("paymentApproval", "APPROVE")));
    }

    private void verify(Reference call, String name) {
        stage.answer(
                "financeK1",
                "userTask_verifyPayee",
                applicants.reference(call, name).value(),
                StaffAnswers.payee("Bankgirots register anger organisationen som innehavare."));
    }

    private void prepare(Reference call, String name) {
        stage.answer("financeK1", "userTask_prepareDisbursement", payment(call, name), StaffAnswers.payment());
    }

    /** The first payment of the plan. */
    private String payment(Reference call, String name) {
        return applicants.reference(call, name) + "-M1";
    }

    /** The ledger's answers, in one file. */
    private void receipt(Reference call, Instant at) {
        var day = SwedishDate.on(at);
        var lines = "order;attempt;status;date;reason\n"
                + payment(call, "vanforeningen") + ";1;settled;" + day + ";\n"
                + payment(call, "ronneby") + ";1;rejected;" + day + ";Kontot är avslutat\n"
                + "end;2\n";
        try {
            Files.createDirectories(receiptFolder);
            Files.writeString(receiptFolder.resolve("kvitto-" + day + ".csv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        receipts.read();
        stage.goOn();
    }

    private static Map<String, Object> interimReport() {
        return Map.ofEntries(
                Map.entry(
                        "use",
                        "Samordnaren har varit anställd sedan start. Samtalsgrupper har hållits tre kvällar i veckan."),
                Map.entry(
                        "activities",
                        List.of(Map.of(
                                "activity", "Samtalsgrupp",
                                "plannedOccasions", 60,
                                "actualOccasions", 57,
                                "plannedHours", 150,
                                "actualHours", 143))),
                Map.entry("deviations", "Tre kvällar ställdes in när lokalen byggdes om."),
                Map.entry("conditionsFollowed", "yes"),
                Map.entry("participantsWomen", 34),
                Map.entry("participantsMen", 29),
                Map.entry("municipalities", "Karlskrona"),
                Map.entry("resultsSwedish", "41 av 63 deltagare har gått upp en nivå i den muntliga avstämningen."),
                Map.entry(
                        "purposeFulfilment",
                        "Deltagarna har fått en fast punkt i veckan och kontakter utanför boendet."),
                Map.entry(
                        "costs",
                        List.of(
                                Map.of("item", "Samordnare", "budgeted", 84_000, "outcome", 84_000),
                                Map.of("item", "Läromedel och råvaror", "budgeted", 16_000, "outcome", 14_200),
                                Map.of("item", "Lokal och tolk", "budgeted", 20_000, "outcome", 19_100))),
                Map.entry("unusedAmount", 0),
                Map.entry("otherFunding", 0),
                Map.entry("auditor", "none"),
                Map.entry("submittedBy", "Birgitta Åkesson"),
                Map.entry("correct", true));
    }
}
