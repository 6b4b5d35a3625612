package se.tidig.bundle.check.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputData;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/**
 * A parsed DMN file. Decisions and rows are collected once, because Camunda's model searches the document for each
 * query.
 */
public final class TableFile {

    public static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    /**
     * The texts of a row's cells; null for a cell without text.
     *
     * @param inputs the conditions, by column
     * @param outputs the results, by column
     */
    public record Row(List<String> inputs, List<String> outputs) {}

    private final String name;
    private final DmnModelInstance model;
    private final List<Decision> decisions;
    private final Map<Decision, List<Row>> rows = new ConcurrentHashMap<>();

    TableFile(String name, DmnModelInstance model) {
        this.name = name;
        this.model = model;
        this.decisions = List.copyOf(model.getModelElementsByType(Decision.class));
    }

    public String name() {
        return name;
    }

    public DmnModelInstance model() {
        return model;
    }

    public List<Decision> decisions() {
        return decisions;
    }

    /** The rows of the decision's table; none if it has no table. */
    public List<Row> rows(Decision decision) {
        return rows.computeIfAbsent(decision, TableFile::read);
    }

    private static List<Row> read(Decision decision) {
        var table = table(decision);
        var rows = new ArrayList<Row>();
        for (var rule : table == null ? List.<Rule>of() : table.getRules()) {
            var inputs = new ArrayList<String>();
            rule.getInputEntries().forEach(entry -> inputs.add(text(entry.getText())));
            var outputs = new ArrayList<String>();
            rule.getOutputEntries().forEach(entry -> outputs.add(text(entry.getText())));
            rows.add(new Row(Collections.unmodifiableList(inputs), Collections.unmodifiableList(outputs)));
        }
        return Collections.unmodifiableList(rows);
    }

    private static String text(Text text) {
        return text == null ? null : text.getTextContent();
    }

    public String stem() {
        return ModelSet.stem(name);
    }

    public Decision decision(String id) {
        return decisions().stream()
                .filter(decision -> id.equals(decision.getId()))
                .findFirst()
                .orElse(null);
    }

    public static DecisionTable table(Decision decision) {
        return decision.getExpression() instanceof DecisionTable table ? table : null;
    }

    public static LiteralExpression literal(Decision decision) {
        return decision.getExpression() instanceof LiteralExpression literal ? literal : null;
    }

    /** The decisions in the file that this one is based on. */
    public static List<Decision> required(Decision decision) {
        return demanded(decision, "requiredDecision", Decision.class);
    }

    /** Follows the references itself, because Camunda's accessor fails on input data. */
    private static <T> List<T> demanded(Decision decision, String kind, Class<T> type) {
        return decision.getInformationRequirements().stream()
                .flatMap(requirement -> requirement.getDomElement().getChildElements().stream())
                .filter(child -> child.getLocalName().equals(kind))
                .map(child -> String.valueOf(child.getAttribute("href")))
                .filter(href -> href.startsWith("#"))
                .map(href -> (Object) ElementSearch.byId(decision.getModelInstance(), href.substring(1)))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** This decision and all it is based on. */
    public static Set<Decision> withRequired(Decision decision) {
        var all = new LinkedHashSet<Decision>();
        add(decision, all);
        return all;
    }

    private static void add(Decision decision, Set<Decision> all) {
        if (all.add(decision)) {
            required(decision).forEach(next -> add(next, all));
        }
    }

    /** The names of the decision's results, as decisions based on it read them: Camunda passes on the output names. */
    public static Set<String> results(Decision decision) {
        var names = new LinkedHashSet<String>();
        var table = table(decision);
        if (table != null) {
            table.getOutputs().forEach(output -> names.add(output.getName()));
        } else if (decision.getVariable() != null) {
            names.add(decision.getVariable().getName());
        }
        names.remove(null);
        return names;
    }

    /** The names of the input data drawn for the decision. */
    public static Set<String> inputData(Decision decision) {
        var names = new LinkedHashSet<String>();
        demanded(decision, "requiredInput", InputData.class).forEach(input -> names.add(name(input)));
        return names;
    }

    private static String name(InputData input) {
        return input.getInformationItem() == null
                ? input.getName()
                : input.getInformationItem().getName();
    }
}
