package se.tidig.application.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import se.tidig.bundle.Bundle;

/**
 * What the table of conditions says in words, read from its file without evaluating it.
 *
 * @param rules its findings in order
 * @param answers the words for each answer that it needs, by question
 * @param documents the words for each document that it needs, by the form's alternative
 * @param cells the questions in rows that it needs answered
 */
record ConditionTexts(
        List<Rule> rules, Map<String, String> answers, Map<String, String> documents, List<String> cells) {

    private static final Pattern RULE = Pattern.compile(
            "code: \"(\\w+)\", effect(.*?)(?:\\R\\s*questions: \\[([^\\]]*)\\])?}</text>", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("name: \"([^\"]+)\"");
    private static final Pattern ANSWER = Pattern.compile("label: \"([^\"]+)\", question: \"(\\w+)\"");
    private static final Pattern DOCUMENT = Pattern.compile("label: \"([^\"]+)\", code: \"(\\w+)\"");
    private static final Pattern CELL = Pattern.compile("item\\.(\\w+) = null");

    /**
     * A rule that gives a finding.
     *
     * @param questions that it names itself; empty if it names none, or works them out
     */
    record Rule(String code, String name, List<String> questions) {}

    static ConditionTexts packaged() {
        var text = Bundle.packaged().text("dmn/eligibility.dmn");
        var rules = new ArrayList<Rule>();
        var rule = RULE.matcher(text);
        while (rule.find()) {
            var name = NAME.matcher(rule.group(2));
            var questions = rule.group(3) == null ? "" : rule.group(3).replaceAll("[\"\\s]", "");
            rules.add(new Rule(
                    rule.group(1),
                    name.find() ? name.group(1) : rule.group(1),
                    questions.isEmpty() ? List.of() : List.of(questions.split(","))));
        }
        var cells = new ArrayList<String>();
        var cell = CELL.matcher(text);
        while (cell.find()) {
            cells.add(cell.group(1));
        }
        return new ConditionTexts(List.copyOf(rules), found(ANSWER, text), found(DOCUMENT, text), List.copyOf(cells));
    }

    private static Map<String, String> found(Pattern pattern, String text) {
        var found = new LinkedHashMap<String, String>();
        var each = pattern.matcher(text);
        while (each.find()) {
            found.put(each.group(2), each.group(1));
        }
        return found;
    }
}
