package se.tidig.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws the fields of a filled form as the elements of a page. */
final class PageDrawing {

    private final FilledForm filled;
    private final Map<String, String> problems;
    private final Map<String, List<FormDocument.File>> files;
    private final ShownAnswer shown;
    private final List<FormPage.Fault> faults = new ArrayList<>();

    PageDrawing(
            FilledForm filled,
            Map<String, String> problems,
            Map<String, List<FormDocument.File>> files,
            Locale language) {
        this.filled = filled;
        this.problems = problems;
        this.files = files;
        shown = new ShownAnswer(language);
    }

    List<FormPage.Fault> faults() {
        return faults;
    }

    /** What stands directly in the group or list; in one row of a list what is in its scope. */
    List<FormElement> elements(FormScope scope, FormField container) {
        var siblings = filled.in(scope, container);
        var follows = new FollowUps(filled, siblings);
        var elements = new ArrayList<FormElement>();
        for (var field : siblings) {
            if (!field.hides && !follows.isFollowUp(field)) {
                draw(field, siblings, follows, elements);
            }
        }
        return List.copyOf(elements);
    }

    private FormGroup group(FormField field) {
        var component = field.component;
        var label = text(field, component.label());
        var elements = elements(field.scope, field);
        return new FormGroup(
                FormPages.id(component.id()),
                label,
                label != null && "true".equals(component.properties().get("folded")) && isUntouched(elements),
                elements);
    }

    /** Whether nothing is written or wrong in it, and no row is begun. */
    private static boolean isUntouched(List<FormElement> elements) {
        return FormPage.questions(elements).stream().noneMatch(PageDrawing::isTouched)
                && elements.stream()
                        .noneMatch(element -> element instanceof FormRows list
                                && (!list.rows().isEmpty() || list.error() != null));
    }

    private static boolean isTouched(FormQuestion question) {
        return question.error() != null
                || question.value() != null && !question.value().isBlank()
                || !question.chosen().isEmpty()
                || question.documents().stream()
                        .anyMatch(document -> !document.files().isEmpty());
    }

    private void draw(FormField field, List<FormField> siblings, FollowUps follows, List<FormElement> into) {
        var component = field.component;
        var id = component.id();
        switch (component.type()) {
            case GROUP -> into.add(group(field));
            case DYNAMICLIST -> {
                if (component.key() != null) {
                    into.add(rows(field));
                }
            }
            case TEXT ->
                into.add(new FormNote(
                        "text", id, SafeHtml.ofMarkdown(written(field, component.text("text"))), null, null));
            case HTML ->
                into.add(new FormNote("text", id, SafeHtml.of(written(field, component.text("content"))), null, null));
            case IMAGE -> into.add(image(field));
            case SEPARATOR, SPACER -> into.add(new FormNote(component.type().id(), id, null, null, null));
            case TABLE ->
                into.add(new TableDrawing(filled.names(field.scope), shown)
                        .table(field, text(field, component.label())));
            case EXPRESSION, BUTTON -> {
                // Computes an answer, or submits: neither is seen in form-js.
            }
            default -> {
                if (component.key() != null) {
                    into.add(question(field, siblings, follows));
                }
            }
        }
    }

    private FormNote image(FormField field) {
        var source = written(field, field.component.text("source")).strip();
        var isOwn = source.startsWith("/") && !source.startsWith("//") || source.startsWith("data:image/");
        return new FormNote(
                "image",
                field.component.id(),
                null,
                isOwn ? source : null,
                written(field, field.component.text("alt")));
    }

    private FormRows rows(FormField list) {
        var component = list.component;
        var name = list.scope.prefix() + component.key();
        var rows = new ArrayList<FormRows.Row>();
        var error = fault(name, FormPages.id(name));
        for (int i = 0; i < list.rows.size(); i++) {
            var scope = list.rows.get(i);
            var elements = elements(scope, list);
            rows.add(new FormRows.Row(
                    FormPages.id(name + "[" + i + "]"),
                    name + "[" + i + "]",
                    i + 1,
                    says(elements),
                    !component.fixedRows(),
                    elements));
        }
        return new FormRows(
                FormPages.id(name),
                name,
                text(list, component.label()),
                hint(list),
                component.properties().get("rowLabel"),
                List.copyOf(rows),
                !component.fixedRows() && rows.size() < PostedAnswers.mostRows(component),
                FormPages.addId(name),
                error,
                sums(list));
    }

