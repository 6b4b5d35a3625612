package se.tidig.bundle.check;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputData;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;

/** A parsed DMN file, asked for what the checks need of it. */
record TableFile(String name, DmnModelInstance model) {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    String stem() {
        return ModelSet.stem(name);
    }

    Collection<Decision> decisions() {
        return model.getModelElementsByType(Decision.class);
    }

    Decision decision(String id) {
        return decisions().stream()
                .filter(decision -> id.equals(decision.getId()))
                .findFirst()
                .orElse(null);
    }

    static DecisionTable table(Decision decision) {
        return decision.getExpression() instanceof DecisionTable table ? table : null;
    }

    static LiteralExpression literal(Decision decision) {
        return decision.getExpression() instanceof LiteralExpression literal ? literal : null;
    }

    /** The decisions this one is based on, within the file. */
    static List<Decision> required(Decision decision) {
        return decision.getInformationRequirements().stream()
                .map(requirement -> requirement.getRequiredDecision())
                .filter(required -> required != null)
                .toList();
    }

    /** This decision and all it is based on. */
    static Set<Decision> withRequired(Decision decision) {
        var all = new LinkedHashSet<Decision>();
        add(decision, all);
        return all;
    }

    private static void add(Decision decision, Set<Decision> all) {
        if (all.add(decision)) {
            required(decision).forEach(next -> add(next, all));
        }
    }

    /** The names under which the decision's result is known to those based on it: Camunda hands on output names. */
    static Set<String> results(Decision decision) {
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

    /** The input data drawn for the decision, by name. */
    static Set<String> inputData(Decision decision) {
        var names = new LinkedHashSet<String>();
        decision.getInformationRequirements().stream()
                .map(requirement -> requirement.getRequiredInput())
                .filter(input -> input != null)
                .forEach(input -> names.add(name(input)));
        return names;
    }

    private static String name(InputData input) {
        return input.getInformationItem() == null
                ? input.getName()
                : input.getInformationItem().getName();
    }
}
