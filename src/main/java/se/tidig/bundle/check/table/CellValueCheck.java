package se.tidig.bundle.check.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Ref;
import se.tidig.bundle.check.feel.CellTest;
import se.tidig.bundle.check.feel.FeelExpression;
import se.tidig.bundle.check.feel.FeelTree;
import se.tidig.bundle.check.file.DecisionExpression;
import se.tidig.bundle.check.file.FormFile;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.file.TableFile;
import se.tidig.bundle.check.finding.Suggestion;
import se.tidig.bundle.check.variable.VariableDomain;
import se.tidig.bundle.check.variable.VariableIndex;

/** Checks the cells of a decision's columns against the values that its callers can send. */
final class CellValueCheck {

    private static final Set<String> NUMBERS = Set.of("number", "integer", "long", "double");

    private final ModelSet models;
    private final VariableIndex writers;
    private final Map<ProcessFile, VariableDomain> variables = new HashMap<>();
    private final CallerSearch senders;

    CellValueCheck(ModelSet models, VariableIndex writers) {
        this.models = models;
        this.writers = writers;
        this.senders = new CallerSearch(models, writers, this::variables);
    }

    /** Reports cells that compare a column with a value that it never has, and rows that never match. */
    void check(TableFile file, Decision decision) {
        var table = TableFile.table(decision);
        if (table == null) {
            return;
        }
        int column = 0;
        var choices = new ArrayList<Set<String>>();
        for (var input : table.getInputs()) {
            choices.add(Set.of());
            var expression = input.getInputExpression();
            var label = DecisionExpression.label(input.getLabel(), input.getId());
            if (expression != null && expression.getText() != null) {
                var parsed = models.feel().expression(expression.getText().getTextContent());
                var possible = parsed.root() instanceof Ref ref && ref.names().length() == 1
                        ? choices(decision, (String) ref.names().head())
                        : Set.<String>of();
                var truth = possible.equals(FormFile.YES_OR_NO);
                choices.set(column, truth ? Set.of() : possible);
                int row = 0;
                var type = truth && expression.getTypeRef() == null ? "boolean" : expression.getTypeRef();
                for (var cells : file.rows(decision)) {
                    row++;
                    var text = column < cells.inputs().size() ? cells.inputs().get(column) : null;
                    if (text != null) {
                        var place = DecisionExpression.place(decision, row, label);
                        cell(file, place, models.feel().cell(text), possible, type);
                        never(file, place, models.feel().cell(text), possible);
                    }
                }
            }
            column++;
        }
        if (RowCoverageCheck.canTell(file, decision, models.feel())) {
            new RowCoverageCheck(file, decision, choices, models).check();
        }
        new DeadRowCheck(file, decision, senders.of(decision), models).check();
    }

    /** Reports a cell that no possible value satisfies, so that its row never matches. */
    private void never(TableFile file, String place, FeelExpression cell, Set<String> possible) {
        if (possible.isEmpty()
                || !cell.isReadable()
                || cell.isAny()
                || models.findings().hasError(file.name(), place)) {
            return;
        }
        var test = CellTest.of(cell);
        if (test.isKnown()
                && !test.holds(CellTest.NULL)
                && possible.stream().map(CellValueCheck::typed).noneMatch(test::holds)) {
            error(
                    file,
                    place,
                    "raden kan aldrig träffa: värdet blir bara " + String.join(", ", possible),
                    "rätta villkoret eller ta bort raden");
        }
    }

    private static Object typed(String value) {
        return value.equals("true") || value.equals("false")
                ? (Object) Boolean.valueOf(value)
                : value.matches("-?\\d{1,15}(\\.\\d{1,9})?") ? new BigDecimal(value) : value;
    }

