package se.tidig.application.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.tidig.application.draft.DraftFormReader;
import se.tidig.application.draft.OpenDraft;
import se.tidig.document.Upload;
import se.tidig.document.UploadState;
import se.tidig.document.Uploads;
import se.tidig.form.ComponentType;
import se.tidig.form.FormComponent;
import se.tidig.form.FormDocument;
import se.tidig.form.FormPage;
import se.tidig.form.FormPages;
import se.tidig.form.FormPart;
import se.tidig.form.FormSchema;
import se.tidig.form.FormUpload;

/** Lays out a draft's parts and their questions as its pages show them. */
@Component
class DraftDesk {

    private final DraftFormReader form;
    private final FormPages pages;
    private final Uploads uploads;
    private final DraftWords words;

    DraftDesk(DraftFormReader form, FormPages pages, Uploads uploads, DraftWords words) {
        this.form = form;
        this.pages = pages;
        this.uploads = uploads;
        this.words = words;
    }

    FormSchema form() {
        return form.current();
    }

    FormSchema form(Locale language) {
        return form.current(language);
    }

    /** The parts that ask something after the answers so far. */
    List<FormPart> parts(OpenDraft draft, Locale language) {
        return pages.parts(form(language), answers(draft), form.shown(draft.draft()), language).stream()
                .filter(FormPart::visible)
                .toList();
    }

    /**
     * @param faulty whether what is wrong stands at the questions
     * @param refused why files were not taken, by the name of the document
     */
    FormPage page(OpenDraft draft, String part, boolean faulty, Map<String, String> refused, Locale language) {
        var schema = form(language);
        var answers = answers(draft);
        var shown = form.shown(draft.draft());
        var problems = new LinkedHashMap<>(refused);
        if (faulty) {
            pages.problems(schema, part, answers, shown, language).forEach(problems::putIfAbsent);
        }
        return pages.page(schema, part, answers, shown, problems, language, files(draft, language));
    }

    /** Every part as a page with what is wrong at its questions, by the parts' ids. */
    Map<String, FormPage> pages(OpenDraft draft, Locale language) {
        var schema = form(language);
        var answers = answers(draft);
        var shown = form.shown(draft.draft());
        var problems = pages.problems(schema, null, answers, shown, language);
        return pages.pages(schema, answers, shown, problems, language, files(draft, language));
    }

    /** Whether something on the page must be changed or given. */
    boolean hasProblems(OpenDraft draft, String part, Locale language) {
        return !pages.problems(form(language), part, answers(draft), form.shown(draft.draft()), language)
                .isEmpty();
    }

    /** With the documents that have come, and with nothing at the questions that a saved part leaves open. */
    Map<String, Object> answers(OpenDraft draft) {
        var schema = form();
        var answers = new LinkedHashMap<>(draft.answers());
        schema.parts().stream()
                .filter(part -> draft.savedParts().containsKey(part.id()))
                .forEach(part -> keys(part.children()).forEach(key -> answers.putIfAbsent(key, null)));
        return FormUpload.answered(schema, answers, received(draft));
    }

    private static List<String> keys(List<FormComponent> components) {
        return components.stream()
                .flatMap(component -> component.type() == ComponentType.GROUP
                        ? keys(component.children()).stream()
                        : Stream.of(component).map(FormComponent::key).filter(key -> key != null && !key.contains(".")))
                .toList();
    }

    private Set<String> received(OpenDraft draft) {
        return uploads.inFolder(draft.draft().id().toString()).stream()
                .filter(upload -> upload.state() != UploadState.INFECTED)
                .map(Upload::question)
                .collect(Collectors.toSet());
    }

    private Map<String, List<FormDocument.File>> files(OpenDraft draft, Locale language) {
        var sent = uploads.inFolder(draft.draft().id().toString());
        var names = words.names(sent.stream().map(Upload::uploadedBy).distinct().toList(), "", language);
        Function<Upload, FormDocument.File> file = upload -> new FormDocument.File(
                upload.id().toString(),
                upload.name(),
                upload.size(),
                state(upload.state()),
                upload.state() == UploadState.INFECTED ? words.get("draft.file.infected", language) : null,
                names.get(upload.uploadedBy()),
                upload.state().isOpen() ? "/utkast/" + draft.draft().id() + "/filer/" + upload.id() : null);
        return sent.stream()
                .collect(Collectors.groupingBy(Upload::question, Collectors.mapping(file, Collectors.toList())));
    }

    private static FormDocument.State state(UploadState state) {
        return switch (state) {
            case CLEAN, UNSCANNED -> FormDocument.State.RECEIVED;
            case WAITING -> FormDocument.State.SCANNING;
            case INFECTED -> FormDocument.State.REFUSED;
        };
    }
}
