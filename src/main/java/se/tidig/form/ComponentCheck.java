package se.tidig.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Checks the components of one form against each other, and finds the outside data it reads. */
final class ComponentCheck {

    private static final Set<Object> SUBTYPES = Set.of("date", "time", "datetime");
    private static final List<String> EXPRESSIONS =
            List.of("readonly", "valuesExpression", "dataSource", "columnsExpression", "expression", "disabled");
    private static final List<String> LIMITS = List.of("min", "max", "minLength", "maxLength");
    private static final List<String> TEXTS =
            List.of("label", "dateLabel", "timeLabel", "description", "text", "content", "source", "alt");
    private static final Set<ComponentType> SCALARS = Set.of(
            ComponentType.NUMBER,
            ComponentType.CHECKBOX,
            ComponentType.RADIO,
            ComponentType.SELECT,
            ComponentType.DATETIME);

    private final List<FormComponent> components;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> reads = new LinkedHashSet<>();
    private final List<FormExpression> expressions = new ArrayList<>();
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Set<String>> choices = new HashMap<>();

    ComponentCheck(List<FormComponent> components) {
        this.components = components;
        types(components);
        var ids = new LinkedHashSet<String>();
        FormSchema.each(components, component -> {
            if (!component.id().isEmpty() && !ids.add(component.id())) {
                problem(component, "Id " + component.id() + " används av två komponenter.", "Ge den ena ett eget id.");
            }
        });
        scope(components, false);
    }

    List<Problem> problems() {
        return problems;
    }

    Set<String> reads() {
        return reads;
    }

    List<FormExpression> expressions() {
        return expressions;
    }

    private void types(List<FormComponent> scope) {
        for (var component : scope) {
            if (component.key() != null) {
                var root = component.key().split("\\.")[0];
                types.put(root, root.equals(component.key()) ? type(component) : "");
                var values = OptionList.of(component.attributes().get("values")).keySet();
                if (component.type().choice() && !values.isEmpty()) {
                    choices.put(component.key(), values);
                }
            }
            if (component.type() == ComponentType.GROUP) {
                types(component.children());
            }
        }
    }

    private static String type(FormComponent component) {
        return switch (component.type()) {
            case NUMBER -> component.flag("serializeToString") ? "text" : "number";
            case CHECKBOX -> "boolean";
            case TEXTFIELD, TEXTAREA, DATETIME -> "text";
            case CHECKLIST, TAGLIST, DYNAMICLIST -> "list";
            default -> "";
        };
    }

    private void scope(List<FormComponent> scope, boolean inRows) {
        duplicates(scope, new LinkedHashSet<>());
        component(scope, inRows, scope);
    }

    private void duplicates(List<FormComponent> scope, Set<String> keys) {
        for (var component : scope) {
            if (component.key() != null && !keys.add(component.key())) {
                problem(
                        component,
                        "Nyckeln " + component.key() + " används två gånger.",
                        "Ge varje fält en egen nyckel.");
            }
            if (component.type() == ComponentType.GROUP) {
                duplicates(component.children(), keys);
            }
        }
    }

    private void component(List<FormComponent> list, boolean inRows, List<FormComponent> scope) {
        for (var component : list) {
            expressions(component);
            texts(component);
            columns(component);
            options(component);
            rules(component, scope);
            routing(component, inRows);
            portal(component, inRows);
            if (component.type() == ComponentType.DYNAMICLIST) {
                rows(component, inRows);
                scope(component.children(), true);
            } else {
                component(component.children(), inRows, scope);
            }
        }
    }

    private void expressions(FormComponent component) {
        for (var attribute : EXPRESSIONS) {
            var value = component.attributes().get(attribute);
            if (Feel.isExpression(value)) {
                expression(component, (String) value);
            } else if (attribute.equals("dataSource") && value instanceof String name && !name.isBlank()) {
                read(name);
            }
        }
        if (Feel.isExpression(component.attributes().get("disabled"))) {
            problem(
                    component,
                    "disabled är ett uttryck, som uppgiftslistan inte räknar ut.",
                    "Använd readonly i stället.");
        }
        for (var limit : LIMITS) {
            if (Feel.isExpression(component.rule(limit))) {
                expression(component, (String) component.rule(limit));
            } else if (component.rule(limit) instanceof String text && !text.matches("-?\\d+(\\.\\d+)?")) {
                problem(component, "Gränsen " + limit + " är inte ett tal.", "Skriv ett tal eller ett uttryck med =.");
            }
        }
        if (component.hide() != null && Feel.isExpression(component.hide())) {
            expression(component, component.hide());
        } else if (component.hide() != null || hidesByNoText(component)) {
            problem(component, "Villkoret för att dölja är inget uttryck.", "Börja villkoret med =.");
        }
    }

