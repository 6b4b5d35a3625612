package se.tidig.bundle.check.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Ref;
import se.tidig.bundle.Vocabulary.Together;
import se.tidig.bundle.check.feel.CellTest;
import se.tidig.bundle.check.feel.SentValue;
import se.tidig.bundle.check.file.DecisionExpression;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.TableFile;

/**
 * Finds rows that never match for any caller, because of the values that a fact can have or of facts that are always
 * written together. Anything unknown of a caller or a cell counts as possible, so a sound row is never reported.
 */
final class DeadRowCheck {

    private final TableFile file;
    private final Decision decision;
    private final List<TableCaller> senders;
    private final ModelSet models;

    /** The fact that each column reads unchanged; null for a column that reads something else. */
    private final List<String> facts = new ArrayList<>();

    private final List<String> labels = new ArrayList<>();
    private final List<String> types = new ArrayList<>();

    DeadRowCheck(TableFile file, Decision decision, List<TableCaller> senders, ModelSet models) {
        this.file = file;
        this.decision = decision;
        this.senders = senders;
        this.models = models;
        for (var input : TableFile.table(decision).getInputs()) {
            facts.add(fact(input));
            labels.add(DecisionExpression.label(input.getLabel(), input.getId()));
            types.add(
                    input.getInputExpression() == null
                            ? null
                            : input.getInputExpression().getTypeRef());
        }
    }

    private String fact(Input input) {
        var expression = input.getInputExpression();
        return expression != null
                        && expression.getText() != null
                        && models.feel()
                                        .expression(expression.getText().getTextContent())
                                        .root()
                                instanceof Ref ref
                        && ref.names().length() == 1
                ? (String) ref.names().head()
                : null;
    }

    void check() {
        int number = 0;
        for (var row : file.rows(decision)) {
            number++;
            if (!senders.isEmpty() && row.inputs().size() == facts.size() && !isBlamed(number)) {
                var cells = cells(row);
                var reasons =
                        senders.stream().map(sender -> never(sender, cells)).toList();
                if (reasons.stream().allMatch(reason -> reason != null)) {
                    models.findings()
                            .error(
                                    file.name(),
                                    decision.getId() + " rad " + number,
                                    "raden kan aldrig träffa: "
                                            + reasons.stream().distinct().collect(Collectors.joining("; ")),
                                    "rätta villkoret eller ta bort raden");
                }
            }
        }
    }

    private boolean isBlamed(int row) {
        return models.findings().hasError(file.name(), decision.getId() + " rad " + row)
                || labels.stream().anyMatch(label -> models.findings()
                        .hasError(file.name(), DecisionExpression.place(decision, row, label)));
    }

    /** The row's conditions, by the fact that they test. */
    private Map<String, List<CellTest>> cells(TableFile.Row row) {
        var cells = new LinkedHashMap<String, List<CellTest>>();
        for (int column = 0; column < facts.size(); column++) {
            var text = row.inputs().get(column);
            if (facts.get(column) != null && text != null) {
                var cell = models.feel().cell(text);
                if (cell.isReadable()) {
                    cells.computeIfAbsent(facts.get(column), fact -> new ArrayList<>())
                            .add(CellTest.of(cell));
                }
            }
        }
        return cells;
    }

    /** Why the row never matches for the caller; null if it can. */
    private String never(TableCaller sender, Map<String, List<CellTest>> cells) {
        for (var on : cells.entrySet()) {
            var sent = sent(sender, on.getKey());
            if (!sent.mayTake(on.getValue())) {
                return reason(on.getKey(), sent, on.getValue());
            }
        }
        return sender.together().stream()
                .filter(together -> excludes(together, sent(sender, together.when()), cells))
                .map(together -> "när %s är %s är %s alltid %s"
                        .formatted(
                                together.when(),
                                String.join(" eller ", together.values()),
                                together.then(),
                                String.join(" eller ", together.gives())))
                .findFirst()
                .orElse(null);
    }

    private String reason(String fact, SentValue sent, List<CellTest> cells) {
        var columns = new ArrayList<String>();
        for (int column = 0; column < facts.size(); column++) {
            if (fact.equals(facts.get(column))) {
                columns.add(labels.get(column));
            }
        }
        if (cells.stream().filter(cell -> !cell.isAny()).count() > 1) {
            return "kolumnerna " + String.join(" och ", columns) + " läser båda " + fact
                    + ", och inget värde stämmer med båda";
        }
        return sent.kind() == SentValue.Kind.CHOICE
                ? columns.get(0) + " blir bara " + String.join(", ", sent.values())
                : columns.get(0) + " är " + sent.kind().swedish();
    }

    /**
     * Whether the row requires a value that never occurs together with the value of another fact that it also requires.
     */
    private static boolean excludes(Together together, SentValue when, Map<String, List<CellTest>> cells) {
        var on = cells.getOrDefault(together.when(), List.of());
        var then = cells.getOrDefault(together.then(), List.of());
        if (when.kind() != SentValue.Kind.CHOICE || on.stream().allMatch(cell -> takes(cell, CellTest.NULL))) {
            return false;
        }
        var asked = when.values().stream()
                .filter(value -> on.stream().allMatch(cell -> takesSome(cell, value)))
                .collect(Collectors.toSet());
        return !asked.isEmpty()
                && together.values().containsAll(asked)
                && together.gives().stream().noneMatch(value -> then.stream().allMatch(cell -> takesSome(cell, value)));
    }

    private static boolean takesSome(CellTest cell, String value) {
        return SentValue.forms(value).stream().anyMatch(form -> takes(cell, form));
    }

    private static boolean takes(CellTest cell, Object value) {
        return cell.isAny() || !cell.isKnown() || cell.holds(value);
    }

    /** The values of the fact, from the caller or from the decision that this one is based on. */
    private SentValue sent(TableCaller sender, String fact) {
        var sent = TableFile.required(decision).stream()
                .filter(part -> TableFile.results(part).contains(fact))
                .findFirst()
                .map(part -> given(part, fact))
                .orElseGet(() -> sender.of(fact));
        return suits(sent, types.get(facts.indexOf(fact))) ? sent : SentValue.ANYTHING;
    }

    /** Whether the column keeps the type of the fact; a column of another type converts the value. */
    private static boolean suits(SentValue sent, String type) {
        return type == null
                || switch (sent.kind()) {
                    case ANY -> true;
                    case CHOICE -> List.of("string", "boolean").contains(type);
                    case TEXT -> type.equals("string");
                    case NUMBER ->
                        List.of("number", "integer", "long", "double").contains(type);
                    case TRUTH -> type.equals("boolean");
                    case DAY -> type.equals("date");
                    case NOTHING -> true;
                };
    }

    /** The strings that a table with a single result can give in the column, if all are constants. */
    private SentValue given(Decision part, String output) {
        var table = TableFile.table(part);
        if (table == null
                || !Set.of(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.ANY).contains(table.getHitPolicy())) {
            return SentValue.ANYTHING;
        }
        var outputs = new ArrayList<>(table.getOutputs());
        var given = new LinkedHashSet<String>();
        for (int column = 0; column < outputs.size(); column++) {
            if (output.equals(outputs.get(column).getName())) {
                for (var row : models.tableFile(part.getId()).orElseThrow().rows(part)) {
                    var text = column < row.outputs().size() ? row.outputs().get(column) : null;
                    if (text == null || !(models.feel().expression(text).root() instanceof ConstString constant)) {
                        return SentValue.ANYTHING;
                    }
                    given.add(constant.value());
                }
            }
        }
        return SentValue.oneOf(given);
    }
}
