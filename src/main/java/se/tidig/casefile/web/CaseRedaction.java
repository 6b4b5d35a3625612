package se.tidig.casefile.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.tidig.Reference;
import se.tidig.casefile.process.AnsweredFormReader.Answered;
import se.tidig.casefile.process.AnsweredFormReader.Row;

/**
 * Hides on a call's page what is written about cases from which the reader is recused; only their references remain (17
 * § förvaltningslagen).
 */
final class CaseRedaction {

    private static final String NOTICE = "Visas inte: du har anmält jäv i ett ärende som nämns här.";

    private final Pattern references;

    /** @param references of the cases; may be empty */
    CaseRedaction(Set<Reference> references) {
        this.references = references.isEmpty()
                ? null
                : Pattern.compile("(?<![\\w-])(?:%s)(?!\\w)"
                        .formatted(references.stream()
                                .map(Reference::value)
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|"))));
    }

    List<Answered> of(List<Answered> forms) {
        return references == null
                ? forms
                : forms.stream()
                        .map(form -> new Answered(
                                form.title(),
                                form.who(),
                                form.at(),
                                form.rows().stream()
                                        .map(row -> new Row(row.question(), text(row.answer())))
                                        .toList()))
                        .toList();
    }

    /** The sections of a page: texts, rows of named texts, or named texts. */
    Map<String, Object> of(Map<String, Object> sections) {
        if (references == null) {
            return sections;
        }
        var shown = new LinkedHashMap<String, Object>();
        sections.forEach((key, section) -> shown.put(key, section(section)));
        return shown;
    }

    private Object section(Object section) {
        if (section instanceof String text) {
            return text(text);
        }
        if (section instanceof List<?> rows) {
            return rows.stream().map(this::section).toList();
        }
        if (section instanceof Map<?, ?> fields) {
            var shown = new LinkedHashMap<Object, Object>();
            fields.forEach((name, value) -> shown.put(name, section(value)));
            return shown;
        }
        return section;
    }

    /** Keeps a cell that contains only the reference; any other text that names the case is replaced. */
    private String text(String text) {
        var found = references.matcher(text);
        return found.matches() || !found.find(0) ? text : NOTICE;
    }
}
