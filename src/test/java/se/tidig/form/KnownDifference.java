package se.tidig.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** What the validator does on purpose otherwise than form-js 1.8.7; the reasons stand in docs/form-differences.md. */
enum KnownDifference {
    /** A locked field is not checked, and keeps what is stored; form-js sends only what it can show. */
    LOCKED(
            difference -> difference.isLocked() && (difference.isAnswer() || difference.ours() == null),
            "{'type':'textfield','id':'f','key':'f','disabled':true}",
            Map.of("f", "kept"),
            null),

    BLANK(
            difference -> refusedAs(difference, "Fyll i") && difference.browser() == null,
            "{'type':'textfield','id':'f','key':'f','validate':{'required':true}}",
            Map.of(),
            "  "),

    PHONE(
            difference -> difference.field() != null
                    && "phone".equals(difference.field().rule("validationType"))
                    && !difference.isAnswer(),
            "{'type':'textfield','id':'f','key':'f','validate':{'validationType':'phone'}}",
            Map.of(),
            "ring +46701234567"),

    YEAR(
            difference -> refusedAs(difference, "årtal"),
            "{'type':'datetime','id':'f','key':'f','subtype':'date'}",
            Map.of(),
            "2260-01-01"),

    LARGEST(
            difference -> refusedAs(difference, "för stort"),
            "{'type':'number','id':'f','key':'f'}",
            Map.of(),
            new BigDecimal("5000000000000")),

    LONGEST(
            difference -> refusedAs(difference, "högst 20000 tecken"),
            "{'type':'textarea','id':'f','key':'f'}",
            Map.of(),
            "x".repeat(20_001)),

    CONTROL(
            difference -> refusedAs(difference, "går att spara"),
            "{'type':'textarea','id':'f','key':'f'}",
            Map.of(),
            "a\u0001b"),

    PAGE_BREAK(
            difference -> difference.isAnswer()
                    && difference.browser() instanceof String text
                    && text.replaceAll("[\f\u000B]", " ").equals(difference.ours()),
            "{'type':'textarea','id':'f','key':'f'}",
            Map.of(),
            "a\fb"),

    DIRECTION(
            difference -> difference.isAnswer()
                    && difference.browser() instanceof String text
                    && difference.ours() instanceof String closed
                    && closed.startsWith(text),
            "{'type':'textarea','id':'f','key':'f'}",
            Map.of(),
            "a\u202Eb"),

    NUMBER_AS_TEXT(
            difference -> difference.isAnswer()
                    && difference.field().flag("serializeToString")
                    && difference.ours() != null
                    && difference.browser() != null
                    && new BigDecimal(difference
                                            .browser()
                                            .toString()
                                            .replaceAll("\\.$", "")
                                            .trim())
                                    .compareTo((BigDecimal) difference.ours())
                            == 0,
            "{'type':'number','id':'f','key':'f','serializeToString':true}",
            Map.of(),
            "12.50"),

    EXPONENT(
            difference -> refusedAs(difference, "ska vara ett tal"),
            "{'type':'number','id':'f','key':'f','serializeToString':true}",
            Map.of(),
            "1e5"),

    OPTION_AS_TEXT(
            difference -> difference.isAnswer()
                    && !(difference.browser() instanceof String)
                    && String.valueOf(difference.browser()).equals(difference.ours()),
            "{'type':'select','id':'f','key':'f','valuesKey':'offered'}",
            Map.of("offered", List.of(1, 2)),
            2),

    DECIMAL_SUM(
            difference -> difference.isAnswer()
                    && difference.field().type() == ComponentType.EXPRESSION
                    && difference.browser() instanceof BigDecimal
                    && difference.ours() instanceof BigDecimal
                    && Math.abs(((BigDecimal) difference.browser())
                                    .subtract((BigDecimal) difference.ours())
                                    .doubleValue())
                            < 1e-9,
            "{'type':'expression','id':'f','key':'f','computeOn':'change','expression':'=a + b'},"
                    + "{'type':'number','id':'a','key':'a'},{'type':'number','id':'b','key':'b'}",
            Map.of("a", 0.1, "b", 0.2),
            null),

    OWN_RULE(
            difference -> difference.field() != null
                    && !difference.isAnswer()
                    && difference.ours() != null
                    && difference.field().properties().keySet().stream()
                            .anyMatch(List.of("check", "notBefore", "notFuture", "minRows", "maxRows")::contains),
            "{'type':'textfield','id':'f','key':'f','properties':{'check':'organisationNumber'}}",
            Map.of(),
            "802002-4281"),
    ;

    private final Predicate<Outcome.Difference> explains;
    private final String components;
    private final Map<String, Object> data;
    private final Object value;

    KnownDifference(Predicate<Outcome.Difference> explains, String components, Map<String, Object> data, Object value) {
        this.explains = explains;
        this.components = components;
        this.data = data;
        this.value = value;
    }

    /** As in the list of docs. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean explains(Outcome.Difference difference) {
        return explains.test(difference);
    }

    /** A form in which it shows when the value, if any, is written into the field {@code f}. */
    RandomForms.Pair example() {
        return RandomForms.pair(
                components, data, value == null ? List.of() : List.of(Map.of("id", "f", "value", value)));
    }

    private static boolean refusedAs(Outcome.Difference difference, String words) {
        return !difference.isAnswer() && difference.ours() instanceof String said && said.contains(words);
    }
}
