package se.tidig.bundle.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.bundle.Bundle;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.engine.CaseBundles;
import se.tidig.engine.Message;
import se.tidig.engine.Variable;
import se.tidig.engine.Waiters;
import se.tidig.owner.OwnersDesk;

/**
 * A case keeps the bundle under which it was opened, through all its processes. The test covers the packaged bundle's
 * tables and processes; it fails for a new table without a row here.
 */
@TidigTest
class CarriedBundleTest {

    private enum Follows {
        THE_CASE,
        THE_DAY
    }

    /** The version that each table follows; a table's required decisions follow the same version. */
    private static final Map<String, Follows> TABLES = Map.ofEntries(
            Map.entry("administrative-court", Follows.THE_DAY),
            Map.entry("assessment-routing", Follows.THE_CASE),
            Map.entry("assessment-weights", Follows.THE_CASE),
            Map.entry("audit-requirement", Follows.THE_DAY),
            Map.entry("board-contact", Follows.THE_DAY),
            Map.entry("completion-rounds", Follows.THE_CASE),
            Map.entry("delegation", Follows.THE_DAY),
            Map.entry("eligibility", Follows.THE_CASE),
            Map.entry("finding-kinds", Follows.THE_DAY),
            Map.entry("payment-conditions", Follows.THE_CASE),
            Map.entry("payment-plan", Follows.THE_CASE),
            Map.entry("prioritisation", Follows.THE_CASE),
            Map.entry("reminder-schedule", Follows.THE_CASE),
            Map.entry("report-check", Follows.THE_CASE),
            Map.entry("time-limits", Follows.THE_DAY));

    @Autowired
    DeployedRuleSource rules;

    @Autowired
    CaseBundles carried;

    @Autowired
    OwnersDesk desk;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Play play;

    @Autowired
    Waiters waiters;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void restoreThePackagedBundle() {
        desk.tidyUp();
    }

    /** The tables that a process or Java uses directly, that is, those that no other table requires. */
    static Stream<String> tables() {
        var bundle = Bundle.packaged();
        var tables = new TreeSet<String>();
        var required = new TreeSet<String>();
        for (var file : bundle.names("dmn/", ".dmn")) {
            var model = Dmn.readModelFromStream(new ByteArrayInputStream(bundle.bytes(file)));
            for (var decision : model.getModelElementsByType(Decision.class)) {
                tables.add(decision.getId());
                decision.getInformationRequirements().stream()
                        .filter(one -> one.getRequiredDecision() != null)
                        .forEach(one -> required.add(one.getRequiredDecision().getId()));
            }
        }
        tables.removeAll(required);
        return tables.stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyProcessUsesTheCasesTableUnlessTheTableIsInRulesOfTheDay(String table) {
        var follows = TABLES.get(table);
        assertThat(follows).as("a row for " + table).isNotNull();
        var reference = cases.takenOn(cases.call(), 100_000);
        var opened = carried.of(reference).orElseThrow();
        publishAll();

        for (var process : processes()) {
            for (var own : repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .list()) {
                assertThat(asked(own, reference.value(), table))
                        .as("%s asked by %s of %s", table, process, own.getDeploymentId())
                        .isEqualTo(follows == Follows.THE_CASE ? opened : current());
            }
        }
    }

    @Test
    void aProcessThatIsNotAboutACaseUsesTheTablesOfItsOwnDeployment() {
        var call = cases.call();
        publishAll();

        for (var own : repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("call")
                .list()) {
            assertThat(asked(own, call.value(), "prioritisation")).isEqualTo(own.getDeploymentId());
        }
    }

    @Test
    void everyProcessThatAMessageStartsInACaseHasTheCasesVersion() {
        var reference = cases.takenOn(cases.call(), 100_000);
        var opened = carried.of(reference).orElseThrow();
        publishAll();

        for (var message : Set.of(Message.APPLICATION_GRANTED, Message.PAYMENT_ORDERED, Message.PAYMENT_RETURNED)) {
            assertThat(Message.variables().get(message)).containsKey(Variable.REFERENCE);
            assertThat(startedBy(message, reference.value())).as(message).isEqualTo(opened);
        }
    }

    @Test
    void everyCalledProcessIsBoundToItsCallersVersion() {
        var bundle = Bundle.packaged();
        for (var file : bundle.names("processes/", ".bpmn")) {
            Bpmn.readModelFromStream(new ByteArrayInputStream(bundle.bytes(file)))
                    .getModelElementsByType(CallActivity.class)
                    .forEach(call -> assertThat(call.getCamundaCalledElementBinding())
                            .as(file + " " + call.getId())
                            .isEqualTo("deployment"));
        }
    }

    @Test
    void allProcessesOfACaseHaveTheVersionItWasOpenedUnder() {
        var reference = cases.toPropose(cases.call(), 90_000);
        var opened = carried.of(reference).orElseThrow();
        publishAll();

        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 90_000L));
        cases.goOn();
        cases.decide(reference, "deciderK");
        play.as("registrarK")
                .start(
                        "incoming-document",
                        Map.of(
                                "caseReference",
                                reference.value(),
                                "documentKind",
                                "grantConfirmation",
                                "receivedDate",
                                SwedishDate.on(clock.instant()).toString()));
        play.asNobody();

