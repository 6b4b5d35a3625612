package se.tidig.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers in the words of the form that asked for them. */
public final class AnswerWords {

    private AnswerWords() {}

    /**
     * The question as the form puts it; the key if the form no longer has it.
     *
     * @param question the component that took the answer; empty if there is none now
     */
    public static String question(Optional<FormComponent> question, String key) {
        return question.map(FormComponent::label)
                .filter(text -> !text.startsWith("="))
                .or(() -> question.map(component -> component.text("label")))
                .orElse(key);
    }

    /** The answer with its alternatives in words, several with semicolons, the cells of a row with commas. */
    public static String answer(Optional<FormComponent> question, Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "Ja" : "Nej";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString().replace('.', ',');
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> answer(question, item)).collect(Collectors.joining("; "));
        }
        if (value instanceof Map<?, ?> row) {
            return row.entrySet().stream()
                    .map(cell -> answer(column(question, String.valueOf(cell.getKey())), cell.getValue()))
                    .collect(Collectors.joining(", "));
        }
        var written = String.valueOf(value);
        return question.map(component -> component.options().getOrDefault(written, written))
                .orElse(written);
    }

    /**
     * The words of several answers by question, each cut at its length.
     *
     * @param characters the most that is shown of one answer
     */
    public static Map<String, Object> shortened(FormSchema form, Map<String, Object> answers, int characters) {
        var words = new LinkedHashMap<String, Object>();
        answers.forEach((key, answer) -> words.put(key, cut(answer(form.component(key), answer), characters)));
        return words;
    }

    private static String cut(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters)) + " …";
    }

    private static Optional<FormComponent> column(Optional<FormComponent> list, String key) {
        return list.stream()
                .flatMap(component -> component.children().stream())
                .filter(child -> key.equals(child.key()))
                .findFirst();
    }
}
