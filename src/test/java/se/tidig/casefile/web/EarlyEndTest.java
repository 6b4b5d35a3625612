package se.tidig.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationStatus;
import se.tidig.application.Applications;
import se.tidig.application.process.ApplicationPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.engine.Message;
import se.tidig.engine.Waiters;
import se.tidig.grant.ClosedCallService;
import se.tidig.grant.Grant;
import se.tidig.grant.GrantConfirmationService;
import se.tidig.grant.GrantFixture;
import se.tidig.grant.Grants;
import se.tidig.payment.PaymentFixture;

/** Only an administrator ends a process before its model does, with a reason that the journal keeps. */
@TidigTest
class EarlyEndTest {

    private static final String REASON = "Ansökan är registrerad två gånger, se K-2026-1-002.";

    @LocalServerPort
    int port;

    @Autowired
    Play play;

    @Autowired
    ApplicationPlay cases;

    @Autowired
    Applications applications;

    @Autowired
    Grants grants;

    @Autowired
    ClosedCallService closing;

    @Autowired
    GrantFixture fixture;

    @Autowired
    GrantConfirmationService confirmation;

    @Autowired
    Waiters waiters;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private Browser as(String person) {
        var browser = new Browser(port);
        browser.login(person, DemoStaff.PASSWORD);
        return browser;
    }

    private String instance(String process, Reference reference) {
        play.asNobody();
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(reference.value())
                .singleResult()
                .getId();
    }

    private static String page(String instance) {
        return "/processer/" + instance + "/avsluta";
    }

    @Test
    void anAdministratorEndsAnApplicationWithAReasonAndItsCallStopsWaitingForIt() {
        var reference = cases.received();
        var page = page(instance("application", reference));
        var admin = as("admin");
        assertThat(admin.get("/arenden/" + reference).body()).contains(page);

        var done = admin.postForm(page, page, Map.of("reason", REASON));

        assertThat(done.headers().firstValue("Location").orElse("")).endsWith("/arenden/" + reference);
        assertThat(admin.get("/arenden/" + reference).body())
                .contains("Ansökan är avslutad i förtid.", "Avslutad utan beslut", REASON, "Ingen uppgift väntar");
        assertThat(play.openTasks(reference.value())).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .isZero();
        var application = applications.get(reference);
        assertThat(application.status()).isEqualTo(ApplicationStatus.ENDED);
        assertThat(applications.countUnsettled(application.call())).isZero();
        assertThat(applications.countUndecided(application.call())).isZero();
        assertThat(jdbc.sql("select actor || ' ' || process || ' ' || reason from tidig.early_end where reference = ?")
                        .param(reference.value())
                        .query(String.class)
                        .single())
                .isEqualTo("admin application " + REASON);
    }

    @Test
    void withoutAReasonNothingEnds() {
        var reference = cases.received();
        var page = page(instance("application", reference));
        for (var reason : new String[] {"", "  fel    ", "x".repeat(1001)}) {
            var refused = as("admin").postForm(page, page, Map.of("reason", reason));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("Skriv skälet till att handläggningen avslutas");
        }
        assertThat(play.openTasks(reference.value())).containsExactly(ApplicationPlay.CHECK);
        assertThat(applications.get(reference).status()).isNotEqualTo(ApplicationStatus.ENDED);
    }

    @Test
    void nobodyElseEndsAProcess() {
        var reference = cases.received();
        var page = page(instance("application", reference));
        for (var person : new String[] {"officerK1", "headK", "processOwner", "coordinator"}) {
            var browser = as(person);
            assertThat(browser.get(page).statusCode()).as(person).isEqualTo(403);
            var posted = browser.postForm("/losenord", page, Map.of("reason", REASON));
            assertThat(posted.statusCode()).as(person).isEqualTo(403);
        }
        assertThat(play.openTasks(reference.value())).containsExactly(ApplicationPlay.CHECK);
    }

    @Test
    void aRecusedAdministratorDoesNotEndTheCase() {
        var reference = cases.received();
        jdbc.sql("insert into tidig.recusal (reference, board, person, state, ground, ground_text,"
                        + " circumstances, declared_at, version) values (?, 'K', 'admin', 'DECLARED', 'party',"
                        + " 'Part', 'Kassör', now(), 1)")
                .param(reference.value())
                .update();
        assertThat(as("admin").get(page(instance("application", reference))).statusCode())
                .isEqualTo(403);
    }

    private Reference granted() {
        var reference = fixture.decided("90000", false, false).reference();
        waiters.start(
                Message.APPLICATION_GRANTED,
                reference.value(),
                Map.of(
                        "reference",
                        reference.value(),
                        "board",
                        "K",
                        "call",
                        reference.value().replaceFirst("-\\d+$", "")));
        play.goOn();
        confirmation.confirm(reference, GrantFixture.ACCOUNT, "Föreningen Bryggan", Actor.of("Anna Lind"));
        play.goOn();
        play.as("financeK1")
                .complete(
                        "userTask_verifyPayee",
                        reference.value(),
                        Map.of("payee", "VERIFIED", "verification", "Intyg från banken."));
        play.goOn();
        return reference;
    }

    @Test
    void aGrantIsNotEndedWhileMoneyMayBeOnItsWay() {
        var reference = granted();
        play.as("financeK1").complete("userTask_prepareDisbursement", reference + "-M1", PaymentFixture.prepared());
        play.as("financeK2")
                .complete("userTask_approveDisbursement", reference + "-M1", Map.of("paymentApproval", "APPROVE"));
        var page = page(instance("grant", reference));

        var refused = as("admin").postForm(page, page, Map.of("reason", REASON));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Betalningen " + reference + "-M1 är på väg");
        assertThat(grants.get(reference).status()).isEqualTo(Grant.State.ACTIVE);
        assertThat(instance("grant", reference)).isNotNull();
    }

    @Test
    void aGrantThatIsEndedIsAlsoEndedInTheRecords() {
        var reference = granted();
        play.as("financeK1").complete("userTask_prepareDisbursement", reference + "-M1", PaymentFixture.prepared());
        var page = page(instance("grant", reference));

        as("admin").postForm(page, page, Map.of("reason", REASON));

        assertThat(grants.get(reference).status()).isEqualTo(Grant.State.ENDED);
        assertThat(closing.allClosed(grants.get(reference).call())).isTrue();
        assertThat(jdbc.sql("select status from tidig.payment_order where reference = ?")
                        .param(reference.value())
                        .query(String.class)
                        .list())
                .containsExactly("CANCELLED");
        assertThat(play.openTasks(reference + "-M1")).isEmpty();
        assertThat(as("admin").get("/arenden/" + reference).body()).contains("Avslutat i förtid", REASON);
    }
}
