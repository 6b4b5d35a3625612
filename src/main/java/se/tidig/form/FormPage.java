package se.tidig.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One page of a form as it is shown: a part of it, or all of it.
 *
 * @param part the id of the group; null for the whole form
 * @param title the group's label; null for the whole form
 * @param elements what stands on it, in order
 * @param faults what is wrong with the answers, in the order of the questions
 * @param focus the id of the element that has the focus when the page opens; null for none
 */
public record FormPage(
        String part, String title, List<FormElement> elements, List<Fault> faults, String focus, Locale language) {

    /**
     * A message about an answer.
     *
     * @param id of the question's first control
     */
    public record Fault(String id, String text) {}

    /** The same page, opened at the element. */
    public FormPage at(String id) {
        return new FormPage(part, title, elements, faults, id, language);
    }

    /** The names of the questions that it asks, those of the rows too. */
    public Set<String> asked() {
        var names = new LinkedHashSet<String>();
        questions(elements).forEach(question -> names.add(question.name()));
        return names;
    }

    /** Every question in it, in order: those in groups, rows and follow-ups too. */
    public List<FormQuestion> questions() {
        return questions(elements);
    }

    static List<FormQuestion> questions(List<FormElement> elements) {
        var found = new ArrayList<FormQuestion>();
        for (var element : elements) {
            if (element instanceof FormQuestion question) {
                found.add(question);
                question.choices().forEach(choice -> found.addAll(questions(choice.follows())));
            } else if (element instanceof FormGroup group) {
                found.addAll(questions(group.elements()));
            } else if (element instanceof FormRows list) {
                list.rows().forEach(row -> found.addAll(questions(row.elements())));
            }
        }
        return found;
    }
}
