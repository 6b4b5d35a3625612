package se.tidig.bundle.check.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import se.tidig.bundle.check.file.FormFile;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.finding.Suggestion;
import se.tidig.bundle.check.variable.TaskQuestions;
import se.tidig.bundle.check.variable.VariableFlow;
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
    private record Entry(
            StartEvent start, CallActivity caller, Set<String> variables, String described, CaseStage stage) {}

    private List<Entry> entries(BaseElement process) {
        var entries = new ArrayList<Entry>();
        for (var start : file.starts(process)) {
            var plain = start.getEventDefinitions().isEmpty();
            var callers = plain ? writers.callers(ProcessFile.id(process)) : List.<CallActivity>of();
            for (var caller : callers) {
                entries.add(new Entry(
                        start,
                        caller,
                        VariableIndex.handed(caller),
                        " och " + ProcessFile.processOf(caller).getId() + " " + caller.getId() + " inte lämnar",
                        writers.caseNames().at(caller)));
            }
            // A caller in a file that cannot be read may pass any variables.
            var known = models.knowsAllProcesses() || !plain;
            if (callers.isEmpty() && known || ProcessFile.camunda(start, "formRef") != null) {
                entries.add(new Entry(
                        start,
                        null,
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

    private Set<String> written(FlowNode node) {
        return writers.written(node).keySet();
    }

    private void error(String element, String cause, String remedy) {
        models.findings().error(file.name(), element, cause, remedy);
    }

    /** The variables and the answers that one entry brings to each step. */
    private final class Run {

        private final Entry entry;
        private final VariableFlow possible;
        private final VariableFlow certain;
        private final TaskQuestions.Way answers;
        private final Set<String> ofCase;

        /** The questions of tasks that expressions can read. */
        private final Set<String> asked;

        private Run(Entry entry) {
            this.entry = entry;
            this.possible = VariableFlow.possible(
                    file, entry.start(), entry.variables(), DataflowCheck.this::written, VariableIndex::local);
            this.certain = VariableFlow.certain(
                    file, entry.start(), entry.variables(), DataflowCheck.this::written, VariableIndex::local);
            this.answers = writers.caseNames().tasks().follow(file, entry.start(), entry.caller());
            this.ofCase = writers.caseNames().inExpressions(entry.stage()).keySet();
            this.asked = writers.caseNames().taskForms().plain().keySet();
        }

        private void check() {
            possible.reached().forEach(this::reads);
            certain.reached().forEach(this::uncertain);
        }

        /** The engine fails on an expression whose variable is not set, so every way must set it. */
        private void uncertain(FlowNode node) {
            for (var use : uses(node)) {
                if (certain.before(use.at()) == null || use.expression().fault() != null) {
                    continue;
                }
                var may = known(use, node, possible);
                var must = known(use, node, certain);
                for (var name : use.expression().names()) {
                    if (may.contains(name) && !must.contains(name)) {
                        error(
                                use.element(),
                                use.what() + " läser variabeln \"" + name + "\", som inte är skriven på alla vägar hit"
                                        + entry.described(),
                                "låt ett steg före vägskälet skriva ett utgångsvärde");
                    } else if (!may.contains(name)
                            && !answered(use, answers.certain()).contains(name)) {
                        unanswered(use, name);
                    }
                }
            }
        }

        /** A condition can be evaluated without the answer, so this is a warning; a time or a number needs the answer. */
        private void unanswered(VariableUse use, String name) {
            if (!answered(use, answers.possible()).contains(name)) {
                return; // Reported as an unknown name.
            }
            var yesOrNo = writers.caseNames().taskForms().plain().get(name).equals(FormFile.YES_OR_NO);
            var cause = use.what() + " läser svaret \"" + name + "\", som inte är givet på alla vägar hit";
            if (use.isCondition()) {
                models.findings()
                        .warning(
                                file.name(),
                                use.element(),
                                cause
                                        + (yesOrNo
                                                ? "; saknas det är det nej"
                                                : "; saknas det stämmer ingen jämförelse med det"),
                                "ställ frågan på alla vägar, eller se till att ärendet då går rätt väg");
            } else {
                error(use.element(), cause, "ställ frågan i en uppgift på alla vägar hit");
            }
        }

        private Set<String> answered(VariableUse use, VariableFlow answers) {
            var at = use.stored() ? null : use.after() ? answers.after(use.at()) : answers.before(use.at());
            var answered = new HashSet<>(asked);
            answered.retainAll(at == null ? Set.of() : at);
            return answered;
        }

        private Set<String> known(VariableUse use, FlowNode node, VariableFlow following) {
            var written = VariableFlow.union(
                    use.after() ? following.after(use.at()) : following.before(use.at()), VariableIndex.local(node));
            return use.stored() ? written : VariableFlow.union(written, ofCase);
        }

        private void reads(FlowNode node) {
            for (var use : uses(node)) {
                var expression = use.expression();
                if (expression.fault() != null || possible.before(use.at()) == null) {
                    continue;
                }
                var known = VariableFlow.union(known(use, node, possible), answered(use, answers.possible()));
                for (var name : expression.names()) {
                    demand(use.element(), use.what() + " läser", name, known);
                }
                stored(use, known(use, node, possible));
            }
            var known = VariableFlow.union(possible.before(node), VariableIndex.local(node));
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

        /**
         * A text that a person writes in a task may contain personal data, so it must not become a process variable.
         */
        private void stored(VariableUse use, Set<String> known) {
            for (var name : use.isKept() ? use.expression().names() : Set.<String>of()) {
                if (!known.contains(name)
                        && answered(use, answers.possible()).contains(name)
                        && writers.caseNames().taskForms().isFreeText(name)) {
                    error(
                            use.element(),
                            use.what() + " sparar fritextsvaret \"" + name + "\" i motorn",
                            "låt villkoret eller tabellen läsa svaret där det behövs");
                }
            }
        }

        private void table(FlowNode node, Set<String> known) {
            var facts = VariableFlow.union(known, writers.caseNames().inTables(entry.stage()));
            facts.addAll(VariableFlow.union(answers.possible().before(node), Set.of()));
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
            if (asked.contains(name)) {
                return "; frågan ställs i en uppgift, men inte före detta steg";
            }
            return entry.stage() != CaseStage.NONE && later.contains(name) && !ofCase.contains(name)
                    ? "; i ärendet är det inte säkert känt när processen börjar"
                    : "";
        }

        private Set<String> suggestions(Set<String> known) {
            return VariableFlow.union(
                    VariableFlow.union(known, asked),
                    models.vocabulary().content().keySet());
        }
    }
}
