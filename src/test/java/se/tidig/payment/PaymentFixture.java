package se.tidig.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.application.ApplicationFixture;
import se.tidig.decision.GrantDecision;
import se.tidig.grant.GrantConfirmationService;
import se.tidig.grant.GrantFixture;
import se.tidig.grant.Grants;
import se.tidig.grant.MilestoneService;

/** Payments of grants in Blekinge, paid by Jönköping, and the folders they go through. */
@Component
public class PaymentFixture {

    /** In the data folder of this JVM's tests; see {@link se.tidig.TidigTest}. */
    static final Path FOLDER = Path.of("target/test-data", System.getProperty("tidig.test-jvm", "1"), "payments");

    static final LedgerCoding CODING = new LedgerCoding("5710", "4210", "86130", "TIA-26");

    private final GrantFixture decisions;
    private final GrantConfirmationService confirmation;
    private final MilestoneService milestones;
    private final Grants grants;
    private final PaymentConditionService conditions;
    private final DisbursementService disbursements;
    private final VoucherExportService export;
    private final ReceiptIntakeService receipts;
    private final RuntimeService runtime;
    private final Play play;

    // A test of the domain alone has neither an engine nor its people.
    PaymentFixture(
            GrantFixture decisions,
            GrantConfirmationService confirmation,
            MilestoneService milestones,
            Grants grants,
            PaymentConditionService conditions,
            DisbursementService disbursements,
            VoucherExportService export,
            ReceiptIntakeService receipts,
            @Lazy RuntimeService runtime,
            @Lazy Play play) {
        this.decisions = decisions;
        this.confirmation = confirmation;
        this.milestones = milestones;
        this.grants = grants;
        this.conditions = conditions;
        this.disbursements = disbursements;
        this.export = export;
        this.receipts = receipts;
        this.runtime = runtime;
        this.play = play;
    }

    /** The milestone of 90 000 kr of a confirmed grant, open and due today. */
    public String due() {
        return open(decisions.decided("90000", false, false), true);
    }

    String dueToMunicipality() {
        return open(decisions.decided("90000", false, true), true);
    }

    /** The same, if nobody has verified the account yet. */
    String dueToUnverifiedAccount() {
        return open(decisions.decided("90000", false, false), false);
    }

    /** The same, if the decision allows payment on that day. */
    String dueOn(LocalDate day) {
        return open(decisions.decided("90000", false, false, day), true);
    }

    /** The last milestone, 40 000 kr, of a grant whose interim report has been reviewed. */
    String dueAfterReport(boolean accepted) {
        var first = open(decisions.decided("100000", true, false), true);
        var reference = first.substring(0, first.length() - 3);
        milestones.paid(
                MilestoneKey.of(first),
                grants.get(Reference.of(reference))
                        .milestone(MilestoneKey.of(first))
                        .amount());
        milestones.next(Reference.of(reference));
        milestones.reported(MilestoneKey.of(reference + "-M2"), accepted);
        milestones.next(Reference.of(reference));
        return reference + "-M3";
    }

    private String open(GrantDecision granted, boolean verified) {
        confirmation.open(granted, ApplicationFixture.RULES);
        confirmation.confirm(granted.reference(), GrantFixture.ACCOUNT, "Föreningen Bryggan", Actor.of("Anna Lind"));
        if (verified) {
            confirmation.verifyPayee(granted.reference(), "Intyg från banken", Actor.of("financeK1"));
        }
        return milestones.next(granted.reference()).orElseThrow().key().toString();
    }

    /** Prepared by one, approved by another and handed to the paying board, without the processes. */
    void ordered(String milestone) {
        var key = MilestoneKey.of(milestone);
        conditions.check(key, ApplicationFixture.RULES);
        disbursements.prepare(key, CODING, null, Actor.of("financeK1"));
        disbursements.approve(key, Actor.of("financeK2"));
        disbursements.order(key);
    }

    /** The same, and the voucher is in the folder. */
    void sent(String milestone) {
        ordered(milestone);
        export.send(MilestoneKey.of(milestone));
    }

