package se.tidig.bundle.check.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.feel.syntaxtree.Exp;
import se.tidig.bundle.check.feel.CellTest;
import se.tidig.bundle.check.feel.FeelExpression;

/**
 * One column of a table with the values that distinguish its cells: the strings and numbers that they name, and a
 * number between every two.
 */
final class CoverageColumn {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    /** A string that no table names. */
    private static final String OTHER = "\0";

    private final String label;
    private final Set<String> possible;
    private final boolean whole;
    private final List<String> texts = new ArrayList<>();
    private final List<CellTest> cells = new ArrayList<>();
    private final Exp symbol;

    CoverageColumn(String label, String type, List<FeelExpression> cells, Set<String> possible) {
        this.label = label;
        this.possible = possible;
        cells.forEach(cell -> texts.add(cell.text()));
        cells.forEach(cell -> this.cells.add(CellTest.of(cell)));
        var unknown = new LinkedHashSet<Exp>();
        this.cells.forEach(cell -> unknown.addAll(cell.unknown()));
        var numbers = this.cells.stream().anyMatch(cell -> !cell.bounds().isEmpty());
        // If all cells compare with the same unknown value, such as 5 * priceBaseAmount, that value is treated as zero.
        this.symbol = unknown.size() == 1 && !numbers ? unknown.iterator().next() : null;
        if (symbol != null) {
            this.cells.clear();
            cells.forEach(cell -> this.cells.add(CellTest.of(cell, symbol)));
        }
        var bounds = this.cells.stream().flatMap(cell -> cell.bounds().stream()).toList();
        this.whole = "integer".equals(type)
                || "long".equals(type)
                || symbol == null
                        && bounds.stream().anyMatch(CellTest.Bound::isPoint)
                        && bounds.stream()
                                .allMatch(
                                        bound -> bound.at().stripTrailingZeros().scale() <= 0);
    }

    /** Whether the row can hold at the value; an unknown condition always can. */
    boolean may(int row, Object value) {
        var cell = cells.get(row);
        return cell.isAny() || !cell.isKnown() || value == this || cell.holds(value);
    }

    /** Whether the row's cell is known to hold at the value. */
    boolean certainly(int row, Object value) {
        var cell = cells.get(row);
        return cell.isAny() || cell.isKnown() && cell.holds(value);
    }

    /**
     * The values to try for the row and the rows before it: one for every case that their cells distinguish, among them
     * no answer and a string that no cell names.
     */
    Collection<Object> tried(int row, List<Integer> before) {
        var all = new ArrayList<>(before);
        all.add(row);
        var tried = new LinkedHashSet<Object>(List.of(OTHER, CellTest.NULL, true, false));
        var bounds = new TreeSet<BigDecimal>();
        for (var one : all) {
            tried.addAll(cells.get(one).constants());
            cells.get(one).bounds().forEach(bound -> bounds.add(bound.at()));
        }
        BigDecimal last = null;
        for (var at : bounds) {
            tried.add(last == null ? at.subtract(BigDecimal.ONE) : last.add(at).divide(TWO));
            tried.add(at);
            last = at;
        }
        tried.add(last == null ? BigDecimal.ZERO : last.add(BigDecimal.ONE));
        return tried;
    }

    boolean allAny(List<Integer> rows) {
        return rows.stream().allMatch(row -> cells.get(row).isAny());
    }

    boolean same(int one, int other) {
        return texts.get(one).equals(texts.get(other));
    }

    /** Whether the first cell certainly holds wherever the other does. */
    boolean covers(int one, int other) {
        if (cells.get(one).isAny() || same(one, other)) {
            return true;
        }
        if (cells.get(other).isAny()
                || !cells.get(one).isKnown()
                || !cells.get(other).isKnown()) {
            return false;
        }
        var values = values(List.of(one, other));
        return values.stream()
                .allMatch(value ->
                        !cells.get(other).holds(value) || cells.get(one).holds(value));
    }

    /** A value at which both cells certainly hold, in words (empty if any value will do); null if there is none. */
    String both(int one, int other) {
        if (cells.get(one).isAny() && cells.get(other).isAny()) {
            return "";
        }
        if (!cells.get(one).isKnown() || !cells.get(other).isKnown()) {
            return same(one, other) ? label + " " + texts.get(one) : null;
        }
        for (var value : values(List.of(one, other))) {
            if (cells.get(one).holds(value)
                    && cells.get(other).holds(value)
                    && (possible.isEmpty() || !(value instanceof String) || possible.contains(value))) {
                return words(value, List.of(one, other));
            }
        }
        return null;
    }

