package se.tidig.owner.lives;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.MoreTimeService;
import se.tidig.decision.Decisions;
import se.tidig.form.Answers;
import se.tidig.grant.GrantChangeService;
import se.tidig.grant.GrantConfirmationService;
import se.tidig.grant.GrantFixture;
import se.tidig.grant.Grants;
import se.tidig.payment.ReceiptIntakeService;
import se.tidig.report.ReportIntakeService;
import se.tidig.wholecall.Written;

/** What applicants, recipients, ledger and bank do, and what a registrar enters for them. */
@Component
class Outside {

    static final String APPLICANT = "forening@example.org";

    private final Play play;
    private final ApplicationIntakeService intake;
    private final MoreTimeService moreTime;
    private final GrantConfirmationService confirmation;
    private final GrantChangeService changes;
    private final ReportIntakeService reports;
    private final ReceiptIntakeService receipts;
    private final Decisions decisions;
    private final Grants grants;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path payments;
    private int files;

    Outside(
            Play play,
            ApplicationIntakeService intake,
            MoreTimeService moreTime,
            GrantConfirmationService confirmation,
            GrantChangeService changes,
            ReportIntakeService reports,
            ReceiptIntakeService receipts,
            Decisions decisions,
            Grants grants,
            JdbcClient jdbc,
            Clock clock,
            @Value("${tidig.data-dir}") Path dataDir) {
        this.play = play;
        this.intake = intake;
        this.moreTime = moreTime;
        this.confirmation = confirmation;
        this.changes = changes;
        this.reports = reports;
        this.receipts = receipts;
        this.decisions = decisions;
        this.grants = grants;
        this.jdbc = jdbc;
        this.clock = clock;
        this.payments = dataDir.resolve("payments");
    }

    LocalDate today() {
        return SwedishDate.on(clock.instant());
    }

    void subscribe() {
        jdbc.sql("insert into tidig.subscriber (email, board, since) values ('prenumerant@example.org', 'K', ?)")
                .param(java.sql.Timestamp.from(clock.instant()))
                .update();
    }

    String apply(String call, Map<String, Object> answers) {
        return intake.submit(Reference.of(call), answers, clock.instant(), Actor.of(APPLICANT))
                .value();
    }

    String applyOnPaper(String call, LocalDate receivedOn, Map<String, Object> answers) {
        return play.as("registrarK")
                .start("application", Written.paper(Reference.of(call), receivedOn, answers))
                .getBusinessKey();
    }

    void enter(String reference, String kind, String text) {
        play.as("registrarK").start("incoming-document", Written.incoming(reference, kind, today(), text));
    }

    void withdraw(String reference) {
        intake.withdraw(Reference.of(reference), "Vi drar oss ur.", clock.instant(), Actor.of(APPLICANT));
    }

    void supplement(String reference) {
        intake.supplement(Reference.of(reference), "Ett intyg från kommunen.", clock.instant(), Actor.of(APPLICANT));
    }

    void notifyChange(String reference) {
        intake.notifyChange(Reference.of(reference), "Ny ordförande.", clock.instant(), Actor.of(APPLICANT));
    }

    void demandDecision(String reference) {
        intake.demandDecision(Reference.of(reference), "Vi begär att ärendet avgörs.", today(), Actor.of(APPLICANT));
    }

    void askForMoreTime(String reference) {
        moreTime.request(Reference.of(reference), "Vi ber om mer tid.", clock.instant(), Actor.of(APPLICANT));
    }

    void reply(String reference) {
        intake.reply(Reference.of(reference), "Vi kommer in med kvitton.", clock.instant(), Actor.of(APPLICANT));
    }

    void confirm(String reference) {
        confirmation.confirm(
                Reference.of(reference), GrantFixture.ACCOUNT, "Föreningen Bryggan", Actor.of("Anna Lind"));
    }

    void decline(String reference) {
        confirmation.decline(Reference.of(reference), "Verksamheten blir inte av.");
    }

    void requestChange(String reference) {
        changes.request(Reference.of(reference), "Vi har bytt bank.", Actor.of("Anna Lind"));
    }

    void giveNotice(String reference) {
        changes.giveNotice(Reference.of(reference), "Styrelsen har bytts ut.", Actor.of("Anna Lind"));
    }

    /** A report of everything that was paid. */
    void report(String reference, String auditor) {
        var paid = grants.get(Reference.of(reference)).paid().amount().intValueExact();
        reports.submit(
                Reference.of(reference), null, new Answers(Written.report(paid, auditor)), Actor.of("Anna Lind"));
    }

    void report(String reference, Map<String, Object> answers) {
        reports.submit(Reference.of(reference), null, new Answers(new HashMap<>(answers)), Actor.of("Anna Lind"));
    }

    void emptyFolder() {
        try {
            FileSystemUtils.deleteRecursively(payments);
            Files.createDirectories(payments.resolve("in"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void receipt(String order, int attempt, String status, String reason) {
        try {
            var file = payments.resolve("in").resolve("kvitto-" + ++files + ".csv");
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

    /** What the case came to, in words that are equal only if the same was decided, paid and reported. */
    String outcome(String reference) {
        var decided = decisions
                .latest(Reference.of(reference))
                .map(decision -> decision.kind() + " " + decision.amount())
                .orElse("no decision");
        return grants.find(Reference.of(reference))
                .map(grant -> decided + ", " + grant.status() + " " + grant.paid())
                .orElse(decided);
    }
}
