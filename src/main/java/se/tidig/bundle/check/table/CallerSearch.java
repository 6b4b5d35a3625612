package se.tidig.bundle.check.table;

import static se.tidig.bundle.check.file.ProcessFile.camunda;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.instance.Decision;
import se.tidig.bundle.Vocabulary.Call;
import se.tidig.bundle.Vocabulary.TableWords;
import se.tidig.bundle.Vocabulary.Together;
import se.tidig.bundle.check.feel.SentValue;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.file.TableFile;
import se.tidig.bundle.check.variable.VariableDomain;
import se.tidig.bundle.check.variable.VariableIndex;

/** Finds the callers of a table and the values that they can send. */
final class CallerSearch {

    private final ModelSet models;
    private final VariableIndex writers;
    private final Function<ProcessFile, VariableDomain> variables;

    CallerSearch(ModelSet models, VariableIndex writers, Function<ProcessFile, VariableDomain> variables) {
        this.models = models;
        this.writers = writers;
        this.variables = variables;
    }

    /** The callers of the decision or of one that is based on it; none if the facts of one of them are not declared. */
    List<TableCaller> of(Decision decision) {
        var senders = new ArrayList<TableCaller>();
        for (var process : models.processFiles().values()) {
            for (var task : process.all(BusinessRuleTask.class)) {
                if (isBasedOn(camunda(task, "decisionRef"), decision)) {
                    senders.add(new Step(process, task));
                }
            }
        }
        for (var asked : models.vocabulary().tables().entrySet()) {
            if (isBasedOn(asked.getKey(), decision)) {
                asked.getValue().calls().forEach(call -> senders.add(new Java(asked.getValue(), call)));
            }
        }
        var untold = models.vocabulary().delegates().values().stream()
                .flatMap(words -> words.tables().stream())
                .filter(table -> !models.vocabulary().tables().containsKey(table))
                .anyMatch(table -> isBasedOn(table, decision));
        return untold || !models.knowsAllProcesses() ? List.of() : senders;
    }

    private boolean isBasedOn(String asked, Decision decision) {
        return models.decision(asked)
                .filter(root -> TableFile.withRequired(root).contains(decision))
                .isPresent();
    }

    /** A business rule task: it sends the variables of its process and its own input parameters. */
    private final class Step implements TableCaller {

        private final ProcessFile process;
        private final BusinessRuleTask task;

        private Step(ProcessFile process, BusinessRuleTask task) {
            this.process = process;
            this.task = task;
        }

        @Override
        public SentValue of(String fact) {
            for (var input : ProcessFile.extensions(task, "inputParameter")) {
                if (fact.equals(input.getAttribute("name"))) {
                    var text = input.getTextContent();
                    return text == null || text.isBlank() || text.contains("{")
                            ? SentValue.ANYTHING
                            : SentValue.oneOf(Set.of(text.strip()));
                }
            }
            return SentValue.oneOf(variables.apply(process).of(fact));
        }

        /** Values that are written together still match if only gateways lie between the writer and the task. */
        @Override
        public List<Together> together() {
            if (!ProcessFile.extensions(task, "inputParameter").isEmpty()) {
                return List.of();
            }
            var before = new LinkedHashSet<FlowNode>();
            if (!writersBefore(task, before, new HashSet<>()) || before.isEmpty()) {
                return List.of();
            }
            var together = new LinkedHashSet<Together>(
                    writers.together(before.iterator().next()));
            before.forEach(node -> together.retainAll(writers.together(node)));
            return List.copyOf(together);
        }

        private static boolean writersBefore(FlowNode node, Set<FlowNode> found, Set<FlowNode> seen) {
            var sources =
                    node.getIncoming().stream().map(SequenceFlow::getSource).toList();
            return !sources.isEmpty()
                    && sources.stream()
                            .allMatch(source -> source instanceof ExclusiveGateway
                                    ? !seen.add(source) || writersBefore(source, found, seen)
                                    : found.add(source) || true);
        }
    }

    /** Java code, with the facts that it declares. */
    private final class Java implements TableCaller {

        private final TableWords table;
        private final TableWords words;

        private Java(TableWords table, Call call) {
            this.table = table;
            this.words = table.of(call);
        }

        @Override
        public SentValue of(String fact) {
            if (words.facts().containsKey(fact)) {
                var values = words.facts().get(fact);
                return values.isEmpty() ? SentValue.typed(words.types().get(fact)) : SentValue.oneOf(values);
            }
            if (writers.caseNames().readable(table).contains(fact)
                    && !writers.caseNames().readable(words).contains(fact)) {
                return SentValue.of(SentValue.Kind.NOTHING);
            }
            return writers.caseNames().answersOf(words).stream()
                    .map(models.forms()::get)
                    .filter(form -> form != null && form.inputKeys().contains(fact))
                    .findFirst()
                    .map(form -> form.sent(fact))
                    .orElseGet(() -> writers.caseNames().taskForms().sent(words, fact));
        }

        @Override
        public List<Together> together() {
            return List.of();
        }
    }
}