        var begun = history.createHistoricProcessInstanceQuery()
                .variableValueEquals("reference", reference.value())
                .list();
        assertThat(begun)
                .extracting(HistoricProcessInstance::getProcessDefinitionKey)
                .contains("application", "grant", "incoming-document");
        assertThat(begun).allSatisfy(instance -> assertThat(deploymentOf(instance.getProcessDefinitionId()))
                .isEqualTo(opened));
        assertThat(current()).isNotEqualTo(opened);
    }

    @Test
    void aNewCaseHasTheNewVersion() {
        cases.takenOn(cases.call(), 100_000);
        publishAll();

        assertThat(carried.of(Reference.of(cases.takenOn(cases.call(), 100_000).value())))
                .contains(current());
    }

    @Test
    void aCaseWithoutARecordedVersionHasThatOfItsNewestProcess() {
        var reference = cases.takenOn(cases.call(), 100_000);
        var opened = carried.of(reference).orElseThrow();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            carried.carry(reference, "a deployment that is not there");
            assertThat(carried.of(reference)).contains(opened);
        });
    }

    @Test
    void aCaseMigratedToAnotherVersionHasThatVersion() {
        var reference = cases.takenOn(cases.call(), 100_000);
        publishAll();
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .processDefinitionKey("application")
                .singleResult();
        var latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("application")
                .latestVersion()
                .singleResult();
        var plan = runtime.createMigrationPlan(instance.getProcessDefinitionId(), latest.getId())
                .mapEqualActivities()
                .build();
        runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();

        assertThat(carried.of(reference)).contains(current());
    }

    /** Publishes another version of every process and table. */
    private void publishAll() {
        var bundle = Bundle.packaged();
        for (var file : bundle.files().keySet()) {
            if (file.endsWith(".bpmn") || file.endsWith(".dmn")) {
                desk.text(file, text -> text.replaceFirst("(</[a-z:]*definitions>)", "<!-- ny -->$1"));
            }
        }
        desk.deploy(port);
    }

    private List<String> processes() {
        return Bundle.packaged().names("processes/", ".bpmn").stream()
                .map(file -> file.substring("processes/".length(), file.length() - ".bpmn".length()))
                .toList();
    }

    /** The deployment whose table a process of the case would use. */
    private String asked(ProcessDefinition process, String reference, String table) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getCommandExecutorTxRequired()
                    .execute(context -> {
                        var execution = Context.getProcessEngineConfiguration()
                                .getDeploymentCache()
                                .findDeployedProcessDefinitionById(process.getId())
                                .createProcessInstance("one-" + reference);
                        execution.setVariable(Variable.REFERENCE, reference);
                        return rules.table(execution, table).getDeploymentId();
                    });
        });
    }

    private String startedBy(String message, String reference) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            waiters.start(
                    message,
                    "begun",
                    Map.of(
                            Variable.REFERENCE,
                            reference,
                            Variable.BOARD,
                            "K",
                            Variable.CALL,
                            "none",
                            Variable.ORDER,
                            "none"));
            return runtime.createProcessInstanceQuery().processInstanceBusinessKey("begun").list().stream()
                    .map(ProcessInstance::getProcessDefinitionId)
                    .map(this::deploymentOf)
                    .findFirst()
                    .orElseThrow();
        });
    }

    private String deploymentOf(String definition) {
        return repository.getProcessDefinition(definition).getDeploymentId();
    }

    private String current() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("application")
                .latestVersion()
                .singleResult()
                .getDeploymentId();
    }
}
