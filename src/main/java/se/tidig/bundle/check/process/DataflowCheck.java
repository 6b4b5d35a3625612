package se.tidig.bundle.check.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import se.tidig.bundle.check.feel.FeelScope;
import se.tidig.bundle.check.file.DecisionExpression;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.finding.Suggestion;
import se.tidig.bundle.check.variable.VariableIndex;
import se.tidig.bundle.check.variable.VariableUse;
import se.tidig.engine.CaseStage;

/**
 * Checks that every variable is written before it is read. Each way to start the process is followed separately: a
 * variable that only the portal's start sets is missing in a case that began on paper.
 */
public final class DataflowCheck {

    private final ProcessFile file;
    private final ModelSet models;
    private final VariableIndex writers;
    private final Set<String> writtenAnywhere = new TreeSet<>();
    private final Map<FlowNode, List<VariableUse>> uses = new HashMap<>();

    public DataflowCheck(ProcessFile file, ModelSet models, VariableIndex writers) {
        this.file = file;
        this.models = models;
        this.writers = writers;
        file.nodes()
                .forEach(node -> writtenAnywhere.addAll(writers.written(node).keySet()));
        writtenAnywhere.addAll(writers.carriedInto(file));
    }

    public void check() {
        for (var process : file.processes()) {
            for (var entry : entries(process)) {
                new Run(entry).check();
            }
        }
        file.all(CallActivity.class).forEach(this::returned);
    }

    private List<VariableUse> uses(FlowNode node) {
        return uses.computeIfAbsent(node, one -> VariableUse.of(file, one));
    }

    /** One way to start: the start event, the variables that it receives, its caller, and how far the case has come. */
    private record Entry(StartEvent start, Set<String> variables, String described, CaseStage stage) {}

    private List<Entry> entries(BaseElement process) {
        var entries = new ArrayList<Entry>();
        for (var start : file.starts(process)) {
            var plain = start.getEventDefinitions().isEmpty();
            var callers = plain ? writers.callers(ProcessFile.id(process)) : List.<CallActivity>of();
            for (var caller : callers) {
                entries.add(new Entry(
                        start,
                        VariableIndex.handed(caller),
                        " och " + ProcessFile.processOf(caller).getId() + " " + caller.getId() + " inte lämnar",
                        writers.caseNames().at(caller)));
            }
            // A caller in a file that cannot be read may pass any variables.
            var known = models.knowsAllProcesses() || !plain;
            if (callers.isEmpty() && known || ProcessFile.camunda(start, "formRef") != null) {
                entries.add(new Entry(
                        start,
                        Set.of(),
                        file.starts(process).size() > 1 ? " från " + start.getId() : "",
                        writers.caseNames().at(start)));
            }
        }
        return entries;
    }

    /** Every variable that a called process returns must be written in it. */
    private void returned(CallActivity call) {
        models.process(call.getCalledElement()).ifPresent(called -> {
            var calledFile = models.processFiles().values().stream()
                    .filter(other -> other.processes().contains(called))
                    .findFirst()
                    .orElseThrow();
            var known = new TreeSet<>(VariableIndex.handed(call));
            calledFile
                    .nodes()
                    .forEach(node -> known.addAll(writers.written(node).keySet()));
            for (var out : ProcessFile.extensions(call, "out")) {
                var source = out.getAttribute("source");
                if (source != null && !known.contains(source)) {
                    error(
                            call.getId(),
                            "hämtar variabeln \"" + source + "\", som ingenting i processen " + called.getId()
                                    + " skriver" + Suggestion.of(source, known),
                            "rätta namnet eller ta bort raden ut ur anropet");
                }
            }
        });
    }

    private void error(String element, String cause, String remedy) {
        models.findings().error(file.name(), element, cause, remedy);
    }

    /** The check of one entry. */
    private final class Run {

        private final Entry entry;
        private final VariableFlow possible;
        private final VariableFlow certain;
        private final Set<String> ofCase;

        private Run(Entry entry) {
            this.entry = entry;
            this.ofCase = writers.caseNames().inExpressions(entry.stage()).keySet();
            this.possible = VariableFlow.possible(file, writers, entry.start(), entry.variables());
            this.certain = VariableFlow.certain(file, writers, entry.start(), entry.variables());
        }

