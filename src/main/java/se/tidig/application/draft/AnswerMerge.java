package se.tidig.application.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import se.tidig.form.Plain;

/**
 * Joins what two people have typed at the same question since a version that both saw. What only one of them has
 * changed is taken; the rows of a list are compared one by one. What both have changed, each in their own way, is a
 * conflict: the first to save stands until the second chooses.
 *
 * @param value what stands now; null for no answer
 * @param conflict whether the second person's text is not in it
 */
record AnswerMerge(Object value, boolean conflict) {

    static AnswerMerge of(Object before, Object theirs, Object mine) {
        return ofPlain(plain(before), plain(theirs), plain(mine));
    }

    private static AnswerMerge ofPlain(Object before, Object theirs, Object mine) {
        if (Objects.equals(mine, before) || Objects.equals(mine, theirs)) {
            return new AnswerMerge(theirs, false);
        }
        if (Objects.equals(theirs, before)) {
            return new AnswerMerge(mine, false);
        }
        var rows =
                isRows(before) && isRows(theirs) && isRows(mine) ? rows(list(before), list(theirs), list(mine)) : null;
        return rows == null ? new AnswerMerge(theirs, true) : new AnswerMerge(rows, false);
    }

    /** The rows of both; null if both have changed the same row, or one cannot tell which rows they have changed. */
    private static List<Object> rows(List<?> before, List<?> theirs, List<?> mine) {
        var rows = grown(before, theirs, mine);
        if (rows == null) {
            rows = grown(before, mine, theirs);
        }
        return rows == null && before.size() == theirs.size() && before.size() == mine.size()
                ? oneByOne(before, theirs, mine)
                : rows;
    }

    /**
     * The rows if one of the two has only added some: the other's rows stand in the place of the earlier ones.
     *
     * @param longer holds all earlier rows in order; null comes back if it does not
     */
    private static List<Object> grown(List<?> before, List<?> longer, List<?> other) {
        var places = places(before, longer);
        var kept = other.size() < before.size() ? places(other, before) : null;
        if (places == null || other.size() < before.size() && kept == null) {
            return null;
        }
        var rows = new ArrayList<Object>();
        for (int i = 0; i < longer.size(); i++) {
            var earlier = places.indexOf(i);
            if (earlier < 0 || kept != null && kept.contains(earlier)) {
                rows.add(longer.get(i));
            } else if (kept == null) {
                rows.add(other.get(earlier));
            }
        }
        if (other.size() > before.size()) {
            other.subList(before.size(), other.size()).stream()
                    .filter(row -> !rows.contains(row))
                    .forEach(rows::add);
        }
        return rows;
    }

    /** Where each row stands in the longer list, in order; null if one is not there. */
    private static List<Integer> places(List<?> rows, List<?> longer) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < longer.size() && places.size() < rows.size(); i++) {
            if (longer.get(i).equals(rows.get(places.size()))) {
                places.add(i);
            }
        }
        return places.size() == rows.size() ? places : null;
    }

    private static List<Object> oneByOne(List<?> before, List<?> theirs, List<?> mine) {
        var rows = new ArrayList<Object>();
        for (int i = 0; i < before.size(); i++) {
            var row = ofPlain(before.get(i), theirs.get(i), mine.get(i));
            if (row.conflict()) {
                return null;
            }
            rows.add(row.value());
        }
        return rows;
    }

    private static boolean isRows(Object value) {
        return value == null || value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
    }

    private static List<?> list(Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    /** Whether the two say the same: an empty text or list and an unticked box say what no answer says. */
    static boolean same(Object one, Object other) {
        return Objects.equals(plain(one), plain(other));
    }

    /** The value with numbers in one form, and null for all that says nothing. */
    static Object plain(Object value) {
        var plain = Plain.of(value);
        if (plain instanceof Map<?, ?> map) {
            var said = new LinkedHashMap<Object, Object>();
            map.forEach((key, inner) -> {
                var answer = plain(inner);
                if (answer != null) {
                    said.put(key, answer);
                }
            });
            return said;
        }
        if (plain instanceof List<?> list) {
            return list.isEmpty()
                    ? null
                    : Stream.of(list.toArray()).map(AnswerMerge::plain).toList();
        }
        if (plain instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        return "".equals(plain) || Boolean.FALSE.equals(plain) ? null : plain;
    }
}
