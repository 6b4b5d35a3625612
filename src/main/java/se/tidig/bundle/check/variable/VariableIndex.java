package se.tidig.bundle.check.variable;

import static se.tidig.bundle.check.file.ProcessFile.camunda;
import static se.tidig.bundle.check.file.ProcessFile.extensions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.feel.syntaxtree.ConstString;
import se.tidig.bundle.Vocabulary.Together;
import se.tidig.bundle.check.feel.FeelTree;
import se.tidig.bundle.check.file.FormFile;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.file.TableFile;
import se.tidig.engine.Variable;

/** The process variables that each element writes, with their only values if these are known. */
public final class VariableIndex {

    private static final String EACH_CODE = "_*";

    private final ModelSet models;
    private final Map<String, Set<String>> codes = new HashMap<>();
    private final Map<FlowNode, Map<String, Set<String>>> known = new IdentityHashMap<>();
    private final CaseVocabulary caseNames;

    public VariableIndex(ModelSet models) {
        this.models = models;
        this.caseNames = new CaseVocabulary(models, this);
    }

    /** The names that are known of a case although no element writes them. */
    public CaseVocabulary caseNames() {
        return caseNames;
    }

    public Map<String, Set<String>> written(FlowNode node) {
        return known.computeIfAbsent(node, this::find);
    }

    private Map<String, Set<String>> find(FlowNode node) {
        var written = new HashMap<String, Set<String>>();
        form(node, written);
        delegates(node).forEach(bean -> delegate(bean, written));
        var topic = topic(node);
        if (topic != null && models.vocabulary().topics().containsKey(topic)) {
            models.vocabulary().topics().get(topic).writes().forEach(name -> put(written, name, Set.of()));
        }
        if (node instanceof BusinessRuleTask && camunda(node, "resultVariable") != null) {
            put(written, camunda(node, "resultVariable"), results(node));
        }
        if (node instanceof CallActivity) {
            extensions(node, "out").forEach(out -> put(written, out.getAttribute("target"), Set.of()));
        }
        var message = message(node);
        if (message != null && (node instanceof CatchEvent || node instanceof ReceiveTask)) {
            models.vocabulary()
                    .messages()
                    .getOrDefault(message, Map.of())
                    .forEach((name, values) -> put(written, name, values));
        }
        for (var attribute :
                List.of("initiator", "errorCodeVariable", "errorMessageVariable", "escalationCodeVariable")) {
            put(written, camunda(node, attribute), Set.of());
            ProcessFile.children(node, EventDefinition.class)
                    .forEach(definition -> put(written, camunda(definition, attribute), Set.of()));
        }
        extensions(node, "outputParameter").forEach(out -> put(written, out.getAttribute("name"), constant(out)));
        return written;
    }

    /** The string of a constant mapping; none if it is an expression, or could be read as a number or boolean. */
    private static Set<String> constant(DomElement mapped) {
        var text = mapped.getTextContent();
        return text != null
                        && mapped.getChildElements().isEmpty()
                        && text.strip().matches("[\\p{L}_][\\p{L}\\d_ -]*")
                        && !Set.of("true", "false").contains(text.strip())
                ? Set.of(text.strip())
                : Set.of();
    }

    /** The values that the element's form always writes together, if nothing else on the element writes variables. */
    public Set<Together> together(FlowNode node) {
        var form = camunda(node, "formRef");
        var handler = form == null ? null : models.vocabulary().handlers().get(form);
        if (handler == null
                || !delegates(node).isEmpty()
                || !extensions(node, "outputParameter").isEmpty()) {
            return Set.of();
        }
        var routing = routing(form);
        return handler.together().stream()
                .filter(one -> !routing.contains(one.when()) && !routing.contains(one.then()))
                .collect(Collectors.toSet());
    }

    private Set<String> routing(String form) {
        var schema = models.forms().get(form);
        return schema == null ? Set.of() : schema.routing().keySet();
    }

    private void form(FlowNode node, Map<String, Set<String>> written) {
        var form = camunda(node, "formRef");
        if (form == null) {
            return;
        }
        var schema = models.forms().get(form);
        if (schema != null) {
            schema.routing().forEach((name, values) -> put(written, name, values));
        }
        var handler = models.vocabulary().handlers().get(form);
        if (handler != null) {
            handler.writes().forEach((name, values) -> put(written, name, values));
            if (node instanceof org.camunda.bpm.model.bpmn.instance.StartEvent) {
                put(written, Variable.REFERENCE, Set.of());
                put(written, Variable.BOARD, Set.of());
            }
        }
    }