    private void cell(TableFile file, String place, FeelExpression cell, Set<String> possible, String type) {
        if (!cell.isReadable() || cell.isAny()) {
            return;
        }
        var compared = CellTest.of(cell);
        var numbers = compared.bounds().stream().anyMatch(bound -> !bound.isDay());
        if ("boolean".equals(type) && numbers
                || NUMBERS.contains(String.valueOf(type))
                        && compared.constants().stream().anyMatch(Boolean.class::isInstance)
                || "string".equals(type) && !compared.bounds().isEmpty()) {
            error(
                    file,
                    place,
                    "kolumnen har typen " + type + " men cellen jämför med " + (numbers ? "tal" : "annat"),
                    "ge kolumnen cellernas typ, eller cellen ett värde av kolumnens");
            return;
        }
        var constants = new ArrayList<>(FeelTree.compared(cell.root()));
        // A number is never less or greater than a string, so the rule would never match.
        constants.addAll("string".equals(type) ? List.of() : compared.unknown());
        for (var constant : constants) {
            if (constant instanceof ConstString text) {
                if (NUMBERS.contains(String.valueOf(type)) || "boolean".equals(type)) {
                    error(
                            file,
                            place,
                            "kolumnen har typen " + type + " men cellen jämför med texten \"" + text.value() + "\"",
                            FormFile.YES_OR_NO.contains(text.value())
                                    ? "skriv " + text.value() + " utan citattecken"
                                    : "skriv ett värde av kolumnens typ");
                } else if (!possible.isEmpty() && !possible.contains(text.value())) {
                    error(
                            file,
                            place,
                            "värdet \"" + text.value() + "\" kan aldrig komma" + Suggestion.of(text.value(), possible),
                            "använd ett av värdena " + String.join(", ", possible));
                }
            } else if ("string".equals(type)) {
                error(
                        file,
                        place,
                        "kolumnen har typen string men cellen jämför inte med text",
                        "skriv texten inom citattecken");
            }
        }
    }

    /** The values of the fact, from the process variable or the question that it comes from. */
    private Set<String> choices(Decision decision, String fact) {
        var choices = new TreeSet<String>();
        for (var process : models.processFiles().values()) {
            for (var task : process.all(BusinessRuleTask.class)) {
                var asked = models.decision(ProcessFile.camunda(task, "decisionRef"));
                if (asked.isPresent()
                        && TableFile.withRequired(asked.get()).contains(decision)
                        && TableFile.required(decision).stream()
                                .noneMatch(part -> TableFile.results(part).contains(fact))) {
                    var values = variables(process).of(fact);
                    if (values.isEmpty()) {
                        return Set.of();
                    }
                    choices.addAll(values);
                }
            }
        }
        models.vocabulary().tables().forEach((asked, words) -> {
            var root = models.decision(asked).orElse(null);
            if (root != null
                    && TableFile.withRequired(root).contains(decision)
                    && words.facts().containsKey(fact)) {
                choices.addAll(words.facts().get(fact));
                choices.addAll(alternatives(words.choices().get(fact)));
            } else if (root != null && TableFile.withRequired(root).contains(decision)) {
                writers.caseNames().answersOf(words).forEach(form -> {
                    var schema = models.forms().get(form);
                    if (schema != null) {
                        choices.addAll(schema.isYesOrNo(fact) ? FormFile.YES_OR_NO : schema.choices(fact));
                    }
                });
                choices.addAll(writers.caseNames().taskForms().choices(words, fact));
            }
        });
        return choices;
    }

    /** The alternatives of {@code form#question}; none for null. */
    private Set<String> alternatives(String asked) {
        var question = asked == null ? new String[] {""} : asked.split("#", 2);
        var schema = models.forms().get(question[0]);
        return schema == null ? Set.of() : schema.choices(question[1]);
    }

    private VariableDomain variables(ProcessFile process) {
        return variables.computeIfAbsent(process, one -> new VariableDomain(one, writers));
    }

    private void error(TableFile file, String element, String cause, String remedy) {
        models.findings().error(file.name(), element, cause, remedy);
    }
}
