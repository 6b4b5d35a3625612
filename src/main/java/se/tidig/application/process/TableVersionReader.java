package se.tidig.application.process;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.tidig.application.EligibilityRecord;

/** Tells which version of a table a running case uses: that of its own deployment. */
@Component
class TableVersionReader {

    private final RepositoryService repository;

    TableVersionReader(RepositoryService repository) {
        this.repository = repository;
    }

    EligibilityRecord.TableVersion of(DelegateExecution execution, String decision) {
        var deployment = repository
                .getProcessDefinition(execution.getProcessDefinitionId())
                .getDeploymentId();
        var table = repository
                .createDecisionDefinitionQuery()
                .deploymentId(deployment)
                .decisionDefinitionKey(decision)
                .singleResult();
        return new EligibilityRecord.TableVersion(deployment, table == null ? null : table.getVersion());
    }
}