    /** Starts the disbursement as the grant does. */
    void begin(String milestone) {
        begin("disbursement", milestone);
    }

    /** Starts the process of a milestone as the grant does. */
    public void begin(String process, String milestone) {
        play.asNobody();
        var reference = milestone.substring(0, milestone.lastIndexOf('-'));
        runtime.startProcessInstanceByKey(
                process,
                milestone,
                Map.of(
                        "reference",
                        reference,
                        "board",
                        "K",
                        "call",
                        grants.get(Reference.of(reference)).call().value(),
                        "milestone",
                        milestone));
        play.runJobs();
    }

    /** Prepared by one and approved by another, so that the payment has begun at the paying board. */
    void order(String milestone) {
        begin(milestone);
        approve(milestone);
        play.runJobs();
    }

    private void approve(String milestone) {
        play.as("financeK1").complete("userTask_prepareDisbursement", milestone, prepared());
        play.as("financeK2").complete("userTask_approveDisbursement", milestone, Map.of("paymentApproval", "APPROVE"));
        play.asNobody();
    }

    /** Finance pays the milestone of a running grant, and the bank settles it today. */
    public void pay(String milestone) {
        empty();
        approve(milestone);
        settle();
        receipt("kvitto.csv", milestone + ";1;settled;" + decisions.today() + ";");
        receipts.read();
        settle();
    }

    /** Finance finds that the recipient is insolvent, and deciderK that nothing is paid. */
    public void stop(String milestone) {
        play.as("financeK1")
                .complete(
                        "userTask_prepareDisbursement",
                        milestone,
                        Map.of(
                                "preparation", "OBSTACLE",
                                "circumstances", List.of("INSOLVENT"),
                                "circumstanceText", "Konkurs enligt Bolagsverket."));
        settle();
        play.as("officerK1")
                .complete(
                        "userTask_investigateObstacle",
                        milestone,
                        Map.of("investigation", "OBSTACLE", "investigationText", "Konkursen inleddes i går."));
        play.as("officerK1")
                .complete(
                        "userTask_communicateObstacle",
                        milestone,
                        Map.of("obstacleHearing", "LEAVE_OUT", "hearingLeftOut", "Mottagaren har själv anmält det."));
        settle();
        play.as("officerK1")
                .complete(
                        "userTask_proposeObstacle",
                        milestone,
                        Map.of(
                                "obstacleProposal", "WHOLE",
                                "obstacleReasons", "Mottagaren är försatt i konkurs.",
                                "obstacleParagraphs", List.of("15 b § förordningen (2016:1364)")));
        play.as("deciderK").complete("userTask_decideObstacle", milestone, Map.of("obstacleDecision", "DECIDE"));
        settle();
    }

    /** The same, and the voucher is in the folder. */
    void send(String milestone) {
        order(milestone);
        settle();
    }

    public void settle() {
        play.asNobody();
        play.runJobs();
        play.work();
        play.runJobs();
        play.work();
    }

    public static Map<String, Object> prepared() {
        return new HashMap<>(Map.of(
                "preparation", "PREPARED",
                "ledgerAccount", "5710",
                "costCentre", "4210",
                "activityCode", "86130",
                "projectCode", "TIA-26"));
    }

    static void empty() {
        try {
            FileSystemUtils.deleteRecursively(FOLDER);
            Files.createDirectories(FOLDER.resolve("in"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> files(String folder) {
        var path = FOLDER.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a receipt file of these lines, under the usual header, in the ledger's folder. */
    static void receipt(String name, String... lines) {
        write(name, "order;attempt;status;date;reason\n" + String.join("\n", lines) + "\n");
    }

    /** A file that nobody has written to for a while. */
    static void write(String name, String content) {
        write(name, content, Duration.ofMinutes(2));
    }

    /** @param ago when the file was last written to */
    static void write(String name, String content, Duration ago) {
        try {
            var file = FOLDER.resolve("in").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
