package se.tidig.form;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The one validator of forms: it accepts what Tasklist (form-js 1.8.7) submits, and nothing else, for the staff's forms
 * and for the applicants'. What it does otherwise on purpose stands in docs/form-differences.md.
 */
@Component
public class FormValidator {

    private static final int LARGEST = 1_000_000;

    /** No form nests its answers deeper: a list has rows, and a row has groups. */
    private static final int DEEPEST = 100;

    private final Clock clock;

    public FormValidator(Clock clock) {
        this.clock = clock;
    }

    /**
     * The accepted answers.
     *
     * @param posted what the person sent: text, numbers, booleans, lists and maps by key
     * @param shown what the form shows: the outside data that it reads, and the stored values of its own fields
     * @throws Rejected with every message at once, by key ({@code budgetLines[1].amount} in rows), in Swedish
     */
    public Answers validate(FormSchema form, Map<String, Object> posted, Map<String, Object> shown) {
        return validate(form, posted, shown, FormMessages.SWEDISH);
    }

    /** The same with messages in another language than Swedish, if they exist in it. */
    public Answers validate(FormSchema form, Map<String, Object> posted, Map<String, Object> shown, Locale language) {
        var messages = new FormMessages(language);
        if (size(posted, 0) > LARGEST) {
            throw new Rejected("", messages.get("tooLarge"));
        }
        var wrong = new LinkedHashMap<String, String>();
        var filled = new FilledForm(form, posted, shown, messages);
        filled.unknownKeys().forEach(key -> wrong.put(key, messages.get("unknown", key)));
        filled.settle();
        filled.check(new AnswerRules(messages, clock)).forEach(wrong::putIfAbsent);
        if (!wrong.isEmpty()) {
            throw new Rejected(wrong);
        }
        return new Answers(filled.answers());
    }

    /**
     * Reads what may be incomplete or wrong: nothing is refused.
     *
     * @param posted as {@link #validate} takes it; answers to questions that the form does not ask are left out
     */
    public Judged judge(FormSchema form, Map<String, Object> posted, Map<String, Object> shown, Locale language) {
        var messages = new FormMessages(language);
        var filled = new FilledForm(form, posted, shown, messages);
        filled.settle();
        return new Judged(filled.answers(), filled.check(new AnswerRules(messages, clock)));
    }

    /** What is wrong with a settled form, by key as the messages of {@link Rejected}. */
    Map<String, String> wrong(FilledForm settled, Locale language) {
        return settled.check(new AnswerRules(new FormMessages(language), clock));
    }

    /**
     * What came of answers that may be incomplete or wrong.
     *
     * @param answers those that can be read, also if they break a rule of the form
     * @param messages by key as those of {@link Rejected}
     */
    public record Judged(Map<String, Object> answers, Map<String, String> messages) {}

    /** About as many bytes as the value has as JSON; it is not written as JSON to be measured. */
    private static long size(Object value, int depth) {
        if (depth > DEEPEST) {
            return LARGEST + 1L;
        }
        if (value instanceof Map<?, ?> map) {
            return 2
                    + map.entrySet().stream()
                            .mapToLong(entry ->
                                    2 + size(String.valueOf(entry.getKey()), depth) + size(entry.getValue(), depth + 1))
                            .sum();
        }
        if (value instanceof Collection<?> list) {
            return 2
                    + list.stream().mapToLong(item -> 1 + size(item, depth + 1)).sum();
        }
        return value instanceof String text
                ? 2
                        + text.chars()
                                .mapToLong(sign -> sign < 0x80 ? 1 : sign < 0x800 ? 2 : 3)
                                .sum()
                : String.valueOf(value).length();
    }

    /** The components that hold answers in one scope: the form's, or one row's. */
    static Stream<FormComponent> leaves(List<FormComponent> scope) {
        return scope.stream()
                .flatMap(component -> component.type() == ComponentType.GROUP
                        ? leaves(component.children())
                        : Stream.of(component).filter(leaf -> leaf.key() != null));
    }
}
