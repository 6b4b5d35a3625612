package se.tidig.application.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.tidig.document.Upload;
import se.tidig.document.UploadState;
import se.tidig.document.Uploads;
import se.tidig.eligibility.FactError;
import se.tidig.eligibility.Facts;
import se.tidig.form.ComponentType;
import se.tidig.form.FormComponent;
import se.tidig.form.FormPages;
import se.tidig.form.FormSchema;
import se.tidig.form.FormUpload;
import se.tidig.form.FormValidator;
import se.tidig.form.PostedAnswers;

/**
 * The answers of a draft as they are handed in. An application may be incomplete, so nothing that is missing is in the
 * way. What the tables cannot read is handed in as unanswered, and told of beforehand: a number, day or choice that breaks
 * a rule of the form, and an address or account number that is none. Any other text is handed in as it is typed.
 */
@Component
public class HandedInAnswers {

    /** {@code budgetLines[1].amount} */
    private static final Pattern CELL = Pattern.compile("([\\w.]+)\\[(\\d+)]\\.(.+)");

    private final FormValidator validator;
    private final DraftFormReader form;
    private final Uploads uploads;

    HandedInAnswers(FormValidator validator, DraftFormReader form, Uploads uploads) {
        this.validator = validator;
        this.form = form;
        this.uploads = uploads;
    }

    /**
     * The answers of a draft as they would be handed in.
     *
     * @param answers that are handed in, by question
     * @param messages about answers that are missing or wrong, by key
     * @param leftOut the keys of those that are typed and handed in as unanswered
     */
    public record Read(Map<String, Object> answers, Map<String, String> messages, Set<String> leftOut) {}

    /** What the draft's answers come to now. */
    public Read of(OpenDraft draft, Locale language) {
        var schema = form.current(language);
        var typed = FormUpload.answered(
                schema,
                PostedAnswers.known(schema, draft.answers()),
                received(draft.draft().id().toString()));
        var shown = form.shown(draft.draft());
        var judged = validator.judge(schema, FormPages.complete(schema, typed, shown), shown, language);
        var answers = new LinkedHashMap<>(judged.answers());
        var leftOut = new LinkedHashSet<String>();
        judged.messages().keySet().forEach(key -> {
            if (!isTextAsTyped(schema, key) && take(answers, key) || isTyped(typed, key) && !isKept(answers, key)) {
                leftOut.add(key);
            }
        });
        for (var question : List.copyOf(answers.keySet())) {
            if (!isFact(schema, answers, question)) {
                answers.remove(question);
                leftOut.add(question);
            }
        }
        return new Read(answers, judged.messages(), leftOut);
    }

    /** The documents of which there is at least one file that the scanner has not refused. */
    private Set<String> received(String folder) {
        return uploads.inFolder(folder).stream()
                .filter(upload -> upload.state() != UploadState.INFECTED)
                .map(Upload::question)
                .collect(Collectors.toSet());
    }

    /** Whether the answer is plain text, which no later step reads as a number, a day or a choice. */
    private static boolean isTextAsTyped(FormSchema schema, String key) {
        var cell = CELL.matcher(key);
        var question = cell.matches()
                ? schema.component(cell.group(1)).stream()
                        .flatMap(list -> list.children().stream())
                        .filter(child -> cell.group(3).equals(child.key()))
                        .findFirst()
                : schema.component(key);
        return question.filter(HandedInAnswers::isPlainText).isPresent();
    }

    private static boolean isPlainText(FormComponent question) {
        return question.type() == ComponentType.TEXTAREA
                || question.type() == ComponentType.TEXTFIELD
                        && question.rule("validationType") == null
                        && question.rule("pattern") == null
                        && question.properties().get("check") == null;
    }

    /** Takes the answer away. @return whether there was one */
    @SuppressWarnings("unchecked")
    private static boolean take(Map<String, Object> answers, String key) {
        var cell = CELL.matcher(key);
        if (!cell.matches()) {
            return answers.remove(key) != null;
        }
        if (!(answers.get(cell.group(1)) instanceof List<?> rows)) {
            return false;
        }
        var index = Integer.parseInt(cell.group(2));
        if (index >= rows.size() || ((Map<String, Object>) rows.get(index)).get(cell.group(3)) == null) {
            return false;
        }
        var row = new LinkedHashMap<>((Map<String, Object>) rows.get(index));
        row.remove(cell.group(3));
        var changed = new ArrayList<Object>(rows);
        changed.set(index, row);
        answers.put(cell.group(1), changed);
        return true;
    }

    private static boolean isTyped(Map<String, Object> typed, String key) {
        return AnswerMerge.plain(value(FlatAnswers.of(typed), key)) != null;
    }

    private static boolean isKept(Map<String, Object> answers, String key) {
        return AnswerMerge.plain(value(answers, key)) != null;
    }

    private static Object value(Map<String, Object> answers, String key) {
        var cell = CELL.matcher(key);
        if (!cell.matches()) {
            return answers.get(key);
        }
        var index = Integer.parseInt(cell.group(2));
        return answers.get(cell.group(1)) instanceof List<?> rows
                        && index < rows.size()
                        && rows.get(index) instanceof Map<?, ?> row
                ? row.get(cell.group(3))
                : null;
    }

    /** Whether the table of conditions can read it. */
    private static boolean isFact(FormSchema schema, Map<String, Object> answers, String question) {
        try {
            Facts.typed("", schema, answers, question);
            return true;
        } catch (FactError e) {
            return false;
        }
    }
}
