package se.tidig.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.tidig.SwedishDate;

/**
 * Reads what a person sent from a page of a form into the answers that {@link FormValidator} takes. Every control is named
 * by the key of its question, {@code applicant.name}, in rows {@code budgetLines[0].amount}. What cannot be read stays as
 * it was typed, so that the validator refuses it with a message and the page shows it again.
 */
public final class PostedAnswers {

    /** Names the questions on the page whose controls send nothing if nothing is chosen, and the rows. */
    public static final String ASKED = "asked";

    /** The button that adds a row to the list it names. */
    public static final String ADD = "add";

    /** The button that takes the row away that it names. */
    public static final String REMOVE = "remove";

    private static final Pattern ROW = Pattern.compile("([\\w.]+)\\[(\\d{1,6})](?:\\..*)?");
    private static final int MOST_ROWS = 1_000;

    private final MultiValueMap<String, String> parameters;
    private final Set<String> asked;
    private final Map<String, TreeSet<Integer>> rows = new HashMap<>();
    private String focus;

    private PostedAnswers(MultiValueMap<String, String> sent) {
        parameters = new LinkedMultiValueMap<>();
        sent.forEach((name, values) -> parameters.put(
                name, values.stream().map(PostedAnswers::storable).toList()));
        asked = new HashSet<>(parameters.getOrDefault(ASKED, List.of()));
        parameters.keySet().forEach(this::row);
        asked.forEach(this::row);
    }

    /**
     * Replaces NUL, which PostgreSQL cannot store, by the replacement character, as browsers do, and closes changes of the
     * text's direction. Drafts need it too, because nobody validates them.
     */
    private static String storable(String text) {
        return VisibleText.directionClosed(text.replace('\0', '\uFFFD'));
    }

    private void row(String name) {
        var row = ROW.matcher(name);
        if (row.matches()) {
            rows.computeIfAbsent(row.group(1), list -> new TreeSet<>()).add(Integer.valueOf(row.group(2)));
        }
    }

    /**
     * What came of a page that was sent.
     *
     * @param answers all answers, those of the part replaced by what was sent
     * @param focus the id of the element that the page should begin at if a row was added or taken away; else null
     */
    public record Read(Map<String, Object> answers, String focus) {

        /** Whether a button was pressed that adds a row or takes one away: the same page is shown again. */
        public boolean isRowChange() {
            return focus != null;
        }
    }

    /**
     * Reads one part of the form.
     *
     * @param part the id of the group; null for the whole form
     * @param parameters of the request; what names no question of the part is left alone
     * @param before the answers so far; questions that were not on the page keep theirs
     */
    public static Read read(
            FormSchema form, String part, MultiValueMap<String, String> parameters, Map<String, Object> before) {
        var posted = new PostedAnswers(parameters);
        var answers = new LinkedHashMap<>(before);
        posted.scope(form.part(part), "", answers);
        return new Read(answers, posted.focus);
    }

    /** The answers to questions that the form asks; others are of an earlier version of it. */
    public static Map<String, Object> known(FormSchema form, Map<String, Object> answers) {
        return known(form.components(), answers);
    }

    private static Map<String, Object> known(List<FormComponent> components, Map<String, Object> answers) {
        var known = new LinkedHashMap<String, Object>();
        FormValidator.leaves(components).forEach(leaf -> {
            if (Nested.has(answers, leaf.key())) {
                var value = Nested.get(answers, leaf.key());
                Nested.put(
                        known,
                        leaf.key(),
                        leaf.type() == ComponentType.DYNAMICLIST && value instanceof List<?> list
                                ? list.stream()
                                        .map(row -> known(leaf.children(), map(row)))
                                        .toList()
                                : value);
            }
        });
        return known;
    }

    /** The same with stored answers, whose keys have dots, as they are sent: maps in maps. */
    public static Map<String, Object> asSent(Map<String, Object> stored) {
        var sent = new LinkedHashMap<String, Object>();
        stored.forEach((key, value) -> Nested.put(
                sent,
                key,
                value instanceof List<?> list
                        ? list.stream()
                                .map(item -> item instanceof Map<?, ?> ? asSent(map(item)) : item)
                                .toList()
                        : value));
        return sent;
    }

    private void scope(List<FormComponent> components, String prefix, Map<String, Object> answers) {
        for (var component : components) {
            if (component.type() == ComponentType.GROUP) {
                scope(component.children(), prefix, answers);
            } else if (component.key() == null || component.type() == ComponentType.EXPRESSION) {
                continue;
            } else if (component.type() == ComponentType.DYNAMICLIST) {
                rows(component, prefix + component.key(), answers);
            } else if (!component.isLockedAlways() && !FormUpload.isUpload(component)) {
                question(component, prefix + component.key(), answers);
            }
        }
    }

    private void question(FormComponent component, String name, Map<String, Object> answers) {
        var values = parameters.get(name);
        if (values != null || asked.contains(name)) {
            var given = value(component, values == null ? List.of() : values);
            var before = Nested.get(answers, component.key());
            Nested.put(answers, component.key(), isNothing(given) && isUnseen(component, before) ? before : given);
        }
    }

    /** Whether the answer is empty: an unticked box, an empty text or no choice. */
    private static boolean isNothing(Object given) {
        return given == null
                || given.equals("")
                || given.equals(false)
                || given instanceof List<?> list
                        && list.stream()
                                .allMatch(row -> row instanceof Map<?, ?> map
                                        && map.values().stream().allMatch(PostedAnswers::isNothing));
    }

