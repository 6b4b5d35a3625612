package se.tidig.bundle.deployment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import se.tidig.Reference;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.bundle.FileRuleSet;
import se.tidig.bundle.RuleSet;
import se.tidig.engine.CaseBundles;
import se.tidig.engine.CaseFacts;
import se.tidig.form.FormSchema;

/**
 * Reads a deployment's tables and forms once and evaluates them outside the engine, which would journal every
 * evaluation.
 */
@Component
class CachedRuleSource implements DisplayRuleSource {

    private static final String PACKAGED = "";
    private static final String IN_FORCE = CachedRuleSource.class.getName();

    private final ProcessEngine engine;
    private final RepositoryService repository;
    private final HistoryService history;
    private final DeployedBundles deployed;
    private final DeploymentLog log;
    private final CaseBundles cases;
    private final RulesOfTheDay today;
    private final CaseFacts facts;

    /** A deployment never changes. */
    private final Map<String, FileRuleSet> read = new ConcurrentHashMap<>();

    CachedRuleSource(
            ProcessEngine engine,
            RepositoryService repository,
            HistoryService history,
            DeployedBundles deployed,
            DeploymentLog log,
            CaseBundles cases,
            RulesOfTheDay today,
            ObjectProvider<CaseFacts> facts) {
        this.engine = engine;
        this.repository = repository;
        this.history = history;
        this.deployed = deployed;
        this.log = log;
        this.cases = cases;
        this.today = today;
        this.facts = CaseFacts.ofAll(facts::orderedStream);
    }

    @Override
    public RuleSet ofCase(String processInstance) {
        var own = asSystem(() -> repository
                .getProcessDefinition(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(processInstance)
                        .singleResult()
                        .getProcessDefinitionId())
                .getDeploymentId());
        var reference = cases.referenceOf(processInstance);
        return new Several(
                reference.orElse(null),
                Stream.concat(reference.flatMap(cases::of).stream(), Stream.of(own))
                        .toList());
    }

    @Override
    public RuleSet ofReference(Reference reference) {
        return new Several(reference, cases.of(reference).map(List::of).orElseGet(() -> List.of(inForce())));
    }

    @Override
    public RuleSet current() {
        return new Several(null, List.of(inForce()));
    }

    @Override
    public FileRuleSet current(String decision) {
        var inForce = of(inForce());
        return inForce.has(decision) ? inForce : packaged();
    }

    /** Reads it once in each request, so that a request keeps to one bundle if another comes into force meanwhile. */
    private String inForce() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return log.latest().orElseThrow().deployment();
        }
        var known = (String) request.getAttribute(IN_FORCE, RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            known = log.latest().orElseThrow().deployment();
            request.setAttribute(IN_FORCE, known, RequestAttributes.SCOPE_REQUEST);
        }
        return known;
    }

    private FileRuleSet packaged() {
        return read.computeIfAbsent(PACKAGED, none -> FileRuleSet.packaged(facts));
    }

    /**
     * A table in {@code rulesOfTheDay} is the current one; any other comes from the first deployment that has it. The last
     * resorts are the bundle in force and the program.
     */
    private final class Several implements RuleSet {

        private final Reference reference;
        private final List<String> deployments;

        /** @param reference the reference of the case; null if the question is not about a case */
        private Several(Reference reference, List<String> deployments) {
            this.reference = reference;
            this.deployments = deployments;
        }

        @Override
        public List<Map<String, Object>> decide(String decision, Map<String, Object> facts) {
            return having(decision).decide(decision, RuleSet.about(reference, facts));
        }

        private FileRuleSet having(String decision) {
            return Stream.concat(asSystem(() -> today.deployment(decision)).stream(), deployments.stream())
                    .map(CachedRuleSource.this::of)
                    .filter(tables -> tables.has(decision))
                    .findFirst()
                    .orElseGet(() -> current(decision));
        }

        @Override
        public Set<String> words(String decision) {
            return having(decision).words(decision);
        }

        @Override
        public Optional<FormSchema> form(String id) {
            return deployments.stream()
                    .flatMap(deployment -> of(deployment).form(id).stream())
                    .findFirst()
                    .or(() -> packaged().form(id));
        }

        /** The words are those of the version that the form is of. */
        @Override
        public Optional<FormSchema> form(String id, Locale language) {
            return deployments.stream()
                    .flatMap(deployment -> of(deployment).form(id, language).stream())
                    .findFirst()
                    .or(() -> packaged().form(id, language));
        }

        @Override
        public List<FormSchema> asking(String question) {
            return of(deployments.get(0)).asking(question);
        }

        @Override
        public Set<String> named(String prefix) {
            return of(deployments.get(0)).named(prefix);
        }
    }

    /** Whether the facts of the case have the name. */
    boolean isKnown(Reference reference, String name) {
        return facts.find(reference, name).isPresent();
    }

    /** The tables and forms of one deployment. */
    FileRuleSet of(String deployment) {
        return read.computeIfAbsent(deployment, id -> FileRuleSet.of(asSystem(() -> deployed.read(id)), facts));
    }

    /**
     * Reads without the person's permissions: they limit which cases a person sees, but everybody may use the tables.
     */
    <T> T asSystem(Supplier<T> question) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(question::get));
    }
}
