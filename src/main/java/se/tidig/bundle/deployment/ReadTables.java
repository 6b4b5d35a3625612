package se.tidig.bundle.deployment;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import se.tidig.bundle.DmnFiles;
import se.tidig.bundle.Rules;
import se.tidig.bundle.TablesToShow;

/** Reads a deployment's tables and forms once and asks them outside the engine, which would journal every answer. */
@Component
class ReadTables implements TablesToShow {

    private final ProcessEngine engine;
    private final RepositoryService repository;
    private final HistoryService history;
    private final DeployedBundles deployed;
    private final DeploymentLog log;

    /** A deployment never changes. */
    private final Map<String, DmnFiles> read = new ConcurrentHashMap<>();

    ReadTables(
            ProcessEngine engine,
            RepositoryService repository,
            HistoryService history,
            DeployedBundles deployed,
            DeploymentLog log) {
        this.engine = engine;
        this.repository = repository;
        this.history = history;
        this.deployed = deployed;
        this.log = log;
    }

    @Override
    public Rules ofCase(String processInstance) {
        return of(asSystem(() -> repository
                .getProcessDefinition(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(processInstance)
                        .singleResult()
                        .getProcessDefinitionId())
                .getDeploymentId()));
    }

    @Override
    public Rules current() {
        return inForce();
    }

    @Override
    public Rules current(String decision) {
        var inForce = inForce();
        return inForce.has(decision) ? inForce : DmnFiles.packaged();
    }

    private DmnFiles inForce() {
        return of(log.latest().orElseThrow().deployment());
    }

    /** Those of one deployment. */
    DmnFiles of(String deployment) {
        return read.computeIfAbsent(deployment, id -> DmnFiles.of(asSystem(() -> deployed.read(id))));
    }

    /** A person sees what they may of a case; the tables are everybody's. */
    private <T> T asSystem(Supplier<T> question) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(question::get));
    }
}
