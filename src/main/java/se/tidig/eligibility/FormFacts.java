package se.tidig.eligibility;

import static se.tidig.eligibility.Fact.Type.ANY;
import static se.tidig.eligibility.Fact.Type.BOOLEAN;
import static se.tidig.eligibility.Fact.Type.CHOICE;
import static se.tidig.eligibility.Fact.Type.CHOICES;
import static se.tidig.eligibility.Fact.Type.CONTEXT;
import static se.tidig.eligibility.Fact.Type.COUNT;
import static se.tidig.eligibility.Fact.Type.DATE;
import static se.tidig.eligibility.Fact.Type.LOCAL_DATE_TIME;
import static se.tidig.eligibility.Fact.Type.MONEY;
import static se.tidig.eligibility.Fact.Type.MONEY_ABOVE_ZERO;
import static se.tidig.eligibility.Fact.Type.NUMBER;
import static se.tidig.eligibility.Fact.Type.ROWS;
import static se.tidig.eligibility.Fact.Type.TEXT;
import static se.tidig.eligibility.Fact.Type.TEXTS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.tidig.form.ComponentType;
import se.tidig.form.FormComponent;
import se.tidig.form.FormSchema;

/**
 * The facts that a form's answers are. Names, types and alternatives are those of its questions, so the tables know
 * at once what a process owner changes in the form.
 */
final class FormFacts {

    /** The value of an open answer whose type does not tell it. */
    private static final Map<String, Object> WHEN_ABSENT = Map.of(
            "activityDescription", "",
            "purposeDescription", "",
            "publicFunding", BigDecimal.ZERO,
            "pendingPublicFunding", BigDecimal.ZERO,
            "budgetLines.category", "other",
            "budgetLines.amount", BigDecimal.ZERO,
            "budgetLines.publicFunding", BigDecimal.ZERO);

    private FormFacts() {}

    static List<Fact> of(FormSchema form) {
        return facts(questions(form.components()), "");
    }

    /** A choice between yes and no is text in a form and a truth value in a table. */
    static Map<String, Object> answered(List<Fact> facts, Map<?, ?> answers) {
        var typed = new LinkedHashMap<String, Object>();
        answers.forEach((key, value) -> typed.put(String.valueOf(key), value));
        for (var fact : facts) {
            typed.computeIfPresent(fact.name(), (name, value) -> answered(fact, value));
        }
        return typed;
    }

    private static Object answered(Fact fact, Object value) {
        if (fact.type() == BOOLEAN && ("true".equals(value) || "false".equals(value))) {
            return "true".equals(value);
        }
        if (fact.members().isEmpty()) {
            return value;
        }
        return value instanceof List<?> rows
                ? rows.stream().map(row -> answered(fact, row)).toList()
                : value instanceof Map<?, ?> row ? answered(fact.members(), row) : value;
    }

    /** The questions that hold an answer, by key; a group has no answer of its own. */
    private static Map<String, FormComponent> questions(List<FormComponent> components) {
        var questions = new LinkedHashMap<String, FormComponent>();
        for (var component : components) {
            if (component.type() == ComponentType.GROUP) {
                questions.putAll(questions(component.children()));
            } else if (component.key() != null) {
                questions.put(component.key(), component);
            }
        }
        return questions;
    }

    /** @param parent the key of the list that has these rows, with a dot; empty if they are not in rows */
    private static List<Fact> facts(Map<String, FormComponent> questions, String parent) {
        var facts = new ArrayList<Fact>();
        var inside = new LinkedHashMap<String, Map<String, FormComponent>>();
        questions.forEach((key, question) -> {
            var parts = key.split("\\.", 2);
            if (parts.length == 1) {
                facts.add(fact(question, key, parent + key));
            } else {
                inside.computeIfAbsent(parts[0], name -> new LinkedHashMap<>()).put(parts[1], question);
            }
        });
        inside.forEach((name, within) -> facts.add(Fact.form(name, CONTEXT).with(facts(within, parent + name + "."))));
        return facts;
    }

    private static Fact fact(FormComponent question, String name, String path) {
        var fact = Fact.form(name, type(question))
                .of(List.copyOf(question.options().keySet()));
        fact = switch (fact.type()) {
            case BOOLEAN -> fact.of(List.of()).orElse(question.type() == ComponentType.CHECKBOX ? false : null);
            case CHOICES, TEXTS -> fact.orElse(List.of());
            case ROWS ->
                fact.with(facts(questions(question.children()), path + ".")).orElse(List.of());
            default -> fact;
        };
        return fact.notBefore(question.properties().get("notBefore"))
                .orElse(WHEN_ABSENT.getOrDefault(path, fact.whenAbsent()));
    }

    private static Fact.Type type(FormComponent question) {
        return switch (question.type()) {
            case TEXTFIELD, TEXTAREA -> TEXT;
            case NUMBER -> number(question);
            case CHECKBOX -> BOOLEAN;
            case RADIO, SELECT ->
                question.yesOrNo() ? BOOLEAN : question.options().isEmpty() ? TEXT : CHOICE;
            case CHECKLIST, TAGLIST -> question.options().isEmpty() ? TEXTS : CHOICES;
            case DATETIME -> datetime(question.text("subtype"));
            case DYNAMICLIST -> ROWS;
            default -> ANY;
        };
    }

    private static Fact.Type number(FormComponent question) {
        var least = question.rule("min") instanceof Number min ? new BigDecimal(min.toString()) : null;
        if ("money".equals(question.properties().get("check"))) {
            return least != null && least.signum() > 0 ? MONEY_ABOVE_ZERO : MONEY;
        }
        return least != null && least.signum() >= 0 ? COUNT : NUMBER;
    }

    private static Fact.Type datetime(String subtype) {
        return subtype == null || subtype.equals("date") ? DATE : subtype.equals("time") ? TEXT : LOCAL_DATE_TIME;
    }
}