    private static boolean hidesByNoText(FormComponent component) {
        var conditional = component.attributes().get("conditional");
        var hide = component.nested("conditional", "hide");
        return conditional != null && !(conditional instanceof Map) || hide != null && !(hide instanceof String);
    }

    private void texts(FormComponent component) {
        var texts = new ArrayList<Object>();
        TEXTS.forEach(attribute -> texts.add(component.attributes().get(attribute)));
        texts.add(component.nested("appearance", "prefixAdorner"));
        texts.add(component.nested("appearance", "suffixAdorner"));
        for (var value : texts) {
            if (!(value instanceof String text)) {
                continue;
            }
            var template = Template.of(text);
            if (!template.isClosed()) {
                problem(
                        component,
                        "En mall har #if eller #loop som inte avslutas rätt.",
                        "Avsluta med {{/if}} eller {{/loop}}.");
            }
            for (var part : template.parts()) {
                if (part.loops().isEmpty()) {
                    expression(component, part.expression());
                } else {
                    rowExpression(component, part);
                }
            }
        }
    }

    private void rowExpression(FormComponent component, Template.Part part) {
        var names = new LinkedHashMap<String, String>();
        FeelSubset.names(part.expression()).forEach(name -> names.put(name, ""));
        FeelSubset.problems(part.expression(), names).forEach(problem -> feel(component, problem));
        var outside = Pattern.compile(
                "(?<![\\w.])(?:parent\\.){%d}(\\w+)".formatted(part.loops().size()));
        outside.matcher(part.expression()).results().forEach(found -> read(found.group(1)));
        expressions.add(new FormExpression(name(component), false, part.expression(), part.loops()));
    }

    /** A column reads one field of each row. */
    private void columns(FormComponent component) {
        if (component.type() == ComponentType.TABLE
                && component.attributes().get("dataSource") instanceof String source
                && component.attributes().get("columns") instanceof List<?> columns) {
            for (var column : columns) {
                if (column instanceof Map<?, ?> one && one.get("key") instanceof String key && !key.isBlank()) {
                    expressions.add(new FormExpression(name(component), true, key, List.of(Feel.body(source))));
                }
            }
        }
    }

    private void expression(FormComponent component, String expression) {
        var known = new HashMap<>(types);
        for (var name : FeelSubset.names(expression)) {
            read(name);
            known.putIfAbsent(name, "");
        }
        expressions.add(new FormExpression(name(component), false, expression, List.of()));
        FeelSubset.problems(expression, known).forEach(problem -> feel(component, problem));
        FeelSubset.impossible(expression, choices).forEach(problem -> feel(component, problem));
    }

    private void feel(FormComponent component, Problem problem) {
        problem(component, "Uttrycket \"" + problem.component() + "\": " + problem.cause(), problem.remedy());
    }

    private void read(String name) {
        if (!types.containsKey(name)) {
            reads.add(name);
        }
    }

    private void options(FormComponent component) {
        if (!component.type().choice()) {
            return;
        }
        var key = component.text("valuesKey");
        if (key != null && !key.isBlank()) {
            read(key);
        } else if (component.text("valuesExpression") == null
                && OptionList.of(component.attributes().get("values")).isEmpty()) {
            problem(component, "Fältet har inga alternativ.", "Ange values, valuesKey eller valuesExpression.");
        }
    }

