package se.tidig.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.Browser;
import se.tidig.EngineHistory;
import se.tidig.MilestoneKey;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.call.FollowUpService;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.engine.CaseBundles;
import se.tidig.engine.DemoStaff;
import se.tidig.form.Answers;
import se.tidig.grant.GrantConfirmationService;
import se.tidig.grant.GrantFixture;
import se.tidig.journal.CaseJournal;
import se.tidig.mypages.PartyFixture;
import se.tidig.organisation.Right;
import se.tidig.payment.PaymentFixture;
import se.tidig.report.ReportIntakeService;

/** The engine's history is deleted after its time to live; what a case page and the journal show remains. */
@TidigTest
class HistoryCleanUpTest {

    private static final Pattern LETTER = Pattern.compile("/arenden/[^/\"]+/handlingar/[^\"]+");
    private static final String APPLICANT = "forening@example.org";

    @Autowired
    private DecisionPlay cases;

    @Autowired
    private Play play;

    @Autowired
    private HistoryService history;

    @Autowired
    private CaseJournal journal;

    @Autowired
    private EngineHistory engine;

    @Autowired
    private PartyFixture parties;

    @Autowired
    private CaseBundles bundles;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private GrantConfirmationService confirmation;

    @Autowired
    private PaymentFixture payments;

    @Autowired
    private ReportIntakeService reports;