    /** The values that these rows must cover together; the column itself stands for any value. */
    Collection<Object> demanded(List<Integer> rows) {
        var demanded = new LinkedHashSet<Object>();
        var bounds = new TreeMap<BigDecimal, List<CellTest.Bound>>();
        for (var row : rows) {
            var cell = cells.get(row);
            demanded.addAll(cell.constants());
            cell.bounds().forEach(bound -> bounds.computeIfAbsent(bound.at(), at -> new ArrayList<>())
                    .add(bound));
        }
        if (demanded.contains(true) || demanded.contains(false)) {
            demanded.addAll(List.of(true, false));
        }
        if (rows.stream().anyMatch(row -> cells.get(row).constants().stream().anyMatch(String.class::isInstance))) {
            demanded.addAll(possible);
        }
        if (!bounds.isEmpty()) {
            demanded.addAll(numbers(bounds));
        }
        return demanded.isEmpty() ? List.of(this) : demanded;
    }

    private List<Object> numbers(TreeMap<BigDecimal, List<CellTest.Bound>> bounds) {
        var ranges = bounds.values().stream().flatMap(List::stream).anyMatch(bound -> !bound.isPoint());
        var numbers = new ArrayList<Object>();
        BigDecimal before = null;
        for (var at : bounds.keySet()) {
            var between = before == null || !ranges ? null : between(before, at);
            if (between != null) {
                numbers.add(between);
            }
            numbers.add(at);
            before = at;
        }
        var first = bounds.firstEntry();
        // Values are assumed to be at least 0: a column whose lowest cell is >= 0 need not cover negative numbers.
        var begins = first.getValue().stream().anyMatch(bound -> bound.reach() < 0)
                || first.getValue().stream().anyMatch(bound -> bound.reach() > 0)
                        && (first.getKey().signum() > 0 || symbol != null);
        if (begins) {
            numbers.add(0, first.getKey().subtract(BigDecimal.ONE));
        }
        if (bounds.lastEntry().getValue().stream().anyMatch(bound -> bound.reach() != 0)) {
            numbers.add(bounds.lastKey().add(BigDecimal.ONE));
        }
        return numbers;
    }

    private BigDecimal between(BigDecimal low, BigDecimal high) {
        if (!whole) {
            return low.add(high).divide(TWO, low.scale() + high.scale() + 2, RoundingMode.HALF_UP);
        }
        var next = low.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
        return next.compareTo(high) < 0 ? next : null;
    }

    /** Every value that distinguishes the two cells. */
    private List<Object> values(List<Integer> rows) {
        var values = new ArrayList<Object>();
        var bounds = new TreeMap<BigDecimal, Boolean>();
        for (var row : rows) {
            values.addAll(cells.get(row).constants());
            cells.get(row).bounds().forEach(bound -> bounds.put(bound.at(), true));
        }
        BigDecimal before = null;
        for (var at : bounds.keySet()) {
            values.add(at);
            var between = before == null ? at.subtract(BigDecimal.ONE) : between(before, at);
            if (between != null) {
                values.add(between);
            }
            before = at;
        }
        if (before != null) {
            values.add(before.add(BigDecimal.ONE));
        }
        if (values.contains(true) || values.contains(false)) {
            values.addAll(List.of(true, false));
        } else if (bounds.isEmpty()) {
            values.add(possible.isEmpty() ? OTHER : possible.iterator().next());
            values.addAll(possible);
        }
        return values;
    }

    /** The value in words, {@code Belopp över 500000}; empty if it stands for any value. */
    String words(Object value, List<Integer> rows) {
        if (value == this || OTHER.equals(value)) {
            return "";
        } else if (value == CellTest.NULL) {
            return label + " utan svar";
        } else if (value instanceof Boolean truth) {
            return label + (truth ? " ja" : " nej");
        } else if (value instanceof String) {
            return label + " \"" + value + "\"";
        }
        var number = (BigDecimal) value;
        if (symbol != null) {
            return label
                    + List.of(" under gränsen", " på gränsen", " över gränsen").get(number.signum() + 1);
        }
        var day = rows.stream().flatMap(row -> cells.get(row).bounds().stream()).anyMatch(CellTest.Bound::isDay);
        return label + " "
                + (day
                        ? LocalDate.ofEpochDay(number.longValue())
                        : number.stripTrailingZeros().toPlainString());
    }
}
