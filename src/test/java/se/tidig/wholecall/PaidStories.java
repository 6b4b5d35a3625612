package se.tidig.wholecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import se.tidig.decision.DecisionKind;
import se.tidig.payment.Receipt.Reception;

/** Grants whose payment or report is the story. */
final class PaidStories {

    private PaidStories() {}

    static Stream<Story> in(Story.Chapter chapter) {
        return Stream.of(new APaymentTheBankRejectsIsMended(chapter), new ALateReportIsCompletedAndAccepted(chapter));
    }

    /**
     * The paying board corrects what the bank rejects; a second person there verifies the account; nothing is paid
     * twice.
     */
    private static class APaymentTheBankRejectsIsMended extends Story {

        APaymentTheBankRejectsIsMended(Chapter chapter) {
            super(chapter, "Hälsosteget Sölvesborg", "8020000520", 95_000);
        }

        @Override
        void isPaid() {
            verifies();
            var order = milestone(1);
            pays(order);
            records.receipt(order, 1, "rejected", "Kontot är avslutat");
            office.goOn();
            var mending = Map.<String, Object>of(
                    "mending", "ACCOUNT",
                    "giroKind", "BANKGIRO",
                    "giroNumber", "5291-1005",
                    "giroHolder", name,
                    "mendNote", "Ny uppgift från mottagaren.");
            office.as("financeK1").cannot("userTask_mendPayment", order, mending);
            office.as("financeF1").does("userTask_mendPayment", order, mending);
            var verified =
                    Map.<String, Object>of("mendingChecked", "SEND", "mendingVerification", "Bankgirots register");
            office.as("financeF1").cannot("userTask_verifyMending", order, verified);
            office.as("financeF2").does("userTask_verifyMending", order, verified);
            records.receipt(order, 2, "settled", "");
            records.receipt(order, 2, "settled", "");
            office.goOn();
        }

        @Override
        void outcome() {
            wasDecided(DecisionKind.GRANT, 95_000, "deciderK");
            wasClosed(95_000);
            assertThat(records.voucher(milestone(1), 1)).contains("5050-1055");
            assertThat(records.voucher(milestone(1), 2)).contains("5291-1005").doesNotContain("5050-1055");
            assertThat(records.receptions(milestone(1)))
                    .containsExactlyInAnyOrder(Reception.APPLIED, Reception.APPLIED, Reception.DUPLICATE);
            assertThat(office.history(milestone(1)))
                    .containsExactly(
                            "2026-05-11 financeK1 userTask_prepareDisbursement",
                            "2026-05-11 financeK2 userTask_approveDisbursement",
                            "2026-05-11 financeF1 userTask_mendPayment",
                            "2026-05-11 financeF2 userTask_verifyMending");
        }
    }

    /** 14 and 14 a §§: a late report is reminded of; one without its auditor is completed; then it is accepted. */
    private static class ALateReportIsCompletedAndAccepted extends Story {

        ALateReportIsCompletedAndAccepted(Chapter chapter) {
            super(chapter, "Föreningen Röda tråden", "8020000538", 85_000);
        }

        @Override
        void isConfirmed() {
            var registrar = office.as("registrarK");
            var document = registrar.starts(
                    "incoming-document",
                    Written.incoming(reference.value(), "grantConfirmation", records.today(), null));
            registrar.does("userTask_registerConfirmation", document, Written.confirmation(name));
        }

        @Override
        void reports() {
            // Not in time.
        }

        @Override
        void afterTheLastDay() {
            assertThat(records.mails(reference)).containsSubsequence("report-reminder", "report-overdue");
            reportsByPortal("none");
            office.as(OFFICER)
                    .does(
                            "userTask_reviewReport",
                            milestone(2),
                            Map.of(
                                    "reportReview",
                                    "COMPLETION",
                                    "reportCompletionText",
                                    "Skicka in revisorns rapport.",
                                    "reportCompletionBy",
                                    records.today().plusDays(14).toString()));
            var registrar = office.as("registrarK");
            var document = registrar.starts(
                    "incoming-document", Written.incoming(milestone(2), "report", records.today(), null));
            registrar.does("userTask_registerReport", document, Written.report(85_000, "auditor"));
            accepts();
        }

        @Override
        void outcome() {
            wasDecided(DecisionKind.GRANT, 85_000, "deciderK");
            wasClosed(85_000);
            assertThat(records.report(milestone(2)).completions()).isEqualTo(1);
            assertThat(records.mails(reference))
                    .containsSubsequence("report-overdue", "report-completion", "report-accepted", "grant-closed");
        }
    }
}