        private void check() {
            possible.reached().forEach(this::reads);
            certain.reached().forEach(this::uncertain);
        }

        /** The engine fails on an expression whose variable is not set, so every way must set it. */
        private void uncertain(FlowNode node) {
            for (var use : uses(node)) {
                if (certain.reaches(use.at()) && use.expression().fault() == null) {
                    var may = known(possible, use, node);
                    var must = known(certain, use, node);
                    for (var name : use.expression().names()) {
                        if (may.contains(name) && !must.contains(name)) {
                            error(
                                    use.element(),
                                    use.what() + " läser variabeln \"" + name
                                            + "\", som inte är skriven på alla vägar hit" + entry.described(),
                                    "låt ett steg före vägskälet skriva ett utgångsvärde");
                        }
                    }
                }
            }
        }

        private Set<String> known(VariableFlow flow, VariableUse use, FlowNode node) {
            var written = flow.seenBy(use, node);
            return use.stored() ? written : VariableFlow.union(written, ofCase);
        }

        private void reads(FlowNode node) {
            for (var use : uses(node)) {
                var expression = use.expression();
                if (expression.fault() != null || !possible.reaches(use.at())) {
                    continue;
                }
                var known = known(possible, use, node);
                for (var name : expression.names()) {
                    demand(use.element(), use.what() + " läser", name, known);
                }
            }
            var known = possible.seenBy(node);
            for (var bean : VariableIndex.delegates(node)) {
                var words = models.vocabulary().delegates().get(bean);
                if (words != null) {
                    words.reads().forEach(name -> demand(node.getId(), "delegaten " + bean + " läser", name, known));
                }
            }
            var topic = models.vocabulary().topics().get(String.valueOf(VariableIndex.topic(node)));
            if (topic != null) {
                topic.reads().forEach(name -> demand(node.getId(), "ämnet " + topic.name() + " läser", name, known));
            }
            if (node instanceof BusinessRuleTask) {
                table(node, known);
            }
            form(node, known);
        }

        private void table(FlowNode node, Set<String> known) {
            var facts = VariableFlow.union(known, writers.caseNames().inTables(entry.stage()));
            models.decision(ProcessFile.camunda(node, "decisionRef")).ifPresent(decision -> {
                for (var unknown : DecisionExpression.unknown(decision, FeelScope.of(facts), models)) {
                    error(
                            node.getId(),
                            "tabellen " + decision.getId() + " (" + unknown.element() + ") " + unknown.cause()
                                    + " före detta steg" + entry.described(),
                            "låt ett steg före skriva variabeln eller rätta namnet i tabellen");
                }
            });
        }

        private void form(FlowNode node, Set<String> known) {
            var form = models.forms().get(String.valueOf(ProcessFile.camunda(node, "formRef")));
            if (form == null) {
                return;
            }
            for (var name : form.reads()) {
                if (!models.vocabulary().content().containsKey(name)) {
                    demand(node.getId(), "formuläret " + ModelSet.stem(form.name()) + " visar", name, known);
                }
            }
        }

        private void demand(String element, String reader, String name, Set<String> known) {
            if (known.contains(name)) {
                return;
            }
            var cause = writtenAnywhere.contains(name)
                    ? ", som ingenting före skriver" + entry.described()
                    : ", som ingenting i processen skriver" + Suggestion.of(name, suggestions(known));
            error(
                    element,
                    reader + " variabeln \"" + name + "\"" + cause,
                    "rätta namnet eller låt ett steg före skriva variabeln" + notYet(name));
        }

        /** A hint that the case knows the name, but not yet when the process begins. */
        private String notYet(String name) {
            var later = writers.caseNames().inExpressions(CaseStage.DECIDED).keySet();
            return entry.stage() != CaseStage.NONE && later.contains(name) && !ofCase.contains(name)
                    ? "; i ärendet är det inte säkert känt när processen börjar"
                    : "";
        }

        private Set<String> suggestions(Set<String> known) {
            return VariableFlow.union(known, models.vocabulary().content().keySet());
        }
    }
}
