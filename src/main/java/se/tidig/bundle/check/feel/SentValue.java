package se.tidig.bundle.check.feel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values that a caller of a table can send for one fact. Any fact can also be missing.
 *
 * @param kind the type of the value
 * @param values the only values; empty unless the kind is {@link Kind#CHOICE}
 */
public record SentValue(Kind kind, Set<String> values) {

    /** The type of a value, with its Swedish name. */
    public enum Kind {
        /** Unknown. */
        ANY("okänt"),
        /** One of a few values. */
        CHOICE("ett av några värden"),
        TEXT("en text"),
        NUMBER("ett tal"),
        TRUTH("ja eller nej"),
        DAY("ett datum"),
        /** Null: the fact becomes known after the call. */
        NOTHING("inte känt än när tabellen frågas");

        private final String swedish;

        Kind(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    /** A string that no cell names. */
    private static final String OTHER = "\0";

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    public static final SentValue ANYTHING = new SentValue(Kind.ANY, Set.of());

    public static SentValue of(Kind kind) {
        return new SentValue(kind, Set.of());
    }

    /** One of the values; anything if there are none. */
    public static SentValue oneOf(Set<String> values) {
        return values.isEmpty() ? ANYTHING : new SentValue(Kind.CHOICE, values);
    }

    /** The kind for the type of a fact in {@code @AsksTable}; anything for null. */
    public static SentValue typed(String type) {
        return switch (String.valueOf(type)) {
            case "date" -> of(Kind.DAY);
            case "number" -> of(Kind.NUMBER);
            case "boolean" -> of(Kind.TRUTH);
            case "text" -> of(Kind.TEXT);
            default -> ANYTHING;
        };
    }

    /**
     * Whether all cells can hold for one value that can be sent. A cell whose condition is not known counts as holding.
     */
    public boolean mayTake(List<CellTest> cells) {
        var known =
                cells.stream().filter(cell -> !cell.isAny() && cell.isKnown()).toList();
        return known.isEmpty()
                || candidates(known).stream()
                        .anyMatch(value -> known.stream().allMatch(cell -> fits(cell) && cell.holds(value)))
                || known.stream().allMatch(cell -> cell.holds(CellTest.NULL));
    }

    /** A cell's test stores dates and numbers alike, but they are never compared with each other. */
    private boolean fits(CellTest cell) {
        return kind == Kind.ANY || cell.bounds().stream().allMatch(bound -> bound.isDay() == (kind == Kind.DAY));
    }

    /** Values of the sent kind that cover every case the cells distinguish. */
    private Set<Object> candidates(List<CellTest> cells) {
        var candidates = new LinkedHashSet<Object>();
        if (kind == Kind.CHOICE) {
            values.forEach(value -> candidates.addAll(forms(value)));
            return candidates;
        }
        if (kind == Kind.ANY || kind == Kind.TEXT) {
            candidates.add(OTHER);
            cells.forEach(cell ->
                    cell.constants().stream().filter(String.class::isInstance).forEach(candidates::add));
        }
        if (kind == Kind.ANY || kind == Kind.TRUTH) {
            candidates.addAll(List.of(true, false));
        }
        if (kind == Kind.ANY || kind == Kind.NUMBER || kind == Kind.DAY) {
            candidates.addAll(numbers(cells));
        }
        return candidates;
    }

    /** The forms in which a table can get an answer: as the string, and as the number or boolean that it spells. */
    public static List<Object> forms(String value) {
        if (value.equals("true") || value.equals("false")) {
            return List.of(value, Boolean.valueOf(value));
        }
        return value.matches("-?\\d{1,15}(\\.\\d{1,9})?") ? List.of(value, new BigDecimal(value)) : List.of(value);
    }

    /** Each bound, a number between every two of them, and one beyond each end. */
    private static List<BigDecimal> numbers(List<CellTest> cells) {
        var bounds = new TreeSet<BigDecimal>();
        cells.forEach(cell -> cell.bounds().forEach(bound -> bounds.add(bound.at())));
        var numbers = new ArrayList<BigDecimal>();
        BigDecimal before = null;
        for (var at : bounds) {
            numbers.add(
                    before == null
                            ? at.subtract(BigDecimal.ONE)
                            : before.add(at).divide(TWO));
            numbers.add(at);
            before = at;
        }
        numbers.add(before == null ? BigDecimal.ZERO : before.add(BigDecimal.ONE));
        return numbers;
    }
}
