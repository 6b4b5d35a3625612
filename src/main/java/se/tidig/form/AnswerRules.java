package se.tidig.form;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of one component against its answer: form-js 1.8.7's, and the custom checks. */
final class AnswerRules {

    /** Days outside these years are slips of the keyboard; later ones have more digits than columns and pages take. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2100;

    /** No count, amount or measure of a grant comes near it. */
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(12);

    private static final Set<Integer> INTERVALS = Set.of(1, 5, 10, 15, 30, 60);
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Pattern EMAIL =
            Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                    + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

    /** An international number; form-js's list of dialling codes would refuse numbers in countries that exist. */
    private static final Pattern PHONE = Pattern.compile("(\\+|00)[1-9]\\d{6,14}");

    private final FormMessages messages;
    private final Clock clock;

    AnswerRules(FormMessages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The first thing that is wrong with the answer, empty if nothing is: one sentence for one wrong value.
     *
     * @param settled what the field's expressions read
     * @param beside the answers beside it, for {@code notBefore}
     */
    List<String> check(FormField field, String label, Settling settled, FieldsBeside beside) {
        var component = field.component;
        if (Boolean.TRUE.equals(component.rule("required")) && unanswered(component, field.answer)) {
            return List.of(messages.get(unansweredAs(component, label), label));
        }
        return field.answer == null
                ? List.of()
                : wrong(field, label, settled, beside).stream().limit(1).toList();
    }

    private List<String> wrong(FormField field, String label, Settling settled, FieldsBeside beside) {
        var component = field.component;
        var names = settled.names(field.scope);
        var wrong = new ArrayList<String>();
        if (field.answer instanceof BigDecimal number) {
            number(component, label, number, names, wrong);
        } else if (component.type().choice() && !(field.shut && Objects.equals(field.current, field.initial))) {
            choice(
                    component,
                    label,
                    field.answer,
                    options(component, settled.initial(), names).keySet(),
                    wrong);
        } else if (component.type() == ComponentType.DATETIME) {
            datetime(field, label, (String) field.answer, beside, wrong);
        } else if (field.answer instanceof String text) {
            text(component, label, text, names, wrong);
        }
        CustomCheck.byName(component.properties().getOrDefault("check", ""))
                .filter(check -> !check.accepts(field.answer))
                .ifPresent(check -> wrong.add(messages.get("check." + check.id(), label)));
        return wrong;
    }

    /** Finds another field's label and answer by key. */
    interface FieldsBeside {
        /** The other field's text; null if it is unanswered or hidden. */
        String answer(String key);

        String label(String key);
    }

    /** A label that asks is a sentence of its own. */
    private static String unansweredAs(FormComponent component, String label) {
        if (label.endsWith("?")) {
            return "required.question";
        }
        if (FormUpload.isUpload(component)) {
            return "required.upload";
        }
        if (component.type() == ComponentType.CHECKBOX) {
            return "required.checkbox";
        }
        return component.type().choice() || component.type() == ComponentType.DATETIME ? "required.choice" : "required";
    }

    private static boolean unanswered(FormComponent component, Object answer) {
        return answer == null
                || component.type() == ComponentType.CHECKBOX && Boolean.FALSE.equals(answer)
                || answer instanceof String text && VisibleText.isEmpty(text)
                || answer instanceof List<?> list && list.isEmpty();
    }

    private void number(
            FormComponent component, String label, BigDecimal number, ScreenFeel.Names names, List<String> wrong) {
        if (number.abs().compareTo(LARGEST) >= 0) {
            wrong.add(messages.get("tooBig", label));
        }
        if (component.attributes().get("decimalDigits") instanceof Integer digits
                && digits >= 0
                && number.stripTrailingZeros().scale() > digits) {
            wrong.add(messages.get(digits == 0 ? "integer" : "decimals", label, digits));
        }
        var step = increment(component);
        if (step != null && step.signum() > 0 && number.remainder(step).signum() != 0) {
            wrong.add(messages.get("step", label, plain(step)));
        }
        var min = limit(component.rule("min"), names);
        if (min != null && number.doubleValue() < min.doubleValue()) {
            wrong.add(messages.get("min", label, plain(min)));
        }
        var max = limit(component.rule("max"), names);
        if (max != null && number.doubleValue() > max.doubleValue()) {
            wrong.add(messages.get("max", label, plain(max)));
        }
    }

    private void text(FormComponent component, String label, String text, ScreenFeel.Names names, List<String> wrong) {
        if (component.rule("pattern") instanceof String pattern && !JsPattern.isFound(pattern, text)) {
            wrong.add(component.properties().getOrDefault("patternMessage", messages.get("pattern", label)));
        }
        var length = BigDecimal.valueOf(JsText.trim(text).length());
        var min = limit(component.rule("minLength"), names);
        if (min != null && length.compareTo(min) < 0) {
            wrong.add(messages.get("minLength", label, plain(min)));
        }
        var max = limit(component.rule("maxLength"), names);
        if (max != null && length.compareTo(max) > 0) {
            wrong.add(messages.get("maxLength", label, plain(max)));
        }
        if ("email".equals(component.rule("validationType"))
                && !EMAIL.matcher(text).matches()) {
            wrong.add(messages.get("email", label));
        }
        if ("phone".equals(component.rule("validationType"))
                && !PHONE.matcher(text).matches()) {
            wrong.add(messages.get("phone", label));
        }
    }

    private void choice(FormComponent component, String label, Object answer, Set<String> allowed, List<String> wrong) {
        var chosen = answer instanceof List<?> list ? list : List.of(answer);
        if (!allowed.containsAll(chosen)
                || component.routing() && chosen.toString().length() > 202) {
            wrong.add(messages.get("option", label));
        }
    }

    /** The labels of the options by value, from the first source of them that form-js finds. */
    static Map<String, String> options(FormComponent component, Map<String, Object> initial, ScreenFeel.Names names) {
        var key = component.text("valuesKey");
        if (key != null) {
            return OptionList.of(initial.get(key));
        }
        var values = component.attributes().get("values");
        var expression = component.text("valuesExpression");
        return OptionList.of(
                values == null && Feel.isExpression(expression) ? ScreenFeel.evaluate(expression, names) : values);
    }

    private void datetime(FormField field, String label, String answer, FieldsBeside beside, List<String> wrong) {
        var component = field.component;
        // What the form opened with is sent as it was.
        var typed = !answer.equals(field.initial);
        var time = AnswerReader.time(answer);
        var interval = interval(component);
        if (typed && time != null && (time.getHour() * 60 + time.getMinute()) % interval != 0) {
            wrong.add(messages.get("interval", label, interval));
        }
        var day = AnswerReader.day(answer, SWEDEN);
        if (day != null) {
            day(component, label, day, typed, wrong);
        }
        var other = component.properties().get("notBefore");
        if (day != null
                && other != null
                && beside.answer(other) != null
                && answer.compareTo(beside.answer(other)) < 0) {
            wrong.add(messages.get("notBefore", label, beside.label(other)));
        }
    }

    /** In minutes; form-js takes a quarter of an hour for an interval that it does not offer. */
    private static int interval(FormComponent component) {
        var interval = component.attributes().get("timeInterval");
        if (interval == null) {
            return 1;
        }
        return interval instanceof Integer minutes && INTERVALS.contains(minutes) ? minutes : 15;
    }

    private void day(FormComponent component, String label, LocalDate day, boolean typed, List<String> wrong) {
        var today = LocalDate.now(clock.withZone(SWEDEN));
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            wrong.add(messages.get("year", label, String.valueOf(day.getYear()), FIRST_YEAR + "", LAST_YEAR + ""));
        }
        if (typed && component.flag("disallowPassedDates") && day.isBefore(today)) {
            wrong.add(messages.get("passed", label));
        }
        if ("true".equals(component.properties().get("notFuture")) && day.isAfter(today)) {
            wrong.add(messages.get("notFuture", label));
        }
    }

    /** The step of the number; null if any number may be written. */
    private static BigDecimal increment(FormComponent component) {
        var increment = component.text("increment");
        return increment == null ? null : AnswerReader.decimal(increment);
    }

    private static BigDecimal limit(Object limit, ScreenFeel.Names names) {
        var value = Feel.isExpression(limit) ? ScreenFeel.evaluate((String) limit, names) : limit;
        if (value instanceof Number || value instanceof String text && text.matches("-?\\d+(\\.\\d+)?")) {
            return value instanceof Double number && !Double.isFinite(number) ? null : new BigDecimal(value.toString());
        }
        return null;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
