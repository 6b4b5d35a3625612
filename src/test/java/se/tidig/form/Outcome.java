package se.tidig.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** What became of a form that was handed in: the fields that are wrong, and the answers, both by key. */
final class Outcome {

    private final Map<String, FormComponent> fields = new TreeMap<>();
    private final Map<String, Object> answers = new TreeMap<>();
    private final Map<String, String> wrong = new TreeMap<>();

    /**
     * A field of which the browser and the validator think differently.
     *
     * @param field null if the key is no field's
     * @param key with its row: {@code rows[0].amount}
     * @param browser what form-js says is wrong, or what it sends
     * @param ours what the validator says is wrong, or what it stores
     * @param isAnswer whether the two differ in the answer
     * @param isLocked whether nothing that the person can write unlocks the field
     */
    record Difference(
            FormComponent field, String key, Object browser, Object ours, boolean isAnswer, boolean isLocked) {}

    /** In the browser. */
    Outcome(FormSchema form, FormJs.Submitted submitted) {
        fields(form.components(), "");
        read(form.components(), submitted.data(), "");
        errors(form.components(), submitted.errors());
    }

    /** By the validator. */
    @SuppressWarnings("unchecked")
    Outcome(FormSchema form, FormValidator validator, Map<String, Object> posted, Map<String, Object> shown) {
        fields(form.components(), "");
        try {
            var stored = validator.validate(form, posted, (Map<String, Object>) Plain.of(shown));
            read(form.components(), stored.values(), "");
        } catch (Rejected e) {
            wrong.putAll(e.messages());
        }
    }

    TreeSet<String> wrong() {
        return new TreeSet<>(wrong.keySet());
    }

    private void fields(List<FormComponent> components, String prefix) {
        FormValidator.leaves(components).forEach(leaf -> {
            fields.put(prefix + leaf.key(), leaf);
            if (leaf.type() == ComponentType.DYNAMICLIST) {
                fields(leaf.children(), leaf.key() + "[].");
            }
        });
    }

    private void read(List<FormComponent> components, Map<String, Object> data, String prefix) {
        FormValidator.leaves(components).forEach(leaf -> {
            // The validator's keys have dots, those of form-js are maps in maps.
            var value = data.containsKey(leaf.key()) ? data.get(leaf.key()) : Nested.get(data, leaf.key());
            if (leaf.type() == ComponentType.DYNAMICLIST && value instanceof List<?> rows) {
                answers.put(prefix + leaf.key(), rows.size());
                for (int i = 0; i < rows.size(); i++) {
                    read(leaf.children(), row(rows.get(i)), prefix + leaf.key() + "[" + i + "].");
                }
            } else if (value != null && !"".equals(value) && !List.of().equals(value)) {
                answers.put(prefix + leaf.key(), plain(value));
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> row(Object row) {
        return row == null ? Map.of() : (Map<String, Object>) row;
    }

    private static Object plain(Object value) {
        if (value instanceof Number number) {
            var decimal = new BigDecimal(number.toString());
            return decimal.signum() == 0
                    ? BigDecimal.ZERO
                    : new BigDecimal(decimal.stripTrailingZeros().toPlainString());
        }
        return value;
    }

    /** The errors of a field stand under its id, in a list by row. */
    private void errors(List<FormComponent> components, Map<String, Object> errors) {
        fields.forEach((key, field) -> {
            if (errors.get(field.id()) instanceof List<?> found && !found.isEmpty()) {
                if (!key.contains("[]")) {
                    wrong.put(key, found.toString());
                    return;
                }
                for (int i = 0; i < found.size(); i++) {
                    if (found.get(i) instanceof List<?> ofRow && !ofRow.isEmpty()) {
                        wrong.put(key.replace("[]", "[" + i + "]"), ofRow.toString());
                    }
                }
            }
        });
    }

    /** Where the validator's outcome differs from this of the browser. */
    List<Difference> against(Outcome ours) {
        var differences = new ArrayList<Difference>();
        var keys = new TreeSet<>(wrong.keySet());
        keys.addAll(ours.wrong.keySet());
        for (var key : keys) {
            if (wrong.containsKey(key) != ours.wrong.containsKey(key)) {
                differences.add(difference(key, wrong.get(key), ours.wrong.get(key), false));
            }
        }
        if (ours.wrong.isEmpty()) {
            keys.clear();
            keys.addAll(answers.keySet());
            keys.addAll(ours.answers.keySet());
            for (var key : keys) {
                if (!Objects.equals(answers.get(key), ours.answers.get(key))) {
                    differences.add(difference(key, answers.get(key), ours.answers.get(key), true));
                }
            }
        }
        return differences;
    }

    private Difference difference(String key, Object browser, Object ours, boolean isAnswer) {
        var field = fields.get(key.replaceAll("\\[\\d+]", "[]"));
        return new Difference(field, key, browser, ours, isAnswer, field != null && isLocked(field));
    }

    private boolean isLocked(FormComponent field) {
        var readonly = field.text("readonly");
        return field.isLockedAlways()
                || Feel.isExpression(readonly)
                        && ScreenFeel.paths(readonly).stream()
                                .map(path -> path.replace("this.", "").replace("parent.", ""))
                                .noneMatch(path -> fields.entrySet().stream()
                                        .anyMatch(other -> other.getKey()
                                                        .replaceFirst(".*\\[]\\.", "")
                                                        .equals(path)
                                                && !other.getValue().isLockedAlways()));
    }
}
