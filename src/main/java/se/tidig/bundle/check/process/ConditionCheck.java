package se.tidig.bundle.check.process;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import se.tidig.bundle.check.file.Notation;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.finding.FindingList;
import se.tidig.bundle.check.variable.Expression;
import se.tidig.bundle.check.variable.VariableDomain;

/**
 * Checks exclusive gateways: every outgoing flow has a condition or is the default, and for every value one of them is
 * taken.
 */
public final class ConditionCheck {

    private final ProcessFile file;
    private final VariableDomain values;
    private final FindingList findings;

    public ConditionCheck(ProcessFile file, VariableDomain values, FindingList findings) {
        this.file = file;
        this.values = values;
        this.findings = findings;
    }

    public void check() {
        for (var flow : file.flows()) {
            var gateway = flow.getSource() instanceof ExclusiveGateway from ? from : null;
            var condition = ProcessFile.condition(flow);
            if (gateway == null || file.outgoing(gateway).size() < 2) {
                if (condition != null) {
                    error(
                            flow.getId(),
                            "villkoret står på ett flöde där ingenting väljs",
                            "ta bort villkoret eller rita en exklusiv gateway före");
                }
            } else if (gateway.getDefault() == flow && condition != null) {
                error(flow.getId(), "det förvalda flödet har ett villkor, som motorn inte prövar", "ta bort villkoret");
            } else if (gateway.getDefault() != flow && condition == null) {
                error(
                        flow.getId(),
                        "flödet ut ur gatewayen saknar villkor",
                        "skriv ett villkor eller gör flödet till förval");
            } else if (condition != null && Notation.isBlank(flow.getName())) {
                error(flow.getId(), "flödet med villkor saknar svenskt namn", "skriv svaret på gatewayens fråga");
            }
        }
        file.all(ExclusiveGateway.class).forEach(this::gateway);
    }

    private void gateway(ExclusiveGateway gateway) {
        if (gateway.getDefault() != null && gateway.getDefault().getSource() != gateway) {
            error(
                    gateway.getId(),
                    "det förvalda flödet går inte ut från gatewayen",
                    "välj ett av gatewayens egna flöden");
        }
        var taken = new HashSet<String>();
        for (var flow : file.outgoing(gateway)) {
            var condition = ProcessFile.condition(flow);
            if (condition != null && !taken.add(condition.replaceAll("\\s", ""))) {
                error(
                        flow.getId(),
                        "villkoret " + condition + " står på flera flöden ut ur samma gateway",
                        "rätta det ena");
            }
        }
        if (file.outgoing(gateway).size() > 1 && gateway.getDefault() == null) {
            covered(gateway);
        }
    }

    /** Without a default, the conditions must cover every value. */
    private void covered(ExclusiveGateway gateway) {
        String variable = null;
        var named = new LinkedHashSet<String>();
        for (var flow : file.outgoing(gateway)) {
            var condition = ProcessFile.condition(flow);
            if (condition == null) {
                return;
            }
            var expression = Expression.of(condition);
            if (expression.fault() != null) {
                return;
            }
            var names = expression.names();
            var found = names.size() == 1 ? expression.valuesOf(names.iterator().next()) : null;
            if (found == null || variable != null && !names.contains(variable)) {
                missingDefault(gateway, "villkoren täcker kanske inte alla fall");
                return;
            }
            variable = names.iterator().next();
            named.addAll(found);
        }
        if (values.mayBeMissing(variable)) {
            missingDefault(gateway, "svaret " + variable + " kan saknas");
            return;
        }
        var possible = values.of(variable);
        Set<String> left = new TreeSet<>(possible);
        left.removeAll(named);
        if (!left.isEmpty()) {
            missingDefault(gateway, "inget flöde tar " + variable + " = " + String.join(", ", left));
        }
        if (possible.isEmpty() && !named.equals(Set.of("true", "false")) && named.size() < 2) {
            missingDefault(gateway, "villkoren täcker kanske inte alla fall");
        }
    }

    private void missingDefault(ExclusiveGateway gateway, String cause) {
        error(
                gateway.getId(),
                cause + " och gatewayen saknar förvalt flöde",
                "välj ett förvalt flöde (default) eller rita det flöde som saknas");
    }

    private void error(String element, String cause, String remedy) {
        findings.error(file.name(), element, cause, remedy);
    }
}
