package se.tidig.application.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import se.tidig.form.FormDocument;
import se.tidig.form.FormElement;
import se.tidig.form.FormGroup;
import se.tidig.form.FormPage;
import se.tidig.form.FormQuestion;
import se.tidig.form.FormRows;

/** The questions of a page and their answers as they are read, not written. */
@Component
class ReviewWords {

    private final DraftWords words;

    ReviewWords(DraftWords words) {
        this.words = words;
    }

    /**
     * A question and its answer.
     *
     * @param answer null if it is not answered
     * @param wrong what is wrong with the answer; null if nothing is
     * @param anchor the id of its first control
     * @param isSaid whether a person has said anything; an unticked box says nothing
     */
    public record Row(String label, String answer, String wrong, String anchor, boolean isSaid) {}

    List<Row> rows(FormPage page, Locale language) {
        var rows = new ArrayList<Row>();
        add(page.elements(), "", rows, language);
        return rows;
    }

    private void add(List<FormElement> elements, String before, List<Row> rows, Locale language) {
        for (var element : elements) {
            if (element instanceof FormQuestion question) {
                add(question, before, rows, language);
            } else if (element instanceof FormGroup group) {
                add(group.elements(), before, rows, language);
            } else if (element instanceof FormRows list) {
                add(list, before, rows, language);
            }
        }
    }

    /** Rows in which nothing is answered are left out. */
    private void add(FormRows list, String before, List<Row> rows, Locale language) {
        var said = new ArrayList<Row>();
        for (var row : list.rows()) {
            var name = list.rowLabel() == null ? label(list) : list.rowLabel();
            var cells = new ArrayList<Row>();
            add(row.elements(), before + name + " " + row.number() + ": ", cells, language);
            if (cells.stream().anyMatch(Row::isSaid)) {
                said.addAll(cells);
            }
        }
        if (said.isEmpty() || list.error() != null) {
            rows.add(new Row(before + label(list), null, list.error(), list.addId(), false));
        }
        rows.addAll(said);
    }

    private static String label(FormRows list) {
        return list.label() == null ? list.name() : list.label();
    }

    private void add(FormQuestion question, String before, List<Row> rows, Locale language) {
        if (!question.documents().isEmpty()) {
            question.documents().forEach(document -> rows.add(document(document)));
            return;
        }
        var answer = answer(question, language);
        var isSaid = answer != null
                && !(question.kind().equals("checkbox") && question.chosen().isEmpty());
        rows.add(new Row(before + question.label(), answer, question.error(), question.id(), isSaid));
        question.choices().stream()
                .filter(FormQuestion.Choice::chosen)
                .forEach(choice -> add(choice.follows(), before, rows, language));
    }

    private static Row document(FormDocument document) {
        var names = document.files().stream()
                .filter(file -> file.state() != FormDocument.State.REFUSED)
                .map(FormDocument.File::name)
                .toList();
        return new Row(
                document.asked().label(),
                names.isEmpty() ? null : String.join(", ", names),
                document.error(),
                document.id(),
                !names.isEmpty());
    }

    private String answer(FormQuestion question, Locale language) {
        if (question.kind().equals("checkbox")) {
            return words.get(question.chosen().isEmpty() ? "form.no" : "form.yes", language);
        }
        if (!question.choices().isEmpty()) {
            return question.chosen().isEmpty() ? null : String.join(", ", question.chosen());
        }
        if (question.value() == null || question.value().isBlank()) {
            return null;
        }
        return question.value()
                + (question.time() == null ? "" : " " + question.time())
                + (question.input().suffix() == null
                        ? ""
                        : "\u00a0" + question.input().suffix());
    }
}