    private void rules(FormComponent component, List<FormComponent> scope) {
        if (component.rule("pattern") instanceof String pattern) {
            pattern(component, pattern);
        }
        if (component.rule("required") != null && !(component.rule("required") instanceof Boolean)) {
            problem(
                    component,
                    "required är varken true eller false, så att svaret inte krävs.",
                    "Kryssa i Required i Camunda Modeler, eller ta bort det.");
        }
        if (component.type() == ComponentType.DATETIME
                && component.attributes().get("subtype") != null
                && !SUBTYPES.contains(component.attributes().get("subtype"))) {
            problem(
                    component,
                    "subtype " + component.attributes().get("subtype") + " finns inte.",
                    "Välj date, time eller datetime.");
        }
        var check = component.properties().get("check");
        if (check != null && CustomCheck.byName(check).isEmpty()) {
            problem(component, "Kontrollen " + check + " finns inte.", "Använd " + CustomCheck.names() + ".");
        }
        var notFuture = component.properties().get("notFuture");
        if (notFuture != null && !notFuture.equals("true")) {
            problem(
                    component,
                    "notFuture är " + notFuture + ", så att regeln inte gäller.",
                    "Skriv true eller ta bort egenskapen.");
        }
        var other = component.properties().get("notBefore");
        if (other != null
                && FormValidator.leaves(scope)
                        .noneMatch(leaf -> other.equals(leaf.key())
                                || component.beside(other).equals(leaf.key()))) {
            problem(
                    component,
                    "notBefore nämner fältet " + other + " som inte finns.",
                    "Ange nyckeln till ett datumfält.");
        }
    }

    private void pattern(FormComponent component, String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            problem(component, "Mönstret " + pattern + " går inte att tolka.", "Rätta det reguljära uttrycket.");
            return;
        }
        if (JsPattern.translate(pattern).isEmpty()) {
            problem(
                    component,
                    "Mönstret " + pattern + " betyder inte samma sak i uppgiftslistan och i Tidig.",
                    "Skriv det med tecken, [ ], ( ), |, *, +, ?, { }, ^, $, \\d, \\w och \\s.");
        }
    }

    private void rows(FormComponent list, boolean inRows) {
        if (inRows) {
            problem(list, "En lista i en lista kan inte visas i portalen.", "Lägg listan direkt i formuläret.");
        }
        if (!list.flag("disableCollapse")) {
            problem(list, "Rader som fälls ihop skickas inte in av form-js 1.8.7.", "Sätt disableCollapse till true.");
        }
        var locked = FormValidator.leaves(list.children())
                .anyMatch(leaf -> leaf.disabled()
                        || leaf.attributes().get("readonly") != null
                                && !leaf.text("readonly").equals("false"));
        if (locked && !list.fixedRows()) {
            problem(
                    list,
                    "Låsta fält i rader som kan läggas till eller tas bort blandas ihop.",
                    "Sätt allowAddRemove till false eller lås inte fälten.");
        }
    }

    private void routing(FormComponent component, boolean inRows) {
        if (component.routing()
                && (inRows
                        || component.key() == null
                        || component.key().contains(".")
                        || !SCALARS.contains(component.type()))) {
            problem(
                    component,
                    "Fältet kan inte styra processen: bara korta värden blir processvariabler.",
                    "Ta bort routing eller använd en kryssruta, ett tal, ett datum eller en lista med alternativ.");
        }
        if (component.routing()
                && OptionList.of(component.attributes().get("values")).keySet().stream()
                        .anyMatch(v -> v.length() > 200)) {
            problem(component, "Ett alternativ är längre än 200 tecken.", "Korta alternativets värde.");
        }
    }

    /** The properties that say how the portal shows the component. */
    private void portal(FormComponent component, boolean inRows) {
        for (var name : List.of(FormComponent.PAPER_ONLY, "optional", "upload")) {
            var value = component.properties().get(name);
            if (value != null && !value.equals("true")) {
                problem(
                        component,
                        name + " är " + value + ", så att egenskapen inte gäller.",
                        "Skriv true eller ta bort egenskapen.");
            }
        }
        if ("true".equals(component.properties().get("upload")) && (inRows || !FormUpload.isUpload(component))) {
            problem(
                    component,
                    "Filer tas bara emot av en lista med alternativ (checklist) eller en kryssruta som inte står i rader.",
                    "Ta bort egenskapen upload, eller flytta frågan.");
        }
        for (var column : FormRows.summed(component)) {
            if (component.type() != ComponentType.DYNAMICLIST
                    || FormValidator.leaves(component.children())
                            .noneMatch(leaf -> leaf.type() == ComponentType.NUMBER && column.equals(leaf.key()))) {
                problem(
                        component,
                        "sum nämner " + column + ", som inte är ett tal i listans rader.",
                        "Skriv nycklarna till tal i raderna, med komma emellan.");
            }
        }
    }

    private void problem(FormComponent component, String cause, String remedy) {
        problems.add(new Problem(name(component), cause, remedy));
    }

    private static String name(FormComponent component) {
        return component.key() == null ? component.id() : component.key();
    }
}
