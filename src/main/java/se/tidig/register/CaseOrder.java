package se.tidig.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What a list of cases is ordered by. Each order ends with the reference, so that every case has one place. */
public enum CaseOrder {
    DUE(
            "sistadag",
            new Column("rank", "smallint", "c.rank::text", "[0-9]", Short::parseShort),
            new Column("due", "date", "c.due::text", "infinity|[1-9][0-9]{3}-.*", CaseOrder::day)),
    REFERENCE("arende"),
    APPLICANT("sokande", new Column("applicant", "text", "c.applicant", "(?s).*", text -> {})),
    REQUESTED("sokt", new Column("requested", "numeric", "c.requested::text", "[-.0-9]{1,40}", BigDecimal::new)),
    RECEIVED(
            "komin",
            new Column(
                    "received_at",
                    "timestamptz",
                    "to_char(c.received_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')",
                    "[1-9][0-9]{3}-.*",
                    Instant::parse));

    private final String word;
    private final List<Column> columns;

    CaseOrder(String word, Column... columns) {
        this.word = word;
        this.columns = List.of(columns);
    }

    /**
     * A column of the order.
     *
     * @param type in the database
     * @param written how the database writes its value
     * @param shape of its values; Java reads more as days and numbers than the database takes
     * @param check throws a {@link RuntimeException} for a text that is no value
     */
    record Column(String name, String type, String written, String shape, Consumer<String> check) {

        private boolean takes(String value) {
            try {
                check.accept(value);
                return value.matches(shape);
            } catch (RuntimeException noValue) {
                return false;
            }
        }
    }

    private static void day(String text) {
        if (!text.equals("infinity")) {
            LocalDate.parse(text);
        }
    }

    /** As it stands in addresses. */
    public String word() {
        return word;
    }

    /** The columns before the reference. */
    List<Column> columns() {
        return columns;
    }

    /** Whether the texts are values of the columns. */
    boolean takes(List<String> values) {
        return values.size() == columns.size()
                && IntStream.range(0, columns.size())
                        .allMatch(column -> columns.get(column).takes(values.get(column)));
    }

    public static Optional<CaseOrder> ofWord(String word) {
        return Arrays.stream(values()).filter(order -> order.word.equals(word)).findFirst();
    }
}
