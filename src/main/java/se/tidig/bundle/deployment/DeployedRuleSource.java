package se.tidig.bundle.deployment;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.bundle.DecisionRowReader;
import se.tidig.bundle.MatchedRuleListener;
import se.tidig.bundle.RuleError;
import se.tidig.bundle.RuleSet;
import se.tidig.engine.CaseBundles;
import se.tidig.engine.Variable;
import se.tidig.form.FormSchema;

/**
 * The rules and forms of the bundle under which a case was opened; the engine evaluates and journals the tables. A
 * table in the {@code rulesOfTheDay} of the bundle in force is the current one. A table that is newer than the case's
 * bundle comes from the process's deployment, from the bundle in force, or from the program.
 */
@Component
class DeployedRuleSource implements CaseRuleSource {

    private final RepositoryService repository;
    private final DecisionService decisions;
    private final CaseBundles cases;
    private final RulesOfTheDay today;
    private final CachedRuleSource files;

    DeployedRuleSource(
            RepositoryService repository,
            DecisionService decisions,
            CaseBundles cases,
            RulesOfTheDay today,
            CachedRuleSource files) {
        this.repository = repository;
        this.decisions = decisions;
        this.cases = cases;
        this.today = today;
        this.files = files;
    }

    @Override
    public RuleSet of(DelegateExecution execution) {
        return new Tables(execution);
    }

    /**
     * Outside a delegate, the engine would check the person's permissions and journal the evaluation without a case.
     * This runs it without permissions and in the context of the case.
     */
    @Override
    public RuleSet ofInstance(String processInstance) {
        var context = Context.getCommandContext();
        var execution = context.getExecutionManager().findExecutionById(processInstance);
        return context.runWithoutAuthorization(() -> new Tables(execution) {
            @Override
            public List<Map<String, Object>> decide(String decision, Map<String, Object> facts) {
                return context.runWithoutAuthorization(() -> within(execution, () -> super.decide(decision, facts)));
            }
        });
    }

    private static <T> T within(ExecutionEntity execution, Supplier<T> question) {
        Context.setExecutionContext(execution);
        try {
            return question.get();
        } finally {
            Context.removeExecutionContext();
        }
    }

    /** The table that a step of the process would use. */
    DecisionDefinition table(DelegateExecution execution, String decision) {
        return new Tables(execution).definition(decision).orElseThrow();
    }

    private class Tables implements RuleSet {

        private final Reference reference;
        private final String own;

        /** A cache, because a ranking evaluates the same table thousands of times. */
        private final Map<String, Optional<DecisionDefinition>> found = new HashMap<>();

        private Tables(DelegateExecution execution) {
            this.reference = Reference.find((String) execution.getVariable(Variable.REFERENCE))
                    .orElse(null);
            this.own = repository
                    .getProcessDefinition(execution.getProcessDefinitionId())
                    .getDeploymentId();
        }

        private Optional<DecisionDefinition> definition(String decision) {
            return Stream.<Supplier<Optional<String>>>of(
                            () -> today.deployment(decision),
                            () -> Optional.ofNullable(reference).flatMap(cases::of),
                            () -> Optional.of(own),
                            today::inForce)
                    .flatMap(deployment -> deployment.get().stream())
                    .flatMap(deployment -> find(deployment, decision).stream())
                    .findFirst();
        }

        @Override
        public List<Map<String, Object>> decide(String decision, Map<String, Object> facts) {
            var definition = found.computeIfAbsent(decision, this::definition);
            var asked = RuleSet.about(reference, facts);
            return definition.isPresent()
                    ? answer(definition.get(), asked)
                    : files.current(decision).decide(decision, asked);
        }

        @Override
        public Optional<FormSchema> form(String id) {
            return Stream.of(Optional.ofNullable(reference).flatMap(cases::of), Optional.of(own))
                    .flatMap(deployment -> deployment.map(files::of).stream())
                    .flatMap(bundle -> bundle.form(id).stream())
                    .findFirst()
                    .or(() -> files.current().form(id));
        }

        @Override
        public Optional<FormSchema> form(String id, Locale language) {
            return Stream.of(Optional.ofNullable(reference).flatMap(cases::of), Optional.of(own))
                    .flatMap(deployment -> deployment.map(files::of).stream())
                    .flatMap(bundle -> bundle.form(id, language).stream())
                    .findFirst()
                    .or(() -> files.current().form(id, language));
        }

        @Override
        public Set<String> named(String prefix) {
            return files.of(Optional.ofNullable(reference).flatMap(cases::of).orElse(own))
                    .named(prefix);
        }

        @Override
        public Set<String> words(String decision) {
            return found.computeIfAbsent(decision, this::definition)
                    .map(definition -> files.of(definition.getDeploymentId()))
                    .orElseGet(() -> files.current(decision))
                    .words(decision);
        }

        @Override
        public Evaluation evaluate(String decision, Map<String, Object> facts) {
            return MatchedRuleListener.during(() -> decide(decision, facts));
        }
    }

    private Optional<DecisionDefinition> find(String deployment, String decision) {
        return Optional.ofNullable(repository
                .createDecisionDefinitionQuery()
                .deploymentId(deployment)
                .decisionDefinitionKey(decision)
                .singleResult());
    }

    /** The definition with its logic, which a query does not return. */
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
            return DecisionRowReader.of(parsed(definition), result);
        } catch (ProcessEngineException e) {
            throw new RuleError(
                    "Tabellen " + definition.getKey() + " går inte att beräkna: " + e.getMessage() + " Rätta tabellen.",
                    e);
        }
    }
}
