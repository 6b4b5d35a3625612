package se.tidig.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The 24 classes of schema and input in which the validator once differed from form-js 1.8.7, each with its pair. */
class FormJsPairsTest {

    /** Shortly after midnight in Sweden. */
    private final FormValidator validator =
            new FormValidator(Clock.fixed(Instant.parse("2026-03-31T22:30:00Z"), ZoneOffset.UTC));

    private Map<String, Object> accepted(String components, Map<String, Object> shown, Object... posted) {
        var form = Forms.of(components);
        assertThat(form.problems()).isEmpty();
        return validator.validate(form, map(posted), shown).values();
    }

    private Map<String, Object> accepted(String components, Object... posted) {
        return accepted(components, Map.of(), posted);
    }

    private Map<String, String> refused(String components, Map<String, Object> shown, Object... posted) {
        var rejected = catchThrowableOfType(
                Rejected.class, () -> validator.validate(Forms.of(components), map(posted), shown));
        assertThat(rejected).as("refused").isNotNull();
        return rejected.messages();
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static void isProblem(String components, String cause) {
        assertThat(Forms.of(components).problems()).anySatisfy(problem -> {
            assertThat(problem.cause()).contains(cause);
            assertThat(problem.remedy()).isNotBlank();
        });
    }

    private static String text(String key, String more) {
        return "{'type':'textfield','id':'" + key + "','key':'" + key + "'" + more + "}";
    }

    private static String box(String key, String more) {
        return "{'type':'checkbox','id':'" + key + "','key':'" + key + "'" + more + "}";
    }

    private static String number(String key, String more) {
        return "{'type':'number','id':'" + key + "','key':'" + key + "'" + more + "}";
    }

    private static String hide(String condition) {
        return ",'conditional':{'hide':'" + condition + "'}";
    }

    // 1
    @Test
    void aHiddenFieldIsReadAsTheFormOpenedWithIt() {
        var form = box("on", "") + "," + box("b", hide("=not(on)")) + ","
                + text("c", hide("=not(b)") + ",'validate':{'required':true}");
        // The box is hidden and was never ticked: the required text is hidden too.
        assertThat(accepted(form, "on", false)).containsEntry("on", false).doesNotContainKey("c");
        assertThat(refused(form, Map.of("b", true), "on", false)).containsOnlyKeys("c");
        assertThat(accepted(
                        box("on", "") + "," + box("b", hide("=not(on)")) + "," + text("c", hide("=not(b = false)")),
                        "on",
                        false,
                        "c",
                        "seen"))
                .containsEntry("c", "seen");
    }

    // 2
    @Test
    void aHideThatReadsItsOwnFieldKeepsAVisibleAnswer() {
        assertThat(accepted(text("a", hide("=a = \\\"x\\\"")), "a", "x")).containsEntry("a", "x");
    }

    @Test
    void aChainOfThreeHidesIsRefusedByTheCheck() {
        isProblem(
                box("on", "") + "," + box("b", hide("=not(on)")) + "," + box("c", hide("=not(b)")) + ","
                        + text("d", hide("=not(c)")),
                "kedja av tre");
    }

    // 3
    @Test
    void aRowsHiddenFieldIsReadByNoCondition() {
        isProblem(
                "{'type':'dynamiclist','id':'l','path':'l','disableCollapse':true,'components':[" + box("on", "") + ","
                        + text("x", hide("=not(this.on)")) + "," + text("y", hide("=this.x = \\\"a\\\"")) + "]}",
                "radens fält x");
    }

    @Test
    void aRowWhoseFieldsMayAllBeHiddenIsRefusedByTheCheckSinceNothingOfItIsSent() {
        isProblem(
                box("on", "") + ",{'type':'dynamiclist','id':'l','path':'l','disableCollapse':true,'components':["
                        + text("x", hide("=not(parent.on)")) + "]}",
                "Alla frågor i en rad");
    }

    // 4
    @ParameterizedTest
    @CsvSource({"=x = null,true", "=x = \\\"\\\",false", "=x != null,false"})
    void aBlankTextIsAnEmptyTextAndNotNull(String condition, boolean isSeen) {
        var form = text("x", "") + "," + text("y", hide(condition));
        assertThat(accepted(form, "x", "", "y", "seen").containsKey("y")).isEqualTo(isSeen);
        assertThat(accepted(form, "x", null, "y", "seen").containsKey("y")).isEqualTo(isSeen);
    }

    // 5
    @Test
    void anOrderOfTextsHidesNothingAndIsRefusedByTheCheck() {
        var form =
                "{'type':'datetime','id':'d','key':'d','subtype':'date'}," + text("y", hide("=d > \\\"2026-01-01\\\""));
        isProblem(form, "ordnar något annat än tal");
        assertThat(validator
                        .validate(Forms.of(form), map("d", "2026-02-01", "y", "seen"), Map.of())
                        .values())
                .containsEntry("y", "seen");
    }

    // 6
    @Test
    void sumsOfDecimalsAreBinaryInConditionsAndLimits() {
        var list = "{'type':'dynamiclist','id':'r','path':'r','disableCollapse':true,'components':[" + number("n", "")
                + "]}," + number("total", "") + "," + text("y", hide("=sum(r.n) = total"));
        var rows = List.of(map("n", 0.1), map("n", 0.2));
        assertThat(accepted(list, "r", rows, "total", 0.3, "y", "seen")).containsEntry("y", "seen");
        assertThat(accepted(
                        number("a", "") + "," + number("b", "") + "," + number("c", ",'validate':{'max':'=a + b'}"),
                        "a",
                        0.1,
                        "b",
                        0.7,
                        "c",
                        0.7999999999999999))
                .containsKey("c");
    }

    @Test
    void aSumIsStoredInDecimals() {
        var form = number("a", "") + "," + number("b", "")
                + ",{'type':'expression','id':'s','key':'s','expression':'=a + b'}";
        assertThat(accepted(form, "a", 0.1, "b", 0.2)).containsEntry("s", new BigDecimal("0.3"));
    }

    // 7
    @Test
    void anOptionThatIsANumberIsReadAsANumberAndRefusedInTheForm() {
        var shown = Map.<String, Object>of("offered", List.of(1, 2));
        var form = "{'type':'select','id':'s','key':'s','valuesKey':'offered'}," + text("y", hide("=s = 1"));
        assertThat(accepted(form, shown, "s", 1, "y", "hidden"))
                .containsEntry("s", "1")
                .doesNotContainKey("y");
        isProblem("{'type':'radio','id':'s','key':'s','values':[{'label':'Ett','value':1}]}", "är ingen text");
    }

    // 8
    @ParameterizedTest
    @ValueSource(strings = {"5.", "5", " 5", "5.0"})
    void aNumberSentAsTextIsTakenAsItIsTyped(String typed) {
        var form = number("n", ",'serializeToString':true") + "," + text("y", hide("=n = \\\"" + typed + "\\\""));
        assertThat((BigDecimal) accepted(form, "n", typed, "y", "hidden").get("n"))
                .isEqualByComparingTo("5");
        assertThat(accepted(form, "n", typed, "y", "hidden")).doesNotContainKey("y");
    }

    // 9
    @Test
    void aFieldThatThePersonsOwnAnswerLocksIsSentAsWritten() {
        var form = box("done", "") + "," + text("note", ",'readonly':'=done'");
        assertThat(accepted(form, Map.of("note", "old"), "done", true, "note", "new"))
                .containsEntry("note", "new");
    }

    // 10
    @ParameterizedTest
    @ValueSource(strings = {"readonly", "disabled"})
    void aLockedGroupDoesNotLockItsFieldsAndIsRefusedByTheCheck(String lock) {
        var form = "{'type':'group','id':'g','" + lock + "':true,'components':[" + text("a", "") + "]}";
        isProblem(form, "låser inte fälten");
        assertThat(validator
                        .validate(Forms.of(form), map("a", "new"), Map.of("a", "old"))
                        .values())
                .containsEntry("a", "new");
    }

    // 11
    @Test
    void aLockedFieldGivesItsDefaultIfNothingIsStored() {
        var form = text("a", ",'readonly':true,'defaultValue':'yes'");
        assertThat(accepted(form, "a", "yes")).containsEntry("a", "yes");
        assertThat(accepted(form, Map.of("a", "stored"), "a", "yes")).containsEntry("a", "stored");
    }

    // 12
    @Test
    void aFixedListHasTheRowsThatTheScreenShows() {
        var components = "'disableCollapse':true,'allowAddRemove':false,'components':["
                + text("x", ",'validate':{'required':true}") + "]}";
        var one = "{'type':'dynamiclist','id':'l','path':'l'," + components;
        assertThat(accepted(one, "l", List.of(map("x", "a")))).containsEntry("l", List.of(Map.of("x", "a")));
        assertThat(accepted(
                        "{'type':'dynamiclist','id':'l','path':'l','defaultRepetitions':1," + components,
                        Map.of("l", List.of())))
                .isEmpty();
    }

    // 13
    @Test
    void anOddTimeIntervalIsAQuarterAndRefusedByTheCheck() {
        var form = "{'type':'datetime','id':'t','key':'t','subtype':'time','timeInterval':7}";
        isProblem(form, "Tidsintervallet 7");
        assertThat(validator
                        .validate(Forms.of(form), map("t", "08:15"), Map.of())
                        .values())
                .containsKey("t");
        assertThat(refused(form, Map.of(), "t", "08:07")).containsKey("t");
    }

    // 14
    @Test
    void theFirstSourceOfOptionsCountsAndTwoAreRefusedByTheCheck() {
        var form = "{'type':'select','id':'s','key':'s','values':['A'],'valuesExpression':'=[\\\"B\\\"]'}";
        isProblem(form, "på flera sätt");
        assertThat(validator.validate(Forms.of(form), map("s", "A"), Map.of()).values())
                .containsEntry("s", "A");
        isProblem(
                "{'type':'checklist','id':'c','key':'c','values':['A']},{'type':'select','id':'s','key':'s','valuesKey':'c'}",
                "formulärets eget fält");
    }

    // 15
    @ParameterizedTest
    @ValueSource(strings = {"=i = 1", "=parent.this.a = 1"})
    void theNumberOfARowAndThisOfTheParentAreRefusedByTheCheck(String condition) {
        isProblem(
                number("a", "") + ",{'type':'dynamiclist','id':'l','path':'l','disableCollapse':true,'components':["
                        + text("x", hide(condition)) + "]}",
                "betyder inte samma sak");
    }

    @ParameterizedTest
    @ValueSource(strings = {"this", "parent", "i", "null"})
    void aKeyThatIsAWordOfExpressionsIsRefusedByTheCheck(String key) {
        isProblem(text(key, ""), "annan betydelse");
    }

    @Test
    void aFormOfAnOlderBundleReadsTheNumberOfTheRow() {
        var form = "{'type':'dynamiclist','id':'l','path':'l','disableCollapse':true,'components':["
                + text("x", hide("=i = 1")) + "]}";
        var rows = List.of(map("x", "first"), map("x", "second"));
        assertThat(validator.validate(Forms.of(form), map("l", rows), Map.of()).values())
                .containsEntry("l", List.of(Map.of(), Map.of("x", "second")));
    }

    // 16
    @Test
    void anExpressionThatIsComputedLateOrNotAtAllIsRefusedByTheCheck() {
        isProblem("{'type':'expression','id':'e','key':'e','computeOn':'presubmit','expression':'=1'}", "först när");
        var form = "{'type':'expression','id':'e','key':'e','expression':'abc'}";
        isProblem(form, "fast text");
        assertThat(validator.validate(Forms.of(form), map("e", "abc"), Map.of()).values())
                .containsEntry("e", "abc");
    }

    // 17
    @Test
    void whatFormJsDoesNotOpenIsRefusedByTheCheck() {
        isProblem(text("a", "") + ",{'type':'textfield','id':'b','key':'a.b'}", "under ett annat fälts nyckel");
        isProblem(
                "{'type':'dynamiclist','id':'l','path':'a','disableCollapse':true,'components':[]},"
                        + "{'type':'textfield','id':'b','key':'a.b'}",
                "under ett annat fälts nyckel");
        isProblem("{'type':'textfield','id':'test','key':'a'}", "samma id som formuläret");
        isProblem(text("constructor", ""), "annan betydelse");
        isProblem(text("__proto__", ""), "annan betydelse");
        assertThat(FormSchema.parse("{\"id\":\"a\",\"schemaVersion\":16,\"executionPlatform\":\"Camunda Platform\","
                                + "\"components\":[{\"type\":\"textfield\",\"id\":\"b\",\"key\":\"b\"}]}")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.cause()).contains("type är inte default"));
    }