    private void delegate(String bean, Map<String, Set<String>> written) {
        var words = models.vocabulary().delegates().get(bean);
        if (words == null) {
            return;
        }
        words.writes().forEach((name, values) -> {
            if (name.endsWith(EACH_CODE)) {
                words.tables().forEach(table -> codes(table)
                        .forEach(code -> put(written, name.replace(EACH_CODE, "_" + code), FormFile.YES_OR_NO)));
            } else {
                put(written, name, values);
            }
        });
        for (var form : words.answersOf()) {
            var schema = models.forms().get(form);
            if (schema != null) {
                schema.routing().forEach((name, values) -> put(written, name, values));
            }
        }
    }

    /** The codes that the table can give. */
    Set<String> codes(String table) {
        return codes.computeIfAbsent(table, id -> {
            var found = new LinkedHashSet<String>();
            models.decision(id).ifPresent(decision -> TableFile.withRequired(decision)
                    .forEach(part -> models.expressions(part).forEach(use -> {
                        if (use.parsed().isReadable()) {
                            found.addAll(FeelTree.texts(use.parsed().root(), "code"));
                        }
                    })));
            return found;
        });
    }

    /** The strings that a table with one output can give, if all are constants. */
    private Set<String> results(FlowNode node) {
        var values = new LinkedHashSet<String>();
        var decision = models.decision(camunda(node, "decisionRef")).orElse(null);
        var table = decision == null ? null : TableFile.table(decision);
        if (!"singleEntry".equals(camunda(node, "mapDecisionResult"))
                || table == null
                || table.getHitPolicy() == HitPolicy.COLLECT
                || table.getOutputs().size() != 1) {
            return values;
        }
        for (var row : models.tableFile(decision.getId()).orElseThrow().rows(decision)) {
            for (var given : row.outputs()) {
                if (given != null && models.feel().expression(given).root() instanceof ConstString text) {
                    values.add(text.value());
                } else {
                    return Set.of();
                }
            }
        }
        return values;
    }

    /** Adds the values that one writer of an element writes; the values are known only if every writer's are. */
    private static void put(Map<String, Set<String>> written, String name, Set<String> values) {
        if (name != null && !name.isBlank()) {
            written.merge(name, values, (a, b) -> {
                if (a.isEmpty() || b.isEmpty()) {
                    return Set.of();
                }
                var both = new LinkedHashSet<>(a);
                both.addAll(b);
                return both;
            });
        }
    }

    /** The variables that callers pass to the process. */
    public Set<String> carriedInto(ProcessFile file) {
        var carried = new LinkedHashSet<String>();
        for (var process : file.processes()) {
            callers(process.getId()).forEach(caller -> carried.addAll(handed(caller)));
        }
        return carried;
    }

    public List<CallActivity> callers(String process) {
        var callers = new ArrayList<CallActivity>();
        models.processFiles().values().forEach(file -> file.calls().stream()
                .filter(call -> process.equals(call.getCalledElement()))
                .forEach(callers::add));
        return callers;
    }

    public static Set<String> handed(CallActivity call) {
        var handed = new LinkedHashSet<String>();
        extensions(call, "in").stream()
                .map(in -> in.getAttribute("target"))
                .filter(target -> target != null)
                .forEach(handed::add);
        return handed;
    }

    /** Names that exist only within the element: its inputs, and the counters of a repeated one. */
    public static Set<String> local(FlowNode node) {
        var local = new LinkedHashSet<String>();
        extensions(node, "inputParameter").forEach(input -> local.add(input.getAttribute("name")));
        ProcessFile.children(node, MultiInstanceLoopCharacteristics.class).forEach(loop -> {
            local.addAll(List.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances"));
            local.add(camunda(loop, "elementVariable"));
        });
        local.remove(null);
        return local;
    }

    /** The delegates that an element names, also on its listeners and its message. */
    public static List<String> delegates(FlowNode node) {
        var beans = new ArrayList<String>();
        addBean(camunda(node, "delegateExpression"), beans);
        ProcessFile.children(node, MessageEventDefinition.class)
                .forEach(definition -> addBean(camunda(definition, "delegateExpression"), beans));
        for (var listener : List.of("executionListener", "taskListener")) {
            extensions(node, listener).forEach(found -> addBean(found.getAttribute("delegateExpression"), beans));
        }
        return beans;
    }

    private static void addBean(String expression, List<String> beans) {
        var name = expression == null ? null : Expression.of(expression).singleName();
        if (name != null) {
            beans.add(name);
        }
    }

    public static String topic(FlowNode node) {
        var own = camunda(node, "topic");
        return own != null
                ? own
                : ProcessFile.children(node, MessageEventDefinition.class)
                        .map(definition -> camunda(definition, "topic"))
                        .filter(topic -> topic != null)
                        .findFirst()
                        .orElse(null);
    }

    /** The name of the message that the element waits for or starts with; null if it has none. */
    public static String message(FlowNode node) {
        Message message = node instanceof ReceiveTask receive ? receive.getMessage() : null;
        for (var definition :
                ProcessFile.children(node, MessageEventDefinition.class).toList()) {
            message = definition.getMessage();
        }
        return message == null ? null : message.getName();
    }
}
