package se.tidig.bundle;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.tidig.form.CaseTask;

/** The wording of answers as the case's own forms show them, so that no wording is repeated outside its form. */
@Component
public class AnswerWording {

    private static final String UNKNOWN = "Ej angivet";

    private final DisplayRuleSource tables;

    AnswerWording(DisplayRuleSource tables) {
        this.tables = tables;
    }

    /**
     * The label of the alternative that answers the question.
     *
     * @param key the question's key; {@code budgetLines.category} in a list's rows
     * @return the value itself if the form has no such alternative; null for null
     */
    public String of(CaseTask task, String form, String key, Object value) {
        if (value == null) {
            return null;
        }
        var bundle = task.processInstance() == null ? tables.current() : tables.ofCase(task.processInstance());
        return bundle.form(form).flatMap(found -> found.word(key, value)).orElse(value.toString());
    }

    /** Several labels, separated by commas. */
    public String list(CaseTask task, String form, String key, Collection<String> values) {
        return values.isEmpty()
                ? UNKNOWN
                : values.stream().map(value -> of(task, form, key, value)).collect(Collectors.joining(", "));
    }

    /** The text, or the words for a missing answer. */
    public static String orUnknown(String text) {
        return Optional.ofNullable(text).orElse(UNKNOWN);
    }
}