    // 18
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'increment':'0,1'",
                "'increment':'=m'",
                "'increment':' 1'",
                "'decimalDigits':2.5",
                "'decimalDigits':-1",
                "'decimalDigits':'x'",
                "'decimalDigits':'2'",
                "'validate':null",
                "'label':12"
            })
    void whatLeavesThePageBlankIsRefusedByTheCheck(String setting) {
        isProblem(number("n", "," + setting), "sidan blir vit");
    }

    @Test
    void aTextAsDefaultOfAChecklistIsRefusedByTheCheck() {
        isProblem(
                "{'type':'checklist','id':'c','key':'c','values':['A'],'defaultValue':'A'}", "Förvalet är av fel slag");
    }

    // 19
    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void aStepThatIsNotAboveZeroIsRefusedByTheCheck(String step) {
        isProblem(number("n", ",'increment':'" + step + "'"), "inget tal över 0");
    }

    // 20
    @ParameterizedTest
    @ValueSource(
            strings = {"(?i)a", "a++", "(?>a)", "\\\\Aa", "[[:alpha:]]", "\\\\p{L}", "\\\\bx", "a{2}{3}", "(a)\\\\1"})
    void aPatternThatOnlyJavaReadsSoIsRefusedByTheCheck(String pattern) {
        isProblem(text("a", ",'validate':{'pattern':'" + pattern + "'}"), "betyder inte samma sak");
    }

    @ParameterizedTest
    @CsvSource({
        "^\\\\s$,\u00a0,true",
        "^\\\\S$,\u00a0,false",
        "^.$,\ud83d\ude00,false",
        "^..$,\ud83d\ude00,true",
        "^[\ud83d\ude00]+$,\ud83d\ude00,true"
    })
    void aPatternMeansWhatItMeansInTheBrowser(String pattern, String text, boolean isFound) {
        var form = "{'type':'textarea','id':'a','key':'a','validate':{'pattern':'" + pattern + "'}}";
        if (isFound) {
            assertThat(accepted(form, "a", text)).containsKey("a");
        } else {
            assertThat(refused(form, Map.of(), "a", text)).containsKey("a");
        }
    }

    @Test
    void aLineFeedIsNoEndOfAPattern() {
        var form = "{'type':'textarea','id':'a','key':'a','validate':{'pattern':'^\\\\d{3}$'}}";
        assertThat(accepted(form, "a", "123")).containsKey("a");
        assertThat(refused(form, Map.of(), "a", "123\n")).containsKey("a");
    }

    // 21
    @Test
    void aKeyThatFormJsTakesForARowOrThatHasAnEmptyPartIsRefusedByTheCheck() {
        isProblem(text("a.0", ""), "giltig nyckel");
        for (var path : List.of("a.", " ")) {
            isProblem(
                    "{'type':'group','id':'g','path':'" + path + "','components':[" + text("b", "") + "]}",
                    "giltig nyckel");
        }
    }

    // 22
    @Test
    void todaysTimeInUtcIsNoPassedDateShortlyAfterMidnight() {
        var form =
                "{'type':'datetime','id':'d','key':'d','subtype':'datetime','disallowPassedDates':true,'timeInterval':15,"
                        + "'timeSerializingFormat':'utc_normalized'}";
        assertThat(accepted(form, "d", "2026-03-31T22:15Z")).containsKey("d");
        assertThat(refused(form, Map.of(), "d", "2026-03-31T21:45Z")).containsKey("d");
    }

    @Test
    void whatTheFormOpenedWithIsSentThoughItHasPassedOrLiesOffTheInterval() {
        var form =
                "{'type':'datetime','id':'d','key':'d','subtype':'datetime','disallowPassedDates':true,'timeInterval':15}";
        assertThat(accepted(form, Map.of("d", "2026-01-01T08:07"), "d", "2026-01-01T08:07"))
                .containsKey("d");
        assertThat(refused(form, Map.of("d", "2026-01-01T08:07"), "d", "2026-01-02T08:00"))
                .containsKey("d");
    }

    // 23
    @Test
    void blanksAreThoseOfTheBrowser() {
        var form = "{'type':'textarea','id':'a','key':'a','validate':{'maxLength':1}}";
        for (var blank : List.of("\u00a0", "\f", "\u000B", "\ufeff", "\u2003")) {
            assertThat(accepted(form, "a", blank + "x" + blank)).containsKey("a");
        }
        assertThat(accepted(form, "a", "\fx")).containsEntry("a", " x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=a = \\\"x\\\\ny\\\"", "=a = \\\"\\\\u00e5\\\""})
    void anEscapedSignInAnExpressionIsRefusedByTheCheck(String condition) {
        isProblem(text("a", "") + "," + text("b", hide(condition)), "Tecknet \\");
    }

    // 24
    @Test
    void aKeyWithASwedishLetterIsRefusedWithTheLettersThatMayBeUsed() {
        assertThat(Forms.of(text("år", "")).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).contains("a till z"));
    }
}
