package se.tidig.eligibility;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Turns given values into typed ones, or says which fact of which case is wrong. */
final class FactReader {

    /** Sums of amounts below this stay exact in the table, which gives numbers back in double precision. */
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(12);

    private final String caseId;

    FactReader(String caseId) {
        this.caseId = caseId;
    }

    Map<String, Object> read(List<Fact> facts, Map<?, ?> given, String parent) {
        var typed = new LinkedHashMap<String, Object>();
        facts.forEach(fact -> typed.put(fact.name(), read(fact, given, parent + fact.name())));
        facts.forEach(fact -> requireOrder(fact, typed, parent + fact.name()));
        return typed;
    }

    private void requireOrder(Fact fact, Map<String, Object> typed, String path) {
        if (fact.notBefore() != null
                && typed.get(fact.name()) instanceof LocalDate day
                && typed.get(fact.notBefore()) instanceof LocalDate first
                && day.isBefore(first)) {
            throw new FactError(
                    caseId,
                    path,
                    "är " + day + ", före " + fact.notBefore() + " " + first,
                    fact.notBefore() + " eller en senare dag");
        }
    }

    private Object read(Fact fact, Map<?, ?> given, String path) {
        var value = given.get(fact.name());
        var absent =
                switch (fact.origin()) {
                    case FORM -> value == null || "".equals(value);
                    case LIMIT -> value == null && given.containsKey(fact.name());
                    case SYSTEM -> false;
                };
        if (absent) {
            return fact.whenAbsent();
        }
        if (value == null) {
            throw new FactError(caseId, path, "saknas", fact.expected());
        }
        return typed(fact, value, path);
    }

    private Object typed(Fact fact, Object value, String path) {
        return switch (fact.type()) {
            case TEXT -> instance(String.class, fact, value, path);
            case BOOLEAN -> instance(Boolean.class, fact, value, path);
            case DATE -> date(fact, value, path);
            case DATE_TIME -> dateTime(fact, value, path);
            case LOCAL_DATE_TIME -> localDateTime(fact, value, path);
            case MONEY -> number(fact, value, path, FactReader::isMoney);
            case MONEY_ABOVE_ZERO -> number(fact, value, path, n -> isMoney(n) && n.signum() > 0);
            case COUNT -> number(fact, value, path, n -> n.signum() >= 0);
            case NUMBER -> number(fact, value, path, n -> true);
            case MONTHS -> months(fact, value, path);
            case CHOICE -> choice(fact, value, path);
            case CHOICES, TEXTS ->
                list(fact, value, path, this::choice).stream().distinct().toList();
            case ROWS -> list(fact, value, path, this::row);
            case CONTEXT -> row(fact, value, path);
            case WRITTEN -> TableFacts.written(value);
            case ANY -> value;
        };
    }

    private <T> T instance(Class<T> type, Fact fact, Object value, String path) {
        if (!type.isInstance(value)) {
            throw wrong(fact, value, path);
        }
        return type.cast(value);
    }

    private String choice(Fact fact, Object value, String path) {
        var text = instance(String.class, fact, value, path);
        if (!fact.values().isEmpty() && !fact.values().contains(text)) {
            throw wrong(fact, value, path);
        }
        return text;
    }

    private LocalDate date(Fact fact, Object value, String path) {
        if (value instanceof String || value instanceof LocalDate) {
            try {
                return LocalDate.parse(value.toString());
            } catch (DateTimeException e) {
                throw wrong(fact, value, path);
            }
        }
        throw wrong(fact, value, path);
    }

    private ZonedDateTime dateTime(Fact fact, Object value, String path) {
        if (value instanceof ZonedDateTime dateTime) {
            return dateTime;
        }
        if (value instanceof String || value instanceof OffsetDateTime) {
            try {
                return OffsetDateTime.parse(value.toString()).toZonedDateTime();
            } catch (DateTimeException e) {
                throw wrong(fact, value, path);
            }
        }
        throw wrong(fact, value, path);
    }

    private Object localDateTime(Fact fact, Object value, String path) {
        try {
            return value instanceof String text && text.length() == "2026-09-20T16:00".length()
                    ? LocalDateTime.parse(text)
                    : dateTime(fact, value, path);
        } catch (DateTimeException e) {
            throw wrong(fact, value, path);
        }
    }

    private BigDecimal number(Fact fact, Object value, String path, Predicate<BigDecimal> allowed) {
        try {
            var number =
                    new BigDecimal(instance(Number.class, fact, value, path).toString());
            if (allowed.test(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Infinity and NaN are not amounts either.
        }
        throw wrong(fact, value, path);
    }

    private static boolean isMoney(BigDecimal number) {
        return number.signum() >= 0
                && number.compareTo(TOO_MUCH) < 0
                && number.stripTrailingZeros().scale() <= 2;
    }

    /** Without decimals, so that a reason says 12 if the call said 12.0. */
    private BigDecimal months(Fact fact, Object value, String path) {
        var months = number(
                fact,
                value,
                path,
                n -> n.signum() > 0
                        && n.compareTo(TOO_MUCH) < 0
                        && n.stripTrailingZeros().scale() <= 0);
        return months.setScale(0);
    }

    private <T> List<T> list(Fact fact, Object value, String path, Element<T> element) {
        if (!(value instanceof Iterable<?> elements)) {
            throw wrong(fact, value, path);
        }
        var list = new ArrayList<T>();
        for (var each : elements) {
            list.add(element.read(fact, each, path + "[" + (list.size() + 1) + "]"));
        }
        return list;
    }

    private Map<String, Object> row(Fact fact, Object value, String path) {
        if (!(value instanceof Map<?, ?> row)) {
            throw wrong(fact, value, path);
        }
        return read(fact.members(), row, path + ".");
    }

    private FactError wrong(Fact fact, Object value, String path) {
        return new FactError(caseId, path, "har värdet " + shown(value), fact.expected());
    }

    private static String shown(Object value) {
        return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
    }

    private interface Element<T> {
        T read(Fact fact, Object value, String path);
    }
}
