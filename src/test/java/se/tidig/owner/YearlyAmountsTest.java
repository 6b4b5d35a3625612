package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.decision.Audit;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.decision.Decisions;
import se.tidig.document.TemplateFiller;
import se.tidig.form.CaseTask;
import se.tidig.form.Rejected;
import se.tidig.grant.YearlyAmountService;

/** A year without a prisbasbelopp: decisions are made, the decider is told, and an owner enters it. */
@TidigTest
class YearlyAmountsTest {

    private static final String DECIDE = "userTask_decide";

    @Autowired
    OwnersDesk desk;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Play play;

    @Autowired
    Decisions decisions;

    @Autowired
    YearlyAmountService amounts;

    @Autowired
    FormService forms;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    TemplateFiller templates;

    @LocalServerPort
    int port;

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    @Test
    void inAYearThatIsEnteredNobodyIsTold() {
        var reference = proposed("2026-11-23", 300_000);

        assertThat(shownTo("deciderK", DECIDE, reference.value())).containsEntry("provisionalAudit", null);
        cases.decide(reference, "deciderK");
        assertThat(auditor(reference)).isEqualTo(Audit.AUTHORISED_AUDITOR);
        assertThat(reviews()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-01", "2028-02-01"})
    void inAYearThatIsNotEnteredTheLatestAmountDecidesAndTheDeciderKnows(String day) {
        var reference = proposed(day, 300_000);
        var year = day.substring(0, 4);

        var journalled = journalled();
        assertThat(shownTo("deciderK", DECIDE, reference.value()).get("provisionalAudit"))
                .hasToString("{\"year\":\"" + year + "\",\"countedYear\":\"2026\"}");
        assertThat(earlier("auditNotice", play.task(DECIDE, reference.value()).getProcessInstanceId()))
                .startsWith("Prisbasbeloppet för " + year + " är inte infört")
                .contains("efter beloppet för 2026");
        assertThat(journalled()).as("looking is not deciding").isEqualTo(journalled);

        cases.decide(reference, "deciderK");
        assertThat(auditor(reference)).isEqualTo(Audit.AUTHORISED_AUDITOR);
        assertThat(play.ended("application", reference.value())).isTrue();
        assertThat(reviews()).isOne();
        var second = proposed(day, 200_000);
        cases.decide(second, "deciderK");
        assertThat(reviews()).as("one review is enough").isOne();
    }

    @Test
    void theReviewStandsUntilTheAmountIsEnteredAndThenDecisionsGoByIt() {
        var first = proposed("2027-02-01", 300_000);
        cases.decide(first, "deciderK");
        var waiting = proposed("2027-02-02", 300_000);

        assertThat(shownTo("processOwner", "userTask_reviewRules", "rule-review"))
                .containsEntry("missingPriceBase", "2027");
        assertThat(earlier("ruleReview", null))
                .isEqualTo("Prisbasbeloppet för 2027 saknas. Lägg in det när det är fastställt, och publicera.");
        assertThatThrownBy(this::review)
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Prisbasbeloppet för 2027 saknas ännu");
        // Not an amount that anybody has set: the test only needs another one.
        desk.tables(
                        "audit-requirement",
                        tables -> Drawing.addRow(tables, "fixed-amounts", ">= 2027", "{year: 2027, amount: 61000}"))
                .deploy(port);
        review();

        assertThat(amounts.missing()).isEmpty();
        assertThat(reviews()).isZero();
        var fresh = proposed("2027-02-03", 300_000);
        assertThat(shownTo("deciderK", DECIDE, fresh.value())).containsEntry("provisionalAudit", null);
        cases.decide(fresh, "deciderK");
        assertThat(auditor(fresh)).isEqualTo(Audit.AUDITOR);
        assertThatThrownBy(() -> cases.decide(waiting, "deciderK"))
                .as("it was counted by last year's amount")
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Prisbasbeloppet för 2027 är infört sedan förslaget gjordes")
                .hasMessageContaining("Återlämna förslaget");
        play.as("deciderK")
                .complete(DECIDE, waiting.value(), Map.of("decisionAnswer", "return", "returnReason", "Nytt belopp."));
        cases.goOn();
        cases.propose(waiting, DecisionPlay.proposal(DecisionKind.GRANT, 300_000L));
        cases.goOn();
        cases.decide(waiting, "deciderK");
        assertThat(auditor(waiting)).isEqualTo(Audit.AUDITOR);
        assertThat(reviews()).as("the amount is there").isZero();
    }

    @Test
    void inAutumnNextYearsAmountIsAskedFor() {
        play.passTo(Instant.parse("2026-09-30T12:00:00Z"));
        assertThat(amounts.missing()).isEmpty();
        play.passTo(Instant.parse("2026-10-01T12:00:00Z"));
        assertThat(amounts.missing()).contains(2027);
        play.passTo(Instant.parse("2027-09-30T12:00:00Z"));
        assertThat(amounts.missing()).contains(2027);
    }

    @Test
    void everyFirstOfOctoberAReviewBegins() {
        play.passTo(Instant.parse("2027-10-01T07:00:00Z"));
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("userTask_reviewRules")
                        .list())
                .extracting(Task::getName)
                .containsExactly("Granska regler och belopp");
    }

    private long journalled() {
        return history.createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey("audit-requirement")
                .count();
    }

    private Audit auditor(Reference reference) {
        return decisions.get(reference).terms().orElseThrow().audit();
    }

    private Reference proposed(String day, long amount) {
        play.passTo(LocalDate.parse(day).atTime(9, 0).atZone(SwedishDate.ZONE).toInstant());
        var reference = cases.toPropose(cases.call(), amount);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, amount));
        cases.goOn();
        return reference;
    }

    private Map<String, Object> shownTo(String person, String element, String businessKey) {
        play.as(person);
        var shown = forms.getTaskFormVariables(play.task(element, businessKey).getId());
        play.asNobody();
        return shown;
    }

    /** What a form of an earlier bundle shows. */
    private String earlier(String content, String processInstance) {
        return templates.text(
                "[(${%s})]".formatted(content),
                new CaseTask(null, "K", null, null, null, null, processInstance, null, Map.of()));
    }

    private void review() {
        play.as("processOwner")
                .complete("userTask_reviewRules", "rule-review", Map.of("reviewNote", "Prisbasbeloppet är infört."));
    }

    private long reviews() {
        play.asNobody();
        return tasks.createTaskQuery()
                .taskDefinitionKey("userTask_reviewRules")
                .taskCandidateGroup("processOwners")
                .count();
    }
}