    @Autowired
    private FollowUpService followUps;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void theApplicantHasAnAccount() {
        parties.person(APPLICANT, "Amina Berg", PartyFixture.NUMBER, Right.READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-01-15T12:00:00Z", "2027-07-15T12:00:00Z"})
    void itRunsEveryNightInSummerAndInWinter(Instant day) {
        play.passTo(day);
        history.cleanUpHistoryAsync(false);
        assertThat(history.findHistoryCleanupJobs()).isNotEmpty().allSatisfy(job -> {
            var due = job.getDuedate().toInstant().atZone(SwedishDate.ZONE);
            assertThat(due.toLocalTime()).isEqualTo(LocalTime.of(1, 0));
            assertThat(due.toLocalDate()).isEqualTo(SwedishDate.on(day).plusDays(1));
        });
    }

    @Test
    void pagesAndJournalAreUnchangedAfterTheEnginesHistoryIsDeleted() {
        var call = cases.call();
        var kept = cases.toPropose(call, 50_000);
        var old = cases.toPropose(call, 100_000);
        cases.propose(old, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        cases.decide(old, "deciderK");
        cases.goOn();
        assertThat(play.ended("application", old.value())).isTrue();
        var before = seen(call, kept, old);
        assertThat(before.get("/arenden/" + old)).contains("Olle Berg", "Beslut", "100\u00a0000\u00a0kr");
        assertThat(before.get("/mina-sidor/" + old)).contains("<span>Mottagen</span>", "<span>Beslut</span>");

        engine.forget();

        assertThat(play.ended("application", old.value()))
                .as("the engine no longer knows it")
                .isFalse();
        assertThat(seen(call, kept, old)).isEqualTo(before);
        assertThat(play.path("application", kept.value())).contains("userTask_conflictCheck");
    }

    /** A grant that was paid, reported and partly repaid, with all its processes ended. */
    @Test
    void everythingAboutAClosedGrantIsUnchangedAfterTheEnginesHistoryIsDeleted() {
        var call = cases.call();
        var reference = cases.toPropose(call, 90_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 90_000L));
        cases.decide(reference, "deciderK");
        pay(Reference.of(reference.value()));
        report(reference + "-M2");
        assertThat(play.ended("grant", reference.value())).isTrue();
        followUps.compile(call);
        var before = seen(call, reference);
        assertThat(before.get("/arenden/" + reference)).contains("Utbetal", "Slutredovisning", "10\u00a0000\u00a0kr");
        assertThat(before.get("followUp")).contains("PAID", "REPORTED", "RECLAIMED");
        assertThat(before.keySet())
                .filteredOn(seen -> seen.contains("/handlingar/"))
                .isNotEmpty();

        engine.forget();

        assertThat(seen(call, reference)).isEqualTo(before);
    }

    private void pay(Reference reference) {
        confirmation.confirm(reference, GrantFixture.ACCOUNT, "Föreningen Bryggan", Actor.of("Anna Lind"));
        payments.settle();
        play.as("financeK1")
                .complete(
                        "userTask_verifyPayee",
                        reference.value(),
                        Map.of("payee", "VERIFIED", "verification", "Intyg från banken."));
        payments.settle();
        payments.pay(reference + "-M1");
    }

    /** The report is accepted with 10,000 kr unused, which are claimed and repaid. */
    private void report(String milestone) {
        var answers = GrantFixture.report(80_000, "unusedAmount", 10_000);
        reports.submit(MilestoneKey.of(milestone).reference(), null, new Answers(answers), Actor.of("Anna Lind"));
        payments.settle();
        play.as("officerK1")
                .complete(
                        "userTask_reviewReport",
                        milestone,
                        Map.of("reportReview", "ACCEPT", "unusedConfirmed", 10_000));
        payments.settle();
        var today = SwedishDate.on(clock.instant());
        var claim = new HashMap<String, Object>();
        claim.put("recoveryAction", "CLAIM");
        claim.put("recoveryGround", "UNUSED");
        claim.put("claimAmount", 10_000);
        claim.put("claimDecision", "604-17-2027");
        claim.put("claimDecidedOn", today.toString());
        claim.put("claimDueOn", today.plusDays(30).toString());
        claim.put("repaidAmount", 10_000);
        claim.put("repaidOn", today.toString());
        claim.put("recoveryReason", "Enligt granskningen.");
        play.as("financeK1").complete("userTask_handleRecovery", milestone, claim);
        payments.settle();
    }

    /** A migration fills the records of older cases from the engine's history that still exists. */
    @Test
    void olderCasesAreMigrated() throws IOException {
        var call = cases.call();
        var old = cases.toPropose(call, 100_000);
        var before = seen(call, old);
        jdbc.sql("delete from tidig.public_step").update();
        jdbc.sql("delete from tidig.case_bundle").update();
        jdbc.sql("update tidig.application set officer = null").update();
        assertThat(seen(call, old)).isNotEqualTo(before);

        for (var statement : migration()) {
            jdbc.sql(statement).update();
        }

        assertThat(seen(call, old)).isEqualTo(before);
        assertThat(bundles.of(old)).isPresent();
    }

    /**
     * The pages and letters of the call and the cases that officers and the applicant see, by address, the journal of
     * each case, and the figures of the call.
     */
    private Map<String, String> seen(Reference call, Reference... references) {
        var seen = new TreeMap<String, String>();
        var officer = new Browser(port);
        officer.login("officerK1", DemoStaff.PASSWORD);
        seen.put("/arenden/" + call, page(officer, "/arenden/" + call));
        seen.put("followUp", followUps.current(call) + " " + followUps.compiled(call));
        for (var reference : references) {
            var shown = page(officer, "/arenden/" + reference);
            seen.put("/arenden/" + reference, shown);
            LETTER.matcher(shown)
                    .results()
                    .map(MatchResult::group)
                    .forEach(letter -> seen.put(letter, page(officer, letter)));
            seen.put(reference.value(), journal.of(reference).toString());
        }
        var applicant = new Browser(port);
        applicant.login(APPLICANT, DemoStaff.PASSWORD);
        seen.put("/mina-sidor", page(applicant, "/mina-sidor"));
        for (var reference : references) {
            seen.put("/mina-sidor/" + reference, page(applicant, "/mina-sidor/" + reference));
        }
        return seen;
    }

    /** The page without what changes at each visit. */
    private static String page(Browser browser, String path) {
        var answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body().replaceAll("(name=\"_csrf\" value|nonce)=\"[^\"]*\"", "");
    }

    /** The statements of the migration that fill the new tables and columns. */
    private static List<String> migration() throws IOException {
        var statements = new ArrayList<String>();
        for (var name : List.of("V510__what_the_engine_forgets.sql", "V570__public_step_times.sql")) {
            try (var file = HistoryCleanUpTest.class.getResourceAsStream("/db/migration/" + name)) {
                var text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^ *--.*$", "");
                Arrays.stream(text.split(";"))
                        .map(String::strip)
                        .filter(statement -> statement.startsWith("insert") || statement.startsWith("update"))
                        .forEach(statements::add);
            }
        }
        return statements;
    }
}
