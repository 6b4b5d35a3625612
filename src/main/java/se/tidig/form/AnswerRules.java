package se.tidig.form;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules of one component against its answer: form-js 1.8.7's, and the custom checks. */
final class AnswerRules {

    /** Days outside these years are slips of the keyboard; later ones have more digits than columns and pages take. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2100;

    /** No count, amount or measure of a grant comes near it. */
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(12);

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
     * @param answer as read; null where unanswered
     * @param context what the component's expressions read
     * @param row the answers beside it, for {@code notBefore}
     */
    List<String> check(
            FormComponent component, String label, Object answer, Map<String, Object> context, FieldsBeside row) {
        if (Boolean.TRUE.equals(component.rule("required")) && unanswered(component, answer)) {
            return List.of(messages.get(unansweredAs(component, label), label));
        }
        return answer == null
                ? List.of()
                : wrong(component, label, answer, context, row).stream()
                        .limit(1)
                        .toList();
    }

    private List<String> wrong(
            FormComponent component, String label, Object answer, Map<String, Object> context, FieldsBeside row) {
        var wrong = new ArrayList<String>();
        if (answer instanceof BigDecimal number) {
            number(component, label, number, context, wrong);
        } else if (component.type().choice()) {
            choice(component, label, answer, context, wrong);
        } else if (component.type() == ComponentType.DATETIME) {
            datetime(component, label, (String) answer, row, wrong);
        } else if (answer instanceof String text) {
            text(component, label, text, context, wrong);
        }
        CustomCheck.byName(component.properties().getOrDefault("check", ""))
                .filter(check -> !check.accepts(answer))
                .ifPresent(check -> wrong.add(messages.get("check." + check.id(), label)));
        return wrong;
    }

    /** Finds another field's label and answer by key. */
    interface FieldsBeside {
        /** Null where the other is unanswered. */
        String answer(String key);

        String label(String key);
    }

    /** A label that asks is a sentence of its own. */
    private static String unansweredAs(FormComponent component, String label) {
        if (label.endsWith("?")) {
            return "required.question";
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
            FormComponent component, String label, BigDecimal number, Map<String, Object> context, List<String> wrong) {
        if (number.abs().compareTo(LARGEST) >= 0) {
            wrong.add(messages.get("tooBig", label));
        }
        if (component.attributes().get("decimalDigits") instanceof Integer digits
                && digits >= 0
                && number.stripTrailingZeros().scale() > digits) {
            wrong.add(messages.get(digits == 0 ? "integer" : "decimals", label, digits));
        }
        var step = limit(component.attributes().get("increment"), context);
        if (step != null && step.signum() > 0 && number.remainder(step).signum() != 0) {
            wrong.add(messages.get("step", label, plain(step)));
        }
        var min = limit(component.rule("min"), context);
        if (min != null && number.compareTo(min) < 0) {
            wrong.add(messages.get("min", label, plain(min)));
        }
        var max = limit(component.rule("max"), context);
        if (max != null && number.compareTo(max) > 0) {
            wrong.add(messages.get("max", label, plain(max)));
        }
    }

    private void text(
            FormComponent component, String label, String text, Map<String, Object> context, List<String> wrong) {
        if (component.rule("pattern") instanceof String pattern
                && !Pattern.compile(pattern).matcher(text).find()) {
            wrong.add(component.properties().getOrDefault("patternMessage", messages.get("pattern", label)));
        }
        var length = BigDecimal.valueOf(text.trim().length());
        var min = limit(component.rule("minLength"), context);
        if (min != null && length.compareTo(min) < 0) {
            wrong.add(messages.get("minLength", label, plain(min)));
        }
        var max = limit(component.rule("maxLength"), context);
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

    private void choice(
            FormComponent component, String label, Object answer, Map<String, Object> context, List<String> wrong) {
        var allowed = options(component, context).keySet();
        var chosen = answer instanceof List<?> list ? list : List.of(answer);
        if (!allowed.containsAll(chosen)
                || component.routing() && chosen.toString().length() > 202) {
            wrong.add(messages.get("option", label));
        }
    }

    /** The labels of the options by value, from the form itself or from the data it reads. */
    static Map<String, String> options(FormComponent component, Map<String, Object> context) {
        var expression = component.attributes().get("valuesExpression");
        if (expression instanceof String text && !text.isBlank()) {
            return Options.of(Feel.evaluate(text, context));
        }
        var key = component.text("valuesKey");
        return Options.of(key == null || key.isBlank() ? component.attributes().get("values") : context.get(key));
    }

    private void datetime(FormComponent component, String label, String answer, FieldsBeside row, List<String> wrong) {
        var time = AnswerReader.time(answer);
        if (time != null
                && component.attributes().get("timeInterval") instanceof Integer interval
                && interval > 1
                && (time.getHour() * 60 + time.getMinute()) % interval != 0) {
            wrong.add(messages.get("interval", label, interval));
        }
        var dated = answer.length() >= 10 && answer.charAt(4) == '-';
        if (dated) {
            day(component, label, LocalDate.parse(answer.substring(0, 10)), wrong);
        }
        var other = component.properties().get("notBefore");
        if (dated && other != null && row.answer(other) != null && answer.compareTo(row.answer(other)) < 0) {
            wrong.add(messages.get("notBefore", label, row.label(other)));
        }
    }

    private void day(FormComponent component, String label, LocalDate day, List<String> wrong) {
        var today = LocalDate.now(clock.withZone(SWEDEN));
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            wrong.add(messages.get("year", label, String.valueOf(day.getYear()), FIRST_YEAR + "", LAST_YEAR + ""));
        }
        if (component.flag("disallowPassedDates") && day.isBefore(today)) {
            wrong.add(messages.get("passed", label));
        }
        if ("true".equals(component.properties().get("notFuture")) && day.isAfter(today)) {
            wrong.add(messages.get("notFuture", label));
        }
    }

    private static BigDecimal limit(Object limit, Map<String, Object> context) {
        var value = Feel.isExpression(limit) ? Feel.evaluate((String) limit, context) : limit;
        if (value instanceof Number || value instanceof String text && text.matches("-?\\d+(\\.\\d+)?")) {
            return new BigDecimal(value.toString());
        }
        return null;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
