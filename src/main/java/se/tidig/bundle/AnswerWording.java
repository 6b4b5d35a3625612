package se.tidig.bundle;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.tidig.form.CaseTask;

/** The words in which a case's own forms put their alternatives, so that each word stands in its form alone. */
@Component
public class AnswerWording {

    private static final String UNKNOWN = "Ej angivet";

    private final DisplayRuleSource tables;

    AnswerWording(DisplayRuleSource tables) {
        this.tables = tables;
    }

    /**
     * The alternative of the question at the key ({@code budgetLines.category} in a list's rows) as the form puts it; the
     * value itself where the form does not offer it; null for null.
     */
    public String of(CaseTask task, String form, String key, Object value) {
        if (value == null) {
            return null;
        }
        var bundle = task.processInstance() == null ? tables.current() : tables.ofCase(task.processInstance());
        return bundle.form(form).flatMap(found -> found.word(key, value)).orElse(value.toString());
    }

    /** Several alternatives with commas. */
    public String list(CaseTask task, String form, String key, Collection<String> values) {
        return values.isEmpty()
                ? UNKNOWN
                : values.stream().map(value -> of(task, form, key, value)).collect(Collectors.joining(", "));
    }

    /** The text, or the words for an answer that was left open. */
    public static String orUnknown(String text) {
        return Optional.ofNullable(text).orElse(UNKNOWN);
    }
}
