package se.tidig.bundle.check.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import se.tidig.bundle.check.feel.FeelCache;
import se.tidig.bundle.check.feel.FeelExpression;
import se.tidig.bundle.check.file.DecisionExpression;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.TableFile;
import se.tidig.bundle.check.finding.FindingList;

/**
 * Checks tables of which one row answers: the rows cover every value, no two overlap if the hit policy forbids it, and
 * no row is hidden by earlier ones. Cells that compare with facts are unknown and never reported, so a sound table is
 * never refused.
 */
final class RowCoverageCheck {

    /** The hit policies of tables of which one row answers. */
    static final Set<HitPolicy> TOLD = Set.of(HitPolicy.UNIQUE, HitPolicy.ANY, HitPolicy.FIRST);

    /** A table that needs more steps is too complex to check. */
    private static final int MOST_STEPS = 20_000;

    private int steps;

    private final TableFile file;
    private final Decision decision;
    private final List<TableFile.Row> rows;
    private final HitPolicy hitPolicy;
    private final FindingList findings;
    private final List<CoverageColumn> columns = new ArrayList<>();

    /** @param values the values that each input can have; none if any value is possible */
    RowCoverageCheck(TableFile file, Decision decision, List<Set<String>> values, ModelSet models) {
        this.file = file;
        this.decision = decision;
        var table = TableFile.table(decision);
        this.findings = models.findings();
        this.rows = file.rows(decision);
        this.hitPolicy = table.getHitPolicy();
        var inputs = new ArrayList<>(table.getInputs());
        for (int i = 0; i < inputs.size(); i++) {
            var cells = new ArrayList<FeelExpression>();
            for (var row : rows) {
                cells.add(cell(row.inputs().get(i), models.feel()));
            }
            var input = inputs.get(i);
            var type = input.getInputExpression() == null
                    ? null
                    : input.getInputExpression().getTypeRef();
            columns.add(new CoverageColumn(
                    DecisionExpression.label(input.getLabel(), input.getId()), type, cells, values.get(i)));
        }
    }

    /** Whether the rows can be compared: each has a readable cell in every column. */
    static boolean canTell(TableFile file, Decision decision, FeelCache feel) {
        var table = TableFile.table(decision);
        var rows = file.rows(decision);
        if (rows.isEmpty() || !TOLD.contains(table.getHitPolicy())) {
            return false;
        }
        var columns = table.getInputs().size();
        return rows.stream()
                .allMatch(row -> row.inputs().size() == columns
                        && row.inputs().stream()
                                .allMatch(text -> cell(text, feel).isReadable()));
    }

    private static FeelExpression cell(String text, FeelCache feel) {
        return feel.cell(text == null ? "" : text);
    }

    void check() {
        for (int row = 1; row < rows.size(); row++) {
            for (int earlier = 0; earlier < row; earlier++) {
                if (compared(earlier, row)) {
                    break;
                }
            }
        }
        if (hitPolicy == HitPolicy.FIRST) {
            shadowed();
        }
        var gap = gap(0, IntStream.range(0, rows.size()).boxed().toList());
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
        if (hitPolicy == HitPolicy.FIRST) {
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
        if (hitPolicy == HitPolicy.ANY && outputs(earlier).equals(outputs(row))
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
                        + hitPolicy + " tillåter bara en",
                "gör villkoren åtskilda, eller välj träffregeln FIRST");
        return true;
    }

    /** Finds rows whose values earlier rows cover together, although none of them covers the row alone. */
    private void shadowed() {
        for (int row = 2; row < rows.size(); row++) {
            var place = decision.getId() + " rad " + (row + 1);
            steps = 0;
            if (!findings.hasError(file.name(), place)
                    && !isFree(0, row, IntStream.range(0, row).boxed().toList())) {
                findings.error(
                        file.name(),
                        place,
                        "raden kan aldrig träffa: raderna före tar tillsammans allt den tar",
                        "flytta raden före dem, rätta villkoret eller ta bort raden");
            }
        }
    }

    /** Whether the row can match a case that certainly none of the earlier rows matches. */
    private boolean isFree(int index, int row, List<Integer> before) {
        if (before.isEmpty() || ++steps > MOST_STEPS) {
            return true;
        }
        if (index == columns.size()) {
            return false;
        }
        var column = columns.get(index);
        if (column.allAny(before)) {
            return isFree(index + 1, row, before);
        }
        return column.tried(row, before).stream()
                .filter(value -> column.may(row, value))
                .anyMatch(value -> isFree(
                        index + 1,
                        row,
                        before.stream()
                                .filter(earlier -> column.certainly(earlier, value))
                                .toList()));
    }

    private List<String> outputs(int row) {
        return rows.get(row).outputs().stream()
                .map(text -> text == null ? "" : text.strip())
                .toList();
    }

    /** The first case that no row covers, in words; null if there is none. */
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
