package se.tidig.wholecall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.ApplicationStatus;
import se.tidig.application.Applications;
import se.tidig.decision.Decision;
import se.tidig.decision.Decisions;
import se.tidig.document.Documents;
import se.tidig.grant.Grant;
import se.tidig.grant.Grants;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.payment.PaymentOrder;
import se.tidig.payment.PaymentOrders;
import se.tidig.payment.Receipt.Reception;
import se.tidig.payment.ReceiptIntakeService;
import se.tidig.payment.Receipts;
import se.tidig.report.Report;
import se.tidig.report.Reports;

/** The bank from outside, and the records, folders and letters afterwards. */
@Component
class Records {

    private final ReceiptIntakeService receipts;
    private final Receipts received;
    private final Applications applications;
    private final Decisions decisions;
    private final Grants grants;
    private final Reports reports;
    private final PaymentOrders orders;
    private final Documents documents;
    private final CaseJournal journal;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path dataDir;
    private int receiptFiles;

    Records(
            ReceiptIntakeService receipts,
            Receipts received,
            Applications applications,
            Decisions decisions,
            Grants grants,
            Reports reports,
            PaymentOrders orders,
            Documents documents,
            CaseJournal journal,
            JdbcClient jdbc,
            Clock clock,
            @Value("${tidig.data-dir}") Path dataDir) {
        this.receipts = receipts;
        this.received = received;
        this.applications = applications;
        this.decisions = decisions;
        this.grants = grants;
        this.reports = reports;
        this.orders = orders;
        this.documents = documents;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
        this.dataDir = dataDir;
    }

    LocalDate today() {
        return SwedishDate.on(clock.instant());
    }

    /** The ledger answers with a receipt file of one line. */
    void receipt(String order, int attempt, String status, String reason) {
        var file = dataDir.resolve("payments").resolve("in").resolve("kvitto-" + ++receiptFiles + ".csv");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    "order;attempt;status;date;reason\n%s;%d;%s;%s;%s\nend;1\n"
                            .formatted(order, attempt, status, today(), reason));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        receipts.read();
    }

    /** The line of the voucher that the ledger was handed. */
    String voucher(String order, int attempt) {
        var file = dataDir.resolve("payments").resolve("out").resolve(order + "-" + attempt + ".csv");
        try {
            return Files.readAllLines(file).get(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the receipts of the order led to. */
    List<Reception> receptions(String order) {
        return received.of(MilestoneKey.of(order)).stream()
                .map(Receipts.Received::reception)
                .toList();
    }

    ApplicationStatus status(Reference reference) {
        return applications.get(reference).status();
    }

    Decision decision(Reference reference) {
        return decisions.latest(reference).orElseThrow();
    }

    Grant grant(Reference reference) {
        return grants.get(reference);
    }

    boolean hasGrant(Reference reference) {
        return grants.find(reference).isPresent();
    }

    Report report(String milestone) {
        return reports.find(MilestoneKey.of(milestone)).orElseThrow();
    }

    PaymentOrder order(String key) {
        return orders.get(MilestoneKey.of(key));
    }

    /** The case's latest stored letter of decision. */
    byte[] letter(Reference reference) {
        return documents.content(documents.latest(reference, "decision").orElseThrow());
    }

    CaseEvent event(Reference reference, EventKind kind) {
        return journal.latest(reference, kind);
    }

    /** The names of the mails of the case, in the order they were sent. */
    List<String> mails(Reference reference) {
        return jdbc.sql("select mail from tidig.mail where reference = ? or reference like ? order by sent_at,"
                        + " message_id")
                .params(reference.value(), reference + "-M%")
                .query(String.class)
                .list();
    }

    /** Who the case's latest mail of the name went to. */
    String recipient(Reference reference, String mail) {
        return jdbc.sql("select recipients from tidig.mail where reference = ? and mail = ? order by sent_at desc"
                        + " limit 1")
                .params(reference.value(), mail)
                .query(String.class)
                .single();
    }
}
