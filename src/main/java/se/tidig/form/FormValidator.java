package se.tidig.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The one validator of forms: what Tasklist (form-js 1.8.7) would have let through, and nothing else, is accepted, for
 * the staff's forms and for the applicants'.
 */
@Component
public class FormValidator {

    private static final int LARGEST = 1_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

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

    /** The same with messages in another language than Swedish, where there is one. */
    public Answers validate(FormSchema form, Map<String, Object> posted, Map<String, Object> shown, Locale language) {
        var messages = new FormMessages(language);
        if (size(posted) > LARGEST) {
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

    private static int size(Map<String, Object> posted) {
        try {
            return JSON.writeValueAsString(posted).getBytes(StandardCharsets.UTF_8).length;
        } catch (JsonProcessingException e) {
            return Integer.MAX_VALUE;
        }
    }

    /** The components that hold answers in one scope: the form's, or one row's. */
    static Stream<FormComponent> leaves(List<FormComponent> scope) {
        return scope.stream()
                .flatMap(component -> component.type() == ComponentType.GROUP
                        ? leaves(component.children())
                        : Stream.of(component).filter(leaf -> leaf.key() != null));
    }
}
