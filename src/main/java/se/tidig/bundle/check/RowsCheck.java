package se.tidig.bundle.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;

/**
 * The rows of a table of which one may hit: nothing that can come falls between them, no two take the same where that is
 * not allowed, and none stands behind a row that takes everything of it. What a cell compares with facts is not known
 * beforehand, and then nothing is said: a sound table is never refused.
 */
final class RowsCheck {

    private final TableFile file;
    private final Decision decision;
    private final DecisionTable table;
    private final Findings findings;
    private final List<RowsColumn> columns = new ArrayList<>();

    /** @param values the values that an input can have, by its position; none where any may come */
    RowsCheck(TableFile file, Decision decision, Function<Integer, Set<String>> values, ModelSet models) {
        this.file = file;
        this.decision = decision;
        this.table = TableFile.table(decision);
        this.findings = models.findings;
        var inputs = new ArrayList<>(table.getInputs());
        for (int i = 0; i < inputs.size(); i++) {
            var cells = new ArrayList<FeelExpression>();
            for (var rule : table.getRules()) {
                var entry = new ArrayList<>(rule.getInputEntries()).get(i);
                cells.add(models.feel.cell(
                        entry.getText() == null ? "" : entry.getText().getTextContent()));
            }
            var input = inputs.get(i);
            var type = input.getInputExpression() == null
                    ? null
                    : input.getInputExpression().getTypeRef();
            columns.add(
                    new RowsColumn(TableNames.label(input.getLabel(), input.getId()), type, cells, values.apply(i)));
        }
    }

    /** Whether the table's rows can be compared: each has a readable cell in each column. */
    static boolean canTell(DecisionTable table, FeelTexts feel) {
        return table != null
                && !table.getRules().isEmpty()
                && Set.of(HitPolicy.UNIQUE, HitPolicy.ANY, HitPolicy.FIRST).contains(table.getHitPolicy())
                && table.getRules().stream()
                        .allMatch(rule -> rule.getInputEntries().size()
                                        == table.getInputs().size()
                                && rule.getInputEntries().stream()
                                        .allMatch(entry -> entry.getText() == null
                                                || feel.cell(entry.getText().getTextContent())
                                                        .isReadable()));
    }

    void check() {
        var rows = table.getRules().size();
        for (int row = 1; row < rows; row++) {
            for (int earlier = 0; earlier < row; earlier++) {
                if (compared(earlier, row)) {
                    break;
                }
            }
        }
        var gap = gap(0, IntStream.range(0, rows).boxed().toList());
        if (gap != null) {
            findings.error(
                    file.name(),
                    decision.getId(),
                    "ingen rad tar " + (gap.isEmpty() ? "alla fall" : gap),
                    "skriv en rad för det, eller en sista rad som alltid gäller");
        }
    }

    private boolean compared(int earlier, int row) {
        var place = decision.getId() + " rad " + (row + 1);
        if (table.getHitPolicy() == HitPolicy.FIRST) {
            if (columns.stream().allMatch(column -> column.covers(earlier, row))) {
                findings.error(
                        file.name(),
                        place,
                        "raden kan aldrig träffa: rad " + (earlier + 1) + " tar allt den tar, och står före",
                        "flytta raden före den andra, rätta villkoret eller ta bort raden");
                return true;
            }
            return false;
        }
        if (table.getHitPolicy() == HitPolicy.ANY && outputs(earlier).equals(outputs(row))
                || columns.stream().allMatch(column -> column.same(earlier, row))) {
            return false;
        }
        var shared = new ArrayList<String>();
        for (var column : columns) {
            var both = column.both(earlier, row);
            if (both == null) {
                return false;
            }
            if (!both.isEmpty()) {
                shared.add(both);
            }
        }
        findings.error(
                file.name(),
                place,
                "raden och rad " + (earlier + 1) + " tar båda " + String.join(", ", shared) + ", men träffregeln "
                        + table.getHitPolicy() + " tillåter bara en",
                "gör villkoren åtskilda, eller välj träffregeln FIRST");
        return true;
    }

    private List<String> outputs(int row) {
        return new ArrayList<>(table.getRules())
                .get(row).getOutputEntries().stream()
                        .map(entry -> entry.getTextContent().strip())
                        .toList();
    }

    /** The first case that none of the rows takes, in words; null where there is none. */
    private String gap(int index, List<Integer> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        if (index == columns.size()) {
            return null;
        }
        var column = columns.get(index);
        for (var value : column.demanded(rows)) {
            var left = rows.stream().filter(row -> column.may(row, value)).toList();
            if (left.size() == rows.size() && index + 1 < columns.size() && column.allAny(rows)) {
                return gap(index + 1, rows);
            }
            var gap = gap(index + 1, left);
            if (gap != null) {
                var here = column.words(value, rows);
                return here.isEmpty() || gap.isEmpty() ? here + gap : here + ", " + gap;
            }
        }
        return null;
    }
}
