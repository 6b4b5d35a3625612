package se.tidig.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The pages of a form as the portal shows them. What is hidden, locked or computed is decided by the same code as in
 * {@link FormValidator}. Answers are maps in maps, as {@link PostedAnswers} reads them.
 */
@Component
public class FormPages {

    private final FormValidator validator;

    public FormPages(FormValidator validator) {
        this.validator = validator;
    }

    /** The same without files. */
    public FormPage page(
            FormSchema form,
            String part,
            Map<String, Object> answers,
            Map<String, Object> shown,
            Map<String, String> problems,
            Locale language) {
        return page(form, part, answers, shown, problems, language, Map.of());
    }

    /**
     * A page with what has been answered.
     *
     * @param part the id of a group at the top; null for the whole form
     * @param shown the outside data that the form reads, and the stored values of its own fields
     * @param problems messages by the names of questions, from {@link #problems}; those of other parts are left out
     * @param files what has come of the documents that it asks for, by their names
     */
    public FormPage page(
            FormSchema form,
            String part,
            Map<String, Object> answers,
            Map<String, Object> shown,
            Map<String, String> problems,
            Locale language,
            Map<String, List<FormDocument.File>> files) {
        return page(filled(form, answers, shown, language), part, problems, language, files);
    }

    /** All parts as pages, by their ids in order: the form is filled in once. */
    public Map<String, FormPage> pages(
            FormSchema form,
            Map<String, Object> answers,
            Map<String, Object> shown,
            Map<String, String> problems,
            Locale language,
            Map<String, List<FormDocument.File>> files) {
        var filled = filled(form, answers, shown, language);
        var pages = new LinkedHashMap<String, FormPage>();
        form.parts().forEach(part -> pages.put(part.id(), page(filled, part.id(), problems, language, files)));
        return pages;
    }

    private static FormPage page(
            FilledForm filled,
            String part,
            Map<String, String> problems,
            Locale language,
            Map<String, List<FormDocument.File>> files) {
        var drawing = new PageDrawing(filled, problems, files, language);
        if (part == null) {
            return new FormPage(null, null, drawing.elements(filled.root(), null), drawing.faults(), null, language);
        }
        var group = group(filled, part);
        return new FormPage(
                part,
                group == null ? null : drawing.text(group, group.component.label()),
                group == null ? List.of() : drawing.elements(filled.root(), group),
                drawing.faults(),
                null,
                language);
    }

    private static FormField group(FilledForm filled, String part) {
        return filled.in(filled.root(), null).stream()
                .filter(field -> field.component.type() == ComponentType.GROUP
                        && field.component.id().equals(part))
                .findFirst()
                .orElse(null);
    }

    private static FilledForm filled(
            FormSchema form, Map<String, Object> answers, Map<String, Object> shown, Locale language) {
        var filled = new FilledForm(form, complete(form, answers, shown), shown, new FormMessages(language));
        filled.settle();
        return filled;
    }

    /**
     * What is wrong with the answers, by the names of the questions, in the order of the form.
     *
     * @param part the id of a group at the top; null for the whole form
     */
    public Map<String, String> problems(
            FormSchema form, String part, Map<String, Object> answers, Map<String, Object> shown, Locale language) {
        try {
            validator.validate(form, complete(form, PostedAnswers.known(form, answers), shown), shown, language);
            return Map.of();
        } catch (Rejected e) {
            var problems = new LinkedHashMap<>(e.messages());
            if (part != null) {
                var keys = FormValidator.leaves(form.part(part))
                        .map(FormComponent::key)
                        .toList();
                problems.keySet().removeIf(name -> !keys.contains(name.replaceFirst("\\[.*", "")));
            }
            return problems;
        }
    }

    /** The parts of the form with how far each has come. */
    public List<FormPart> parts(
            FormSchema form, Map<String, Object> answers, Map<String, Object> shown, Locale language) {
        var filled = filled(form, PostedAnswers.known(form, answers), shown, language);
        var drawing = new PageDrawing(filled, Map.of(), Map.of(), language);
        var problems = validator.wrong(filled, language);
        return form.parts().stream()
                .map(part -> {
                    var group = group(filled, part.id());
                    var fields = filled.asked(group);
                    var faults = fields.stream()
                            .filter(field -> problems.containsKey(field.name()))
                            .toList();
                    return new FormPart(
                            part.id(),
                            drawing.text(group, part.label()),
                            !fields.isEmpty(),
                            status(fields, faults, isSaved(part, answers)),
                            faults.size());
                })
                .toList();
    }

    private static FormPart.Status status(List<FormField> fields, List<FormField> faults, boolean isSaved) {
        if (!isSaved) {
            return FormPart.Status.NOT_BEGUN;
        }
        if (faults.stream().anyMatch(FormField::isAnswered)) {
            return FormPart.Status.NEEDS_ATTENTION;
        }
        var isDone = faults.isEmpty()
                && fields.stream().allMatch(field -> field.isAnswered() || field.component.isOptional());
        return isDone ? FormPart.Status.DONE : FormPart.Status.BEGUN;
    }

    /** An upload question always has an answer, so that it counts only if at least one file is there. */
    private static boolean isSaved(FormComponent part, Map<String, Object> answers) {
        return FormValidator.leaves(List.of(part)).anyMatch(leaf -> {
            var value = Nested.get(answers, leaf.key());
            return FormUpload.isUpload(leaf)
                    ? Boolean.TRUE.equals(value) || value instanceof List<?> there && !there.isEmpty()
                    : Nested.has(answers, leaf.key());
        });
    }

    /** The answers with what the form opens with for the questions that nothing is said of: defaults, and first rows. */
    public static Map<String, Object> complete(
            FormSchema form, Map<String, Object> answers, Map<String, Object> shown) {
        return complete(form.components(), answers, shown, shown);
    }

    private static Map<String, Object> complete(
            List<FormComponent> components,
            Map<String, Object> answers,
            Map<String, Object> stored,
            Map<String, Object> shown) {
        var all = new LinkedHashMap<>(answers);
        FormValidator.leaves(components).forEach(leaf -> {
            if (leaf.type() == ComponentType.DYNAMICLIST) {
                Nested.put(all, leaf.key(), rows(leaf, Nested.get(answers, leaf.key()), stored, shown));
            } else if (leaf.type() != ComponentType.EXPRESSION && !Nested.has(answers, leaf.key())) {
                Nested.put(all, leaf.key(), InitialValue.of(leaf, stored, shown));
            }
        });
        return all;
    }

    private static List<Map<String, Object>> rows(
            FormComponent list, Object answered, Map<String, Object> stored, Map<String, Object> shown) {
        var opened = InitialValue.storedRows(list, stored);
        var rows = answered instanceof List<?> given
                ? given
                : new ArrayList<Object>(opened.stream().map(row -> Map.of()).toList());
        return IntStream.range(0, rows.size())
                .mapToObj(i -> complete(
                        list.children(),
                        PostedAnswers.map(rows.get(i)),
                        i < opened.size() ? opened.get(i) : Map.of(),
                        shown))
                .toList();
    }

    /** The id on the page of the question's first control, of a row or of a group. */
    public static String id(String name) {
        return "q-" + name.replaceAll("[.\\[]", "-").replace("]", "");
    }

    /** The id on the page of the button that adds a row to the list. */
    static String addId(String name) {
        return id(name) + "-add";
    }
}