    private static String says(List<FormElement> elements) {
        return elements.stream()
                .filter(element -> element instanceof FormQuestion question
                        && question.kind().equals("line"))
                .map(element -> ((FormQuestion) element).value())
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    private List<FormRows.Sum> sums(FormField list) {
        var sums = new ArrayList<FormRows.Sum>();
        for (var column : FormRows.summed(list.component)) {
            FormValidator.leaves(list.component.children())
                    .filter(leaf -> column.equals(leaf.key()))
                    .findFirst()
                    .ifPresent(leaf -> {
                        var sum = list.rows.stream()
                                .map(row -> Nested.get(row.posted(), column))
                                .filter(Number.class::isInstance)
                                .map(value -> new BigDecimal(value.toString()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add);
                        sums.add(new FormRows.Sum(
                                list.component.key() + "." + column, text(list, leaf.label()), shown.amount(sum)));
                    });
        }
        return sums;
    }

    private FormQuestion question(FormField field, List<FormField> siblings, FollowUps follows) {
        var component = field.component;
        var name = field.scope.prefix() + component.key();
        var id = FormPages.id(name);
        var value = field.locked ? field.initial : Nested.get(field.scope.posted(), component.key());
        var readonly = field.locked || field.shut;
        var isUpload = FormUpload.isUpload(component) && field.scope.parent() == null && !readonly;
        var documents = isUpload ? documents(component) : List.<FormDocument>of();
        var fault = fault(name, documents.isEmpty() ? id : documents.get(0).id());
        var error = fault == null ? null : filled.atField(field, fault);
        return new FormQuestion(
                isUpload ? "uploads" : kind(component),
                id,
                name,
                text(field, component.label()),
                hint(field),
                component.type().choice() || component.type() == ComponentType.CHECKBOX
                        ? ""
                        : shown.of(component, value),
                "datetime".equals(component.text("subtype")) ? shown.time(component, value) : null,
                choices(field, id, value, readonly ? List.of() : siblings, follows),
                Boolean.TRUE.equals(component.rule("required")),
                component.isOptional(),
                readonly,
                error,
                input(field),
                documents);
    }

    private static String kind(FormComponent component) {
        return switch (component.type()) {
            case TEXTFIELD -> "line";
            case TEXTAREA -> "lines";
            case DATETIME -> component.text("subtype") == null ? "date" : component.text("subtype");
            default -> component.type().id();
        };
    }

    private List<FormQuestion.Choice> choices(
            FormField field, String id, Object value, List<FormField> siblings, FollowUps follows) {
        var component = field.component;
        var labels = new LinkedHashMap<String, String>();
        if (component.type() == ComponentType.CHECKBOX) {
            labels.put("true", text(field, component.label()));
        } else if (component.type().choice()) {
            labels.putAll(filled.options(field));
        }
        var choices = new ArrayList<FormQuestion.Choice>();
        labels.forEach((option, label) -> choices.add(new FormQuestion.Choice(
                choices.isEmpty() ? id : id + "-" + (choices.size() + 1),
                option,
                label,
                isChosen(option, value),
                follows(field, option, siblings, follows))));
        return choices;
    }

    private List<FormElement> follows(FormField asked, String option, List<FormField> siblings, FollowUps follows) {
        var elements = new ArrayList<FormElement>();
        for (var field : follows.of(asked, option, siblings)) {
            draw(field, siblings, follows, elements);
        }
        return elements;
    }

    private static boolean isChosen(String option, Object value) {
        return value instanceof List<?> chosen
                ? chosen.stream().anyMatch(one -> option.equals(OptionList.text(one)))
                : option.equals(OptionList.text(value));
    }

    private List<FormDocument> documents(FormComponent component) {
        return FormUpload.of(component).stream()
                .map(upload -> new FormDocument(
                        FormPages.id(upload.name()),
                        upload,
                        component.properties().get("hint." + upload.alternative()),
                        cameEarlier(component, upload),
                        files.getOrDefault(upload.name(), List.of()),
                        // What is wrong with the question as a whole has been told.
                        upload.name().equals(component.key())
                                ? problems.get(upload.name())
                                : fault(upload.name(), FormPages.id(upload.name()))))
                .toList();
    }

    /** A question for one document has no alternatives: what came earlier is then that document. */
    private static boolean cameEarlier(FormComponent component, FormUpload upload) {
        var earlier = component.properties().getOrDefault(FormUpload.EARLIER, "");
        return upload.alternative() == null
                ? !earlier.isEmpty()
                : List.of(earlier.split(",")).contains(upload.alternative());
    }

    private FormQuestion.Input input(FormField field) {
        var component = field.component;
        var properties = component.properties();
        var validation = String.valueOf(component.rule("validationType"));
        var mode = properties.get("inputmode");
        if (mode == null && component.type() == ComponentType.NUMBER) {
            mode = Integer.valueOf(0).equals(component.attributes().get("decimalDigits")) ? "numeric" : "decimal";
        }
        var type = "email".equals(validation)
                ? "email"
                : "phone".equals(validation) || "tel".equals(mode) ? "tel" : "text";
        var longest = component.rule("maxLength") instanceof Integer most ? most : null;
        return new FormQuestion.Input(
                type,
                "text".equals(type) ? mode : null,
                properties.get("autocomplete"),
                properties.containsKey("width") ? "w-" + properties.get("width") : width(component, type, longest),
                adorner(field, "prefixAdorner"),
                adorner(field, "suffixAdorner"),
                longest,
                sums(field.container, component));
    }

    private static String sums(FormField list, FormComponent component) {
        return list != null && list.isList() && FormRows.summed(list.component).contains(component.key())
                ? list.component.key() + "." + component.key()
                : null;
    }

    private static String width(FormComponent component, String type, Integer longest) {
        return switch (component.type()) {
            case NUMBER -> "w-short";
            case DATETIME -> "time".equals(component.text("subtype")) ? "w-short" : "w-date";
            case SELECT -> "w-mid";
            case TEXTAREA -> longest != null && longest >= 8_000 ? "tall" : null;
            case TEXTFIELD ->
                longest != null && longest <= 30 || "tel".equals(type)
                        ? "w-date"
                        : "email".equals(type) ? "w-mid" : null;
            default -> null;
        };
    }

    private String adorner(FormField field, String name) {
        return field.component.nested("appearance", name) instanceof String text && !text.isBlank()
                ? written(field, text)
                : null;
    }

    private String fault(String name, String id) {
        var problem = problems.get(name);
        if (problem != null) {
            faults.add(new FormPage.Fault(id, problem));
        }
        return problem;
    }

    private String hint(FormField field) {
        return text(field, field.component.text("description"));
    }

    /** The text as the person reads it; null if there is none. */
    String text(FormField field, String text) {
        var written = written(field, text);
        return written.isBlank() ? null : written;
    }

    private String written(FormField field, String text) {
        if (text == null) {
            return "";
        }
        return text.startsWith("=") || text.contains("{{")
                ? Template.of(text).render(filled.names(field.scope).all())
                : text;
    }
}
