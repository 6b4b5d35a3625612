package se.tidig.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Finds what form-js 1.8.7 does not show or send as it is written: settings that leave the page blank or that it does not
 * follow, and conditions whose outcome depends on what was written before a field was hidden.
 */
final class ScreenCheck {

    private static final Set<Integer> INTERVALS = Set.of(1, 5, 10, 15, 30, 60);
    private static final List<String> SOURCES = List.of("values", "valuesKey", "valuesExpression");
    private static final List<String> TEXTS =
            List.of("label", "dateLabel", "timeLabel", "description", "text", "content", "source", "alt");

    private final List<FormComponent> components;
    private final List<Problem> problems = new ArrayList<>();

    /** The conditions that hide a field, its own and its groups', by key; in rows by {@code this.key}. */
    private final Map<String, List<String>> hides = new LinkedHashMap<>();

    /** The same by component, keyed or not. */
    private final Map<FormComponent, List<String>> conditions = new IdentityHashMap<>();

    ScreenCheck(List<FormComponent> components) {
        this.components = components;
    }

    List<Problem> problems() {
        hides(components, "", List.of());
        FormSchema.each(components, component -> {
            settings(component);
            container(component);
            number(component);
            options(component);
            expression(component);
        });
        clashes();
        FormSchema.each(components, this::chains);
        return problems;
    }

    private void settings(FormComponent component) {
        for (var name : List.of("validate", "appearance")) {
            if (component.attributes().containsKey(name)
                    && !(component.attributes().get(name) instanceof Map)) {
                problem(
                        component,
                        name + " är tomt eller inget objekt, så att sidan blir vit.",
                        "Ta bort " + name + ".");
            }
        }
        for (var name : TEXTS) {
            var text = component.attributes().get(name);
            if (text != null && !(text instanceof String)) {
                problem(component, name + " är ingen text, så att sidan blir vit.", "Skriv texten inom citattecken.");
            }
        }
        var interval = component.attributes().get("timeInterval");
        if (interval != null && !INTERVALS.contains(interval)) {
            problem(
                    component,
                    "Tidsintervallet " + interval + " finns inte i uppgiftslistan, som visar varje kvart.",
                    "Välj 1, 5, 10, 15, 30 eller 60 minuter.");
        }
        if (!isDefault(component, component.attributes().get("defaultValue"))) {
            problem(
                    component,
                    "Förvalet är av fel slag för fältet, så att sidan blir vit eller förvalet inte syns.",
                    "Skriv ett förval som fältet kan visa, eller ta bort det.");
        }
    }

    private static boolean isDefault(FormComponent component, Object value) {
        return value == null
                || switch (component.type()) {
                    case CHECKLIST, TAGLIST -> value instanceof List;
                    case CHECKBOX -> value instanceof Boolean;
                    case NUMBER ->
                        component.flag("serializeToString")
                                ? value instanceof String text && AnswerReader.decimal(text) != null
                                : value instanceof Number;
                    case TEXTFIELD, TEXTAREA, RADIO, SELECT -> value instanceof String;
                    case DATETIME -> AnswerReader.isReadable(component, value);
                    default -> true;
                };
    }

    private void container(FormComponent component) {
        if (component.type() != ComponentType.GROUP && component.type() != ComponentType.DYNAMICLIST) {
            return;
        }
        for (var name : List.of("readonly", "disabled")) {
            var value = component.attributes().get(name);
            if (value != null && !Boolean.FALSE.equals(value)) {
                problem(
                        component,
                        name + " på en grupp eller lista låser inte fälten i den.",
                        "Sätt " + name + " på vart och ett av fälten.");
            }
        }
        if (component.type() == ComponentType.DYNAMICLIST) {
            var repetitions = component.attributes().get("defaultRepetitions");
            if (component.attributes().containsKey("defaultRepetitions")
                    && !(repetitions instanceof Integer number && number >= 0)) {
                problem(
                        component,
                        "Antalet rader från början är inget heltal från 0.",
                        "Skriv till exempel \"defaultRepetitions\": 1.");
            }
            var leaves = FormValidator.leaves(component.children()).toList();
            if (!component.fixedRows()
                    && !leaves.isEmpty()
                    && leaves.stream().allMatch(leaf -> hides.containsKey("this." + leaf.key()))) {
                problem(
                        component,
                        "Alla frågor i en rad kan vara dolda, och en sådan rad skickas inte.",
                        "Låt minst en av radens frågor alltid synas.");
            }
            if (Boolean.FALSE.equals(component.attributes().get("isRepeating"))) {
                problem(component, "Listan har inga rader (isRepeating är false).", "Ta bort isRepeating.");
            }
        }
    }

    private void number(FormComponent component) {
        if (component.type() != ComponentType.NUMBER) {
            return;
        }
        var increment = component.attributes().get("increment");
        if (increment != null && !isIncrement(increment)) {
            problem(
                    component,
                    "Steget " + increment
                            + " är inget tal över 0, så att sidan blir vit eller fältet inte går att skriva i.",
                    "Skriv steget med punkt, till exempel 0.1, eller ta bort det.");
        }
        var digits = component.attributes().get("decimalDigits");
        if (digits != null && !(digits instanceof Integer number && number >= 0 && number <= 10)) {
            problem(
                    component,
                    "Antalet decimaler " + digits + " är inget heltal från 0 till 10, så att sidan blir vit.",
                    "Skriv antalet utan citattecken, till exempel 2.");
        }
    }

    private static boolean isIncrement(Object increment) {
        return !(increment instanceof Boolean)
                && increment.toString().matches("\\d{1,12}(\\.\\d{1,10})?")
                && new BigDecimal(increment.toString()).signum() > 0;
    }

