package se.tidig.application.process;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.engine.CaseBundles;

/** Notes the version of the bundle under which a case is opened; all processes of the case use it. */
@Component
class CaseOpening {

    private final RepositoryService repository;
    private final CaseBundles cases;

    CaseOpening(RepositoryService repository, CaseBundles cases) {
        this.repository = repository;
        this.cases = cases;
    }

    void carry(Reference reference, DelegateExecution execution) {
        var process = repository.getProcessDefinition(execution.getProcessDefinitionId());
        cases.carry(reference, process.getDeploymentId());
    }
}
