package se.tidig.bundle.deployment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;
import se.tidig.bundle.CaseRules;
import se.tidig.bundle.DecisionRows;
import se.tidig.bundle.MatchedRules;
import se.tidig.bundle.Rules;
import se.tidig.bundle.RulesError;
import se.tidig.form.FormSchema;

/** The tables and forms of the deployment that a case's process came with; the engine evaluates and journals them. */
@Component
class DeployedRules implements CaseRules {

    private final RepositoryService repository;
    private final DecisionService decisions;
    private final ReadTables files;

    DeployedRules(RepositoryService repository, DecisionService decisions, ReadTables files) {
        this.repository = repository;
        this.decisions = decisions;
        this.files = files;
    }

    @Override
    public Rules of(DelegateExecution execution) {
        return new Tables(deploymentOf(execution.getProcessDefinitionId()));
    }

    /** Outside a delegate the engine asks what the person may see; the case's tables are asked for the case. */
    @Override
    public Rules ofInstance(String processInstance) {
        var context = Context.getCommandContext();
        var rules = context.runWithoutAuthorization(
                () -> of(context.getExecutionManager().findExecutionById(processInstance)));
        return (decision, facts) -> context.runWithoutAuthorization(() -> rules.decide(decision, facts));
    }

    private String deploymentOf(String definition) {
        return repository.getProcessDefinition(definition).getDeploymentId();
    }

    private final class Tables implements Rules {

        private final String deployment;

        /** A ranking asks the same table thousands of times. */
        private final Map<String, DecisionDefinition> found = new HashMap<>();

        private Tables(String deployment) {
            this.deployment = deployment;
        }

        @Override
        public List<Map<String, Object>> decide(String decision, Map<String, Object> facts) {
            return answer(found.computeIfAbsent(decision, key -> definition(deployment, key)), facts);
        }

        @Override
        public Optional<FormSchema> form(String id) {
            return files.of(deployment).form(id);
        }

        @Override
        public Set<String> named(String prefix) {
            return files.of(deployment).named(prefix);
        }

        @Override
        public Evaluation evaluate(String decision, Map<String, Object> facts) {
            return MatchedRules.during(() -> decide(decision, facts));
        }
    }

    private DecisionDefinition definition(String deployment, String decision) {
        var definition = repository
                .createDecisionDefinitionQuery()
                .deploymentId(deployment)
                .decisionDefinitionKey(decision)
                .singleResult();
        if (definition == null) {
            throw new RulesError("Tabellen " + decision + " finns inte i ärendets version av modellerna. "
                    + "Flytta ärendet till en version som har den.");
        }
        return definition;
    }

    /** The definition with its logic; a query gives it without. */
    private static DmnDecision parsed(DecisionDefinition definition) {
        return Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedDecisionDefinitionById(definition.getId());
    }

    private List<Map<String, Object>> answer(DecisionDefinition definition, Map<String, Object> facts) {
        try {
            var result = decisions
                    .evaluateDecisionById(definition.getId())
                    .variables(facts)
                    .evaluate();
            return DecisionRows.of(parsed(definition), result);
        } catch (ProcessEngineException e) {
            throw new RulesError(
                    "Tabellen " + definition.getKey() + " går inte att beräkna: " + e.getMessage() + " Rätta tabellen.",
                    e);
        }
    }
}