    /**
     * Whether the control does not show the answer, because the question was of another kind, or had other alternatives,
     * when it was given. A person cannot mean to remove what they have not seen.
     */
    private static boolean isUnseen(FormComponent component, Object before) {
        if (isNothing(before)) {
            return false;
        }
        var several = before instanceof List<?> || before instanceof Map<?, ?>;
        return switch (component.type()) {
            case CHECKBOX -> !(before instanceof Boolean);
            case RADIO, SELECT, CHECKLIST, TAGLIST ->
                several != component.type().several() || isNoAlternative(component, before);
            case DYNAMICLIST ->
                !(before instanceof List<?> list && list.stream().allMatch(Map.class::isInstance));
            default -> several;
        };
    }

    private static boolean isNoAlternative(FormComponent component, Object before) {
        var values = before instanceof List<?> list ? list : List.of(before);
        return !component.options().isEmpty()
                && values.stream().map(String::valueOf).noneMatch(component.options()::containsKey);
    }

    private void rows(FormComponent list, String name, Map<String, Object> answers) {
        var stored = Nested.get(answers, list.key());
        var before = stored instanceof List<?> rows && !isUnseen(list, stored) ? rows : List.of();
        var sent = rows.getOrDefault(name, new TreeSet<>());
        var changed = parameters.getFirst(ADD);
        if (sent.isEmpty() && !asked.contains(name) && !name.equals(changed)) {
            return;
        }
        var read = new TreeMap<Integer, Map<String, Object>>();
        for (var index : sent) {
            var row = new LinkedHashMap<>(index < before.size() ? map(before.get(index)) : Map.of());
            scope(list.children(), name + "[" + index + "].", row);
            if (read.size() < MOST_ROWS) {
                read.put(index, row);
            }
        }
        if (!list.fixedRows()) {
            change(list, name, read);
        }
        var given = new ArrayList<Object>(read.values());
        Nested.put(answers, list.key(), isNothing(given) && isUnseen(list, stored) ? stored : given);
    }

    private void change(FormComponent list, String name, TreeMap<Integer, Map<String, Object>> read) {
        var taken = ROW.matcher(String.valueOf(parameters.getFirst(REMOVE)));
        if (taken.matches() && taken.group(1).equals(name)) {
            var index = Integer.valueOf(taken.group(2));
            var place = read.headMap(index).size();
            if (read.remove(index) != null) {
                focus = read.isEmpty() ? FormPages.addId(name) : first(list, name, Math.min(place, read.size() - 1));
            }
        } else if (name.equals(parameters.getFirst(ADD)) && read.size() < mostRows(list)) {
            read.put(read.isEmpty() ? 0 : read.lastKey() + 1, new LinkedHashMap<>());
            focus = first(list, name, read.size() - 1);
        }
    }

    /** The id of the first control of a row. */
    private static String first(FormComponent list, String name, int row) {
        return FormValidator.leaves(list.children())
                .findFirst()
                .map(leaf -> FormPages.id(name + "[" + row + "]." + leaf.key()))
                .orElse(FormPages.addId(name));
    }

    static int mostRows(FormComponent list) {
        var most = list.properties().get("maxRows");
        return most != null && most.matches("\\d{1,4}") ? Math.min(Integer.parseInt(most), MOST_ROWS) : MOST_ROWS;
    }

    private static Object value(FormComponent component, List<String> values) {
        var text = values.isEmpty() ? "" : values.get(0);
        return switch (component.type()) {
            case CHECKBOX -> values.stream().anyMatch("true"::equals);
            case CHECKLIST, TAGLIST ->
                values.stream().filter(value -> !value.isEmpty()).distinct().toList();
            case RADIO, SELECT -> text.isEmpty() ? null : text;
            case NUMBER -> number(component, text);
            case DATETIME -> datetime(component, values);
            case TEXTAREA -> text.replace("\r\n", "\n");
            default ->
                "phone".equals(component.rule("validationType")) ? WrittenAnswer.phone(text.strip()) : text.strip();
        };
    }

    private static Object number(FormComponent component, String text) {
        if (text.isBlank()) {
            return null;
        }
        var digits = component.attributes().get("decimalDigits") instanceof Integer most ? most : 3;
        var number = WrittenAnswer.number(text, digits);
        if (number == null) {
            return text;
        }
        return component.flag("serializeToString") ? number.toPlainString() : number;
    }

    private static Object datetime(FormComponent component, List<String> values) {
        var first = values.isEmpty() ? "" : values.get(0);
        var subtype = component.text("subtype") == null ? "date" : component.text("subtype");
        if (!subtype.equals("datetime")) {
            return first.isBlank() ? null : subtype.equals("time") ? time(first) : day(first);
        }
        var second = values.size() < 2 ? "" : values.get(1);
        if (first.isBlank() && second.isBlank()) {
            return null;
        }
        var day = WrittenAnswer.day(first);
        var time = WrittenAnswer.time(second);
        if (day == null || time == null) {
            return day(first) + "T" + time(second);
        }
        var zone = component.text("timeSerializingFormat");
        if (zone == null || zone.equals("no_timezone")) {
            return day + "T" + WrittenAnswer.text(time);
        }
        var instant = day.atTime(time).atZone(SwedishDate.ZONE);
        return zone.equals("utc_normalized")
                ? instant.toInstant().toString().substring(0, 16) + "Z"
                : day + "T" + WrittenAnswer.text(time) + instant.getOffset().getId();
    }

    private static String day(String text) {
        var day = WrittenAnswer.day(text);
        return day == null ? text : day.toString();
    }

    private static String time(String text) {
        var time = WrittenAnswer.time(text);
        return time == null ? text : WrittenAnswer.text(time);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object row) {
        return row instanceof Map<?, ?> ? (Map<String, Object>) row : Map.of();
    }
}