    private void options(FormComponent component) {
        if (!component.type().choice()) {
            return;
        }
        var sources = SOURCES.stream()
                .filter(source -> component.attributes().get(source) != null)
                .toList();
        if (sources.size() > 1) {
            problem(
                    component,
                    "Alternativen anges på flera sätt (" + String.join(", ", sources) + "), och bara det ena gäller.",
                    "Behåll ett av dem.");
        }
        if (component.attributes().get("valuesKey") instanceof String key
                && components.stream().anyMatch(top -> isAnswered(top, key))) {
            problem(
                    component,
                    "valuesKey " + key + " är formulärets eget fält; alternativen blir de som fanns när det öppnades.",
                    "Hämta alternativen från en uppgift som ärendet visar.");
        }
        for (var value : OptionList.values(component.attributes().get("values"))) {
            if (value != null && !(value instanceof String)) {
                problem(
                        component,
                        "Alternativet " + value + " är ingen text: uppgiftslistan och Tidig läser det olika.",
                        "Skriv värdet inom citattecken: \"" + value + "\".");
            }
        }
    }

    private static boolean isAnswered(FormComponent component, String key) {
        return component.key() != null && component.key().split("\\.")[0].equals(key)
                || component.type() == ComponentType.GROUP
                        && component.children().stream().anyMatch(child -> isAnswered(child, key));
    }

    private void expression(FormComponent component) {
        if (component.type() != ComponentType.EXPRESSION) {
            return;
        }
        var computeOn = component.attributes().get("computeOn");
        if (computeOn != null && !computeOn.equals("change")) {
            problem(
                    component,
                    "Uttrycket räknas ut först när formuläret skickas (computeOn är " + computeOn + ").",
                    "Välj \"Value changes\" under Compute on.");
        }
        if (!Feel.isExpression(component.attributes().get("expression"))) {
            problem(component, "Uttrycket börjar inte med =, och blir därför en fast text.", "Skriv = först.");
        }
    }

    /** A key below another's answer: form-js does not open the form. */
    private void clashes() {
        clashes(components);
        FormSchema.each(components, component -> {
            if (component.type() == ComponentType.DYNAMICLIST) {
                clashes(component.children());
            }
        });
    }

    private void clashes(List<FormComponent> scope) {
        var keys = FormValidator.leaves(scope).map(FormComponent::key).toList();
        FormValidator.leaves(scope).forEach(leaf -> {
            if (keys.stream().anyMatch(key -> leaf.key().startsWith(key + "."))) {
                problem(
                        leaf,
                        "Nyckeln " + leaf.key()
                                + " ligger under ett annat fälts nyckel, så att formuläret inte öppnas.",
                        "Ge fältet eller gruppen en annan nyckel.");
            }
        });
    }

    private void hides(List<FormComponent> scope, String prefix, List<String> outer) {
        for (var component : scope) {
            var own = new ArrayList<>(outer);
            if (Feel.isExpression(component.hide())) {
                own.add(component.hide());
            }
            conditions.put(component, own);
            if (component.key() != null && !own.isEmpty()) {
                hides.put(prefix + component.key(), own);
            }
            var isList = component.type() == ComponentType.DYNAMICLIST;
            hides(component.children(), isList ? "this." : prefix, isList ? List.of() : own);
        }
    }

    /** What a field held before it was hidden is known to the browser alone. */
    private void chains(FormComponent component) {
        if (component.key() == null && component.children().isEmpty()) {
            return;
        }
        read(component, (expression, path) -> {
            var hidden = hidden(path);
            if (hidden == null) {
                return;
            }
            if (path.startsWith("this.") || path.startsWith("_this_.")) {
                problem(
                        component,
                        "Uttrycket " + expression + " läser radens fält " + hidden.substring(5)
                                + ", som kan vara dolt; uppgiftslistan läser då vad som stod där.",
                        "Skriv villkoret med fält som alltid syns.");
                return;
            }
            var further = hides.get(hidden).stream()
                    .filter(condition -> !conditions.get(component).contains(condition))
                    .flatMap(condition -> ScreenFeel.paths(condition).stream())
                    .map(this::hidden)
                    .filter(other -> other != null && !other.equals(hidden))
                    .findFirst();
            further.ifPresent(other -> problem(
                    component,
                    "Uttrycket " + expression + " läser " + hidden + ", som kan döljas av " + other
                            + ", som i sin tur kan vara dolt: en kedja av tre.",
                    "Skriv villkoret med de fält som avgör det från början."));
        });
    }

    /** The hidable field that the path reads; null if it reads none. */
    private String hidden(String path) {
        var plain = path.replace("_this_", "this").replace("_parent_", "parent").replaceFirst("^parent\\.", "");
        return hides.keySet().stream()
                .filter(key -> plain.equals(key) || plain.startsWith(key + ".") || key.startsWith(plain + "."))
                .filter(key -> key.startsWith("this.") == plain.startsWith("this."))
                .findFirst()
                .orElse(null);
    }

    private static void read(FormComponent component, BiConsumer<String, String> paths) {
        var expressions = new HashMap<String, Object>();
        expressions.put("hide", component.hide());
        for (var name : List.of("readonly", "valuesExpression", "expression")) {
            expressions.put(name, component.attributes().get(name));
        }
        for (var name : List.of("min", "max", "minLength", "maxLength")) {
            expressions.put(name, component.rule(name));
        }
        expressions.values().stream()
                .filter(Feel::isExpression)
                .map(String.class::cast)
                .forEach(expression -> ScreenFeel.paths(expression).forEach(path -> paths.accept(expression, path)));
    }

    private void problem(FormComponent component, String cause, String remedy) {
        problems.add(new Problem(component.key() == null ? component.id() : component.key(), cause, remedy));
    }
}
