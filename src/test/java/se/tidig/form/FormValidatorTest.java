package se.tidig.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormValidatorTest {

    /** Just before midnight UTC: already the next day in Sweden. */
    private final FormValidator validator =
            new FormValidator(Clock.fixed(Instant.parse("2026-03-31T22:30:00Z"), ZoneOffset.UTC));

    private Map<String, Object> accepted(FormSchema form, Map<String, Object> posted, Map<String, Object> shown) {
        return validator.validate(form, posted, shown).values();
    }

    private Map<String, Object> accepted(FormSchema form, Map<String, Object> posted) {
        return accepted(form, posted, Map.of());
    }

    private Map<String, String> refused(FormSchema form, Map<String, Object> posted, Map<String, Object> shown) {
        var rejected = catchThrowableOfType(Rejected.class, () -> validator.validate(form, posted, shown));
        assertThat(rejected).as("refused").isNotNull();
        return rejected.messages();
    }

    private Map<String, String> refused(FormSchema form, Map<String, Object> posted) {
        return refused(form, posted, Map.of());
    }

    private static Map<String, Object> posted(Object... keysAndValues) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    @Nested
    class Numbers {
        private final FormSchema need = Forms.of("{'type':'number','id':'n','key':'need','label':'Behov',"
                + "'decimalDigits':0,'validate':{'required':true,'min':0,'max':4}}");

        @Test
        void anyJsonNumberBecomesExactDecimal() {
            var form = Forms.of("{'type':'number','id':'n','key':'n'}");
            assertThat(accepted(form, posted("n", 1)).get("n")).isEqualTo(new BigDecimal("1"));
            assertThat(accepted(form, posted("n", 999_999_999_999L)).get("n"))
                    .isEqualTo(new BigDecimal("999999999999"));
            assertThat(accepted(form, posted("n", new BigDecimal("99999999999.123456")))
                            .get("n"))
                    .isEqualTo(new BigDecimal("99999999999.123456"));
            assertThat(accepted(form, posted("n", 0.1)).get("n")).isEqualTo(new BigDecimal("0.1"));
            assertThat(accepted(form, posted("n", -0.0)).get("n")).isEqualTo(BigDecimal.ZERO);
            assertThat(accepted(form, posted("n", 1e7)).get("n")).isEqualTo(new BigDecimal("10000000"));
            assertThat(accepted(form, posted("n", new BigDecimal("1E+3"))).get("n"))
                    .isEqualTo(new BigDecimal("1000"));
            assertThat(accepted(form, posted("n", BigInteger.TEN)).get("n")).isEqualTo(new BigDecimal("10"));
        }

        @Test
        void anythingElseIsNoNumber() {
            var form = Forms.of("{'type':'number','id':'n','key':'n','label':'Tal'}");
            for (var value : List.of(
                    "12",
                    "tolv",
                    true,
                    List.of(1),
                    Map.of("a", 1),
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    new BigDecimal("1E+999999999"),
                    new BigDecimal("1E-999999999"))) {
                assertThat(refused(form, posted("n", value))).containsEntry("n", "Tal ska vara ett tal.");
            }
        }

        @Test
        void aFieldThatSerializesToTextTakesPlainDecimalText() {
            var form = Forms.of("{'type':'number','id':'n','key':'n','serializeToString':true}");
            assertThat(accepted(form, posted("n", "12.50")).get("n")).isEqualTo(new BigDecimal("12.50"));
            assertThat(refused(form, posted("n", "1e5"))).containsKey("n");
            assertThat(refused(form, posted("n", "1 2"))).containsKey("n");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 4})
        void theBoundariesThemselvesAreAllowed(int value) {
            assertThat(accepted(need, posted("need", value))).containsEntry("need", BigDecimal.valueOf(value));
        }

        @Test
        void outsideTheBoundariesThePersonIsToldTheBoundary() {
            assertThat(refused(need, posted("need", 5))).containsExactly(Map.entry("need", "Behov ska vara högst 4."));
            assertThat(refused(need, posted("need", -1))).containsExactly(Map.entry("need", "Behov ska vara lägst 0."));
            assertThat(refused(need, posted("need", 3.5)))
                    .containsExactly(Map.entry("need", "Behov ska vara ett heltal."));
            assertThat(refused(need, posted())).containsExactly(Map.entry("need", "Fyll i Behov."));
            assertThat(refused(need, posted("need", null))).containsExactly(Map.entry("need", "Fyll i Behov."));
            assertThat(refused(need, posted("need", ""))).containsExactly(Map.entry("need", "Fyll i Behov."));
        }

        @Test
        void stepsAndDecimalsAreExact() {
            var form =
                    Forms.of("{'type':'number','id':'n','key':'n','label':'Del','increment':'0.1','decimalDigits':1}");
            assertThat(accepted(form, posted("n", 0.3))).containsEntry("n", new BigDecimal("0.3"));
            assertThat(refused(form, posted("n", 0.35))).containsEntry("n", "Del: antalet decimaler får vara högst 1.");
        }

        @Test
        void oneWrongNumberIsToldInOneSentence() {
            var form = Forms.of("{'type':'number','id':'n','key':'n','label':'Belopp','decimalDigits':2,"
                    + "'validate':{'min':1},'properties':{'check':'money'}}");
            assertThat(refused(form, posted("n", -0.555)))
                    .containsExactly(Map.entry("n", "Belopp: antalet decimaler får vara högst 2."));
        }

        @Test
        void aNumberThatNothingOfAGrantReachesIsASlip() {
            var form = Forms.of("{'type':'number','id':'n','key':'n','label':'Antal kvinnor'}");
            assertThat(refused(form, posted("n", new BigDecimal("1E+25"))))
                    .containsEntry("n", "Antal kvinnor är för stort. Kontrollera siffrorna.");
            assertThat(accepted(form, posted("n", 999_999_999_999L))).containsKey("n");
            assertThat(refused(form, posted("n", 1_000_000_000_000L))).containsKey("n");
        }

        @Test
        void limitsMayBeExpressionsOfWhatTheFormShows() {
            var form = Forms.of(
                    "{'type':'number','id':'n','key':'granted','label':'Beviljat','validate':{'max':'=applied'}}");
            assertThat(accepted(form, posted("granted", 100), Map.of("applied", new BigDecimal("100"))))
                    .containsKey("granted");
            assertThat(refused(form, posted("granted", 100.01), Map.of("applied", new BigDecimal("100"))))
                    .containsEntry("granted", "Beviljat ska vara högst 100.");
        }
    }

    @Nested
    class Texts {
        private final FormSchema form = Forms.of("{'type':'textfield','id':'t','key':'t','label':'Namn: ',"
                + "'validate':{'required':true,'minLength':2,'maxLength':4}}");

        @Test
        void lengthIsThatOfTheTrimmedText() {
            assertThat(accepted(form, posted("t", " ab "))).containsEntry("t", " ab ");
            assertThat(accepted(form, posted("t", "abcd "))).containsEntry("t", "abcd ");
            assertThat(refused(form, posted("t", " a "))).containsEntry("t", "Namn ska ha minst 2 tecken.");
            assertThat(refused(form, posted("t", "abcde"))).containsEntry("t", "Namn får ha högst 4 tecken.");
            assertThat(refused(form, posted("t", "   "))).containsEntry("t", "Fyll i Namn.");
        }

        @Test
        void whatCannotBeStoredIsRefused() {
            assertThat(refused(form, posted("t", "a\u0000b")).get("t")).contains("går att spara");
            assertThat(refused(form, posted("t", "a\ud800")).get("t")).contains("går att spara");
            assertThat(accepted(form, posted("t", "a\ud83d\ude00"))).containsKey("t");
            assertThat(refused(form, posted("t", "a\nb")).get("t")).contains("en rad");
            assertThat(refused(form, posted("t", 12)).get("t")).isEqualTo("Namn ska vara text.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\u200B\u200B", " \u2060\uFEFF ", "\u3164", "\u202E"})
        void aTextOfSignsWithoutWidthIsNoAnswer(String invisible) {
            var form = Forms.of("{'type':'textfield','id':'t','key':'t','label':'Namn','validate':{'required':true}}");
            assertThat(refused(form, posted("t", invisible))).containsEntry("t", "Fyll i Namn.");
        }

        @Test
        void aTurnedDirectionEndsWithTheTextItStandsIn() {
            var form = Forms.of("{'type':'textfield','id':'t','key':'t'}");
            assertThat(accepted(form, posted("t", "a\u202Eb"))).containsEntry("t", "a\u202Eb\u202C");
            assertThat(accepted(form, posted("t", "\u2067a\u202Eb\u2069c")))
                    .containsEntry("t", "\u2067a\u202Eb\u2069c");
            assertThat(accepted(form, posted("t", "\u2066a\u202Bb"))).containsEntry("t", "\u2066a\u202Bb\u202C\u2069");
            assertThat(accepted(form, posted("t", "\u202Ba\u202Cb"))).containsEntry("t", "\u202Ba\u202Cb");
        }

        @Test
        void linesAreAllowedInTextAreasUpToTheLongestText() {
            var area = Forms.of("{'type':'textarea','id':'t','key':'t','label':'Text'}");
            assertThat(accepted(area, posted("t", "a\r\n\tb"))).containsKey("t");
            assertThat(accepted(area, posted("t", "x".repeat(20_000)))).containsKey("t");
            assertThat(refused(area, posted("t", "x".repeat(20_001))))
                    .containsEntry("t", "Text får ha högst 20000 tecken. Korta texten.");
        }

        @Test
        void aPatternMayBeFoundAnywhereAsInJavaScript() {
            var pattern = Forms.of("{'type':'textfield','id':'t','key':'t','label':'Diarienummer',"
                    + "'validate':{'pattern':'^[0-9]+-20[0-9]{2}$'},'properties':{'patternMessage':'Skriv som 123-2026.'}},"
                    + "{'type':'textfield','id':'u','key':'u','validate':{'pattern':'b'}}");
            assertThat(accepted(pattern, posted("t", "123-2026", "u", "abc"))).hasSize(2);
            assertThat(refused(pattern, posted("t", "123", "u", "ac")))
                    .containsEntry("t", "Skriv som 123-2026.")
                    .containsKey("u");
        }

        @ParameterizedTest
        @CsvSource({
            "email,a@b.se,true",
            "email,a@b,true",
            "email,a@b..se,false",
            "email,åke@b.se,false",
            "email,a b@c.se,false",
            "phone,+46701234567,true",
            "phone,0046701234567,true",
            "phone,0701234567,false",
            "phone,+46,false"
        })
        void emailAndPhone(String type, String value, boolean good) {
            var checked =
                    Forms.of("{'type':'textfield','id':'t','key':'t','label':'Kontakt','validate':{'validationType':'"
                            + type + "'}}");
            if (good) {
                assertThat(accepted(checked, posted("t", value))).containsKey("t");
            } else {
                assertThat(refused(checked, posted("t", value)).get("t")).startsWith("Kontakt ska vara");
            }
        }

        @ParameterizedTest
        @CsvSource({
            "organisationNumber,802002-4280,true",
            "organisationNumber,8020024280,true",
            "organisationNumber,802002-4281,false",
            "organisationNumber,80200-24280,false",
            "organisationNumber,16802002-4280,false",
            // Check digits that hold, in numbers that no organisation has.
            "organisationNumber,000000-0000,false",
            "organisationNumber,811228-9874,false",
            "organisationNumber,021200-1002,false",
            "giro,00,false",
            "giro,0000-0000,false",
            "giro,5050-1055,true",
            "giro,50501055,true",
            "giro,5050-1056,false",
            "giro,123456789,false",
            "giro,4-2,true",
            "giro,1,false"
        })
        void checkDigitsAreCounted(String check, String value, boolean good) {
            var checked = Forms.of(
                    "{'type':'textfield','id':'t','key':'t','label':'Nummer','properties':{'check':'" + check + "'}}");
            if (good) {
                assertThat(accepted(checked, posted("t", value))).containsKey("t");
            } else {
                assertThat(refused(checked, posted("t", value)).get("t"))
                        .isEqualTo(
                                check.equals("giro")
                                        ? "Nummer stämmer inte. Kontrollera siffrorna."
                                        : "Nummer har tio siffror, till exempel 802002-4280. Kontrollera siffrorna.");
            }
        }

        @Test
        void moneyHasNoMinusAndNoPartsOfAnOre() {
            var money =
                    Forms.of("{'type':'number','id':'n','key':'n','label':'Belopp','properties':{'check':'money'}}");
            assertThat(accepted(money, posted("n", 0))).containsKey("n");
            assertThat(accepted(money, posted("n", 0.01))).containsKey("n");
            assertThat(refused(money, posted("n", -0.01))).containsKey("n");
            assertThat(refused(money, posted("n", 0.001))).containsKey("n");
            assertThat(refused(money, posted("n", 1_000_000_000_000L))).containsKey("n");
        }
    }

    @Nested
    class Choices {
        private final FormSchema form = Forms.of(
                """
                {'type':'radio','id':'r','key':'outcome','label':'Utfall','validate':{'required':true},
                 'values':[{'label':'Bifall','value':'GRANT'},{'label':'Avslag','value':'REFUSE'}]},
                {'type':'checklist','id':'c','key':'grounds','label':'Grunder','values':['A','B']},
                {'type':'select','id':'s','key':'county','label':'Län','valuesKey':'counties'},
                {'type':'taglist','id':'t','key':'tags','label':'Ämnen','valuesExpression':'=subjects'}""");
        private final Map<String, Object> shown = Map.of(
                "counties", List.of(Map.of("label", "Blekinge", "value", "K"), "H"), "subjects", List.of("X", "Y"));

        @Test
        void chosenOptionsAreKeptAsText() {
            assertThat(accepted(
                            form,
                            posted(
                                    "outcome",
                                    "GRANT",
                                    "grounds",
                                    List.of("B", "B", "A"),
                                    "county",
                                    "K",
                                    "tags",
                                    List.of("Y")),
                            shown))
                    .containsEntry("outcome", "GRANT")
                    .containsEntry("grounds", List.of("B", "A"))
                    .containsEntry("county", "K")
                    .containsEntry("tags", List.of("Y"));
        }

        @Test
        void whatIsNotOfferedIsRefusedFieldByField() {
            assertThat(refused(
                            form,
                            posted("outcome", "OTHER", "grounds", List.of("C"), "county", "F", "tags", "X"),
                            shown))
                    .containsEntry("outcome", "Utfall: välj bland alternativen som visas.")
                    .containsEntry("grounds", "Grunder: välj bland alternativen som visas.")
                    .containsEntry("county", "Län: välj bland alternativen som visas.")
                    .containsEntry("tags", "Ämnen ska vara en lista med alternativ.");
        }

        @Test
        void ifNoOptionsAreShownNothingCanBeChosen() {
            assertThat(refused(form, posted("outcome", "GRANT", "county", "K"))).containsKey("county");
        }

        @Test
        void aRequiredChoiceIsAsked() {
            assertThat(refused(form, posted("outcome", ""), shown)).containsEntry("outcome", "Välj Utfall.");
            var list = Forms.of(
                    "{'type':'checklist','id':'c','key':'c','label':'Grunder','values':['A'],'validate':{'required':true}}");
            assertThat(refused(list, posted("c", List.of()))).containsEntry("c", "Välj Grunder.");
            var question = Forms.of("{'type':'radio','id':'r','key':'r','label':'Beviljas bidrag?',"
                    + "'values':['ja','nej'],'validate':{'required':true}}");
            assertThat(refused(question, posted())).containsEntry("r", "Svara på frågan: Beviljas bidrag?");
        }

        @Test
        void aRequiredCheckboxMustBeTicked() {
            var box = Forms.of(
                    "{'type':'checkbox','id':'c','key':'c','label':'Jag intygar','validate':{'required':true}}");
            assertThat(refused(box, posted("c", false))).containsEntry("c", "Kryssa i Jag intygar.");
            assertThat(refused(box, posted("c", "true"))).containsEntry("c", "Jag intygar ska vara ja eller nej.");
            assertThat(accepted(box, posted("c", true))).containsEntry("c", true);
        }

        @Test
        void numbersAsOptionsAreText() {
            var scale = Forms.of(
                    "{'type':'radio','id':'r','key':'r','values':[{'label':'Ett','value':1},{'label':'Två','value':2}]}");
            assertThat(accepted(scale, posted("r", 1))).containsEntry("r", "1");
            assertThat(refused(scale, posted("r", 3))).containsKey("r");
        }
    }

    @Nested
    class Dates {
        private final FormSchema form = Forms.of(
                """
                {'type':'datetime','subtype':'date','id':'a','key':'start','dateLabel':'Startdatum','disallowPassedDates':true},
                {'type':'datetime','subtype':'date','id':'b','key':'end','dateLabel':'Slutdatum','properties':{'notBefore':'start'}},
                {'type':'datetime','subtype':'time','id':'c','key':'hour','timeLabel':'Klockan','timeInterval':15},
                {'type':'datetime','subtype':'datetime','id':'d','key':'closes','dateLabel':'Stänger'}""");

        @Test
        void isoTextIsKept() {
            assertThat(accepted(
                            form,
                            posted(
                                    "start",
                                    "2026-04-01",
                                    "end",
                                    "2026-04-01",
                                    "hour",
                                    "13:45Z",
                                    "closes",
                                    "2026-05-01T23:59+02:00")))
                    .containsEntry("start", "2026-04-01")
                    .containsEntry("hour", "13:45Z")
                    .containsEntry("closes", "2026-05-01T23:59+02:00");
        }

        @Test
        void todayIsTheSwedishDay() {
            assertThat(refused(form, posted("start", "2026-03-31")))
                    .containsEntry("start", "Startdatum får inte ha passerat.");
        }

        @Test
        void whatHasHappenedIsNotInTheFuture() {
            var form = Forms.of("{'type':'datetime','id':'d','key':'d','dateLabel':'Dag för ankomst','subtype':'date',"
                    + "'properties':{'notFuture':'true'}}");
            assertThat(accepted(form, posted("d", "2026-04-01"))).containsKey("d");
            assertThat(refused(form, posted("d", "2026-04-02")))
                    .containsEntry("d", "Dag för ankomst får inte vara senare än i dag.");
        }

        @ParameterizedTest
        @CsvSource({"0001-01-01, 1", "1899-12-31, 1899", "2101-01-01, 2101", "9999-12-31, 9999"})
        void aDayOfAYearThatNobodyMeansIsASlip(String day, String year) {
            var form = Forms.of("{'type':'datetime','id':'d','key':'d','dateLabel':'Första dag','subtype':'date'}");
            assertThat(refused(form, posted("d", day)))
                    .containsEntry("d", "Första dag har årtalet " + year + ". Ange ett år från 1900 till 2100.");
            assertThat(accepted(form, posted("d", "1900-01-01"))).containsKey("d");
            assertThat(accepted(form, posted("d", "2100-12-31"))).containsKey("d");
        }

        @Test
        void theOtherDateMayStandInTheSameGroupOrRow() {
            var grouped = Forms.of(
                    """
                    {'type':'group','id':'g','path':'terms','components':[
                      {'type':'datetime','subtype':'date','id':'a','key':'opensOn','dateLabel':'Öppnar'},
                      {'type':'datetime','subtype':'date','id':'b','key':'closesOn','dateLabel':'Stänger','properties':{'notBefore':'opensOn'}}]},
                    {'type':'dynamiclist','id':'d','path':'rows','disableCollapse':true,'components':[
                      {'type':'datetime','subtype':'date','id':'c','key':'from','dateLabel':'Från'},
                      {'type':'datetime','subtype':'date','id':'e','key':'to','dateLabel':'Till','properties':{'notBefore':'from'}}]}""");
            assertThat(grouped.problems()).isEmpty();
            var dates = posted("opensOn", "2026-05-02", "closesOn", "2026-05-01");
            assertThat(refused(
                            grouped,
                            posted("terms", dates, "rows", List.of(posted("from", "2026-05-02", "to", "2026-05-01")))))
                    .containsEntry("terms.closesOn", "Stänger får inte vara före Öppnar.")
                    .containsEntry("rows[0].to", "rows, rad 1: Till får inte vara före Från.");
        }

        @Test
        void anEndBeforeItsStartIsRefused() {
            assertThat(refused(form, posted("start", "2026-04-02", "end", "2026-04-01")))
                    .containsEntry("end", "Slutdatum får inte vara före Startdatum.");
        }

        @ParameterizedTest
        @CsvSource({
            "start,2026-02-30",
            "start,2026-4-1",
            "start,01/04/2026",
            "start,2026-04-01T10:00",
            "start,+12026-04-01",
            "hour,24:00",
            "hour,9:00",
            "hour,13:60",
            "hour,13:50",
            "closes,2026-05-01",
            "closes,2026-05-01T",
            "closes,T10:00"
        })
        void whatIsNoSuchDateOrTimeIsRefused(String key, String value) {
            assertThat(refused(form, posted(key, value))).containsOnlyKeys(key);
        }
    }

    @Nested
    class HiddenAndLocked {
        @Test
        void aHiddenFieldIsNeitherAskedForNorStored() {
            var form = Forms.of(
                    """
                    {'type':'radio','id':'r','key':'outcome','values':['GRANT','REFUSE']},
                    {'type':'textfield','id':'t','key':'reason','label':'Skäl','validate':{'required':true},
                     'conditional':{'hide':'=outcome = "GRANT"'}}"""
                            .replace("\"", "\\\""));
            assertThat(form.problems()).isEmpty();
            assertThat(accepted(form, posted("outcome", "GRANT", "reason", "x")))
                    .containsOnlyKeys("outcome");
            assertThat(refused(form, posted("outcome", "REFUSE"))).containsEntry("reason", "Fyll i Skäl.");
        }

        @Test
        void whatDependsOnAHiddenFieldFollowsIt() {
            var form = Forms.of(
                    """
                    {'type':'checkbox','id':'a','key':'a'},
                    {'type':'checkbox','id':'b','key':'b','conditional':{'hide':'=not(a = true)'}},
                    {'type':'group','id':'g','conditional':{'hide':'=not(b = true)'},'components':[
                      {'type':'number','id':'c','key':'c','label':'C','validate':{'required':true}}]}""");
            assertThat(accepted(form, posted("a", false, "b", true, "c", 1))).containsOnlyKeys("a");
            assertThat(refused(form, posted("a", true, "b", true))).containsOnlyKeys("c");
        }

        @Test
        void aHiddenFieldOfTheWrongTypeIsJustDropped() {
            var form = Forms.of("{'type':'number','id':'a','key':'a','conditional':{'hide':'=true'}}");
            assertThat(accepted(form, posted("a", "tolv"))).isEmpty();
        }

        @Test
        void disabledAndReadOnlyFieldsKeepTheirStoredValue() {
            var form = Forms.of(
                    """
                    {'type':'number','id':'a','key':'applied','disabled':true,'validate':{'required':true}},
                    {'type':'textfield','id':'b','key':'name','readonly':true},
                    {'type':'textfield','id':'c','key':'note','readonly':'=name = \\"Föreningen\\"'},
                    {'type':'textfield','id':'d','key':'free','readonly':'=false'}""");
            assertThat(form.problems()).isEmpty();
            var stored = Map.<String, Object>of("applied", 5, "name", "Föreningen", "note", "gammal", "free", "x");
            assertThat(accepted(form, posted("applied", 9, "name", "Annan", "note", "ny", "free", "y"), stored))
                    .containsEntry("applied", new BigDecimal("5"))
                    .containsEntry("name", "Föreningen")
                    .containsEntry("note", "gammal")
                    .containsEntry("free", "y");
            assertThat(accepted(form, posted("name", "Annan"))).isEmpty();
        }

        @Test
        void anExpressionIsComputedHereWhateverWasPosted() {
            var form = Forms.of(
                    """
                    {'type':'number','id':'a','key':'a'},{'type':'number','id':'b','key':'b'},
                    {'type':'expression','id':'s','key':'total','expression':'=a + b'}""");
            assertThat(accepted(form, posted("a", 1, "b", 2, "total", 1000)).get("total"))
                    .isEqualTo(new BigDecimal("3"));
        }
    }

    @Nested
    class Rows {
        private final FormSchema form = Forms.of(
                """
                {'type':'dynamiclist','id':'d','path':'budgetLines','label':'Budget','disableCollapse':true,
                 'properties':{'rowLabel':'Budgetrad','minRows':'1','maxRows':'3'},'components':[
                   {'type':'select','id':'k','key':'kind','values':['PAY','RENT']},
                   {'type':'number','id':'x','key':'amount','label':'Belopp','validate':{'required':true,'min':1}},
                   {'type':'textfield','id':'t','key':'text','label':'Beskrivning','validate':{'required':true},
                    'conditional':{'hide':'=this.kind = \\"PAY\\"'}}]}""");

        @Test
        void eachRowIsValidatedByItsOwnValues() {
            assertThat(form.problems()).isEmpty();
            assertThat(accepted(
                                    form,
                                    posted(
                                            "budgetLines",
                                            List.of(
                                                    posted("kind", "PAY", "amount", 10, "text", "dold"),
                                                    posted("kind", "RENT", "amount", 20.5, "text", "Lokal"))))
                            .get("budgetLines"))
                    .isEqualTo(List.of(
                            Map.of("kind", "PAY", "amount", new BigDecimal("10")),
                            Map.of("kind", "RENT", "amount", new BigDecimal("20.5"), "text", "Lokal")));
        }

        @Test
        void messagesNameTheRow() {
            assertThat(refused(
                            form,
                            posted(
                                    "budgetLines",
                                    List.of(
                                            posted("kind", "PAY", "amount", 1),
                                            posted("kind", "RENT", "amount", 0, "color", "red")))))
                    .containsOnlyKeys("budgetLines[1].amount", "budgetLines[1].text", "budgetLines[1].color")
                    .containsEntry("budgetLines[1].amount", "Budgetrad 2: Belopp ska vara lägst 1.")
                    .containsEntry("budgetLines[1].text", "Budgetrad 2: Fyll i Beskrivning.");
        }

        @Test
        void theNumberOfRowsIsBounded() {
            assertThat(refused(form, posted())).containsEntry("budgetLines", "Lägg till minst en rad i Budget.");
            var row = posted("kind", "PAY", "amount", 1);
            assertThat(accepted(form, posted("budgetLines", List.of(row, row, row))))
                    .isNotEmpty();
            assertThat(refused(form, posted("budgetLines", List.of(row, row, row, row))))
                    .containsEntry("budgetLines", "Antalet rader i Budget får vara högst 3.");
        }

        @Test
        void rowsThatAreNoRowsAreRefused() {
            assertThat(refused(form, posted("budgetLines", "x")))
                    .containsEntry("budgetLines", "Budget ska vara en lista med rader.");
            assertThat(refused(form, posted("budgetLines", List.of("x")))).containsKey("budgetLines");
        }

        @Test
        void fixedRowsAreThoseOfTheCase() {
            var findings = Forms.of(
                    """
                    {'type':'dynamiclist','id':'d','path':'findings','label':'Brister','disableCollapse':true,'allowAddRemove':false,
                     'components':[{'type':'textfield','id':'c','key':'code','disabled':true},
                       {'type':'radio','id':'a','key':'answer','label':'Svar','values':['UPHELD','SET_ASIDE'],'validate':{'required':true}}]}""");
            assertThat(findings.problems()).isEmpty();
            var stored = Map.<String, Object>of("findings", List.of(Map.of("code", "A1"), Map.of("code", "B2")));
            assertThat(accepted(
                            findings,
                            posted(
                                    "findings",
                                    List.of(posted("answer", "UPHELD", "code", "X9"), posted("answer", "SET_ASIDE"))),
                            stored))
                    .containsEntry(
                            "findings",
                            List.of(
                                    Map.of("code", "A1", "answer", "UPHELD"),
                                    Map.of("code", "B2", "answer", "SET_ASIDE")));
            assertThat(refused(findings, posted("findings", List.of(posted("answer", "UPHELD"))), stored))
                    .containsEntry("findings[1].answer", "Brister, rad 2: Välj Svar.");
            assertThat(refused(
                            findings,
                            posted(
                                    "findings",
                                    Arrays.asList(
                                            posted("answer", "UPHELD"),
                                            posted("answer", "UPHELD"),
                                            posted("answer", "UPHELD"))),
                            stored))
                    .containsEntry("findings", "Antalet rader i Brister ska vara 2; rader kan inte läggas till.");
        }
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        var form = Forms.of(
                """
                {'type':'textfield','id':'a','key':'a','label':'A','validate':{'required':true}},
                {'type':'number','id':'b','key':'b','label':'B','validate':{'max':1}}""");
        assertThat(refused(form, posted("b", 2, "c", 3)))
                .containsEntry("a", "Fyll i A.")
                .containsEntry("b", "B ska vara högst 1.")
                .containsEntry("c", "Fältet c finns inte i formuläret. Ta bort det och skicka igen.");
    }

    @Test
    void groupsWithAPathAreNestedAndTheirKeysDotted() {
        var form = Forms.of(
                """
                {'type':'group','id':'g','path':'applicant','components':[
                  {'type':'textfield','id':'n','key':'name','label':'Namn','validate':{'required':true}}]}""");
        assertThat(accepted(form, posted("applicant", posted("name", "Föreningen"))))
                .containsEntry("applicant.name", "Föreningen");
        assertThat(refused(form, posted("applicant", posted("nam", "x"))))
                .containsOnlyKeys("applicant.name", "applicant.nam");
        assertThat(refused(form, posted("applicant.name", "x"))).containsOnlyKeys("applicant.name");
    }

    @Test
    void answersLargerThanAMegabyteAreRefusedAsAWhole() {
        var form = Forms.of("{'type':'textarea','id':'a','key':'a'}");
        assertThat(refused(form, posted("a", "å".repeat(500_001)))).containsOnlyKeys("");
    }

    @Test
    void everyMessageIsAlsoInEnglish() throws IOException {
        var swedish = new Properties();
        var english = new Properties();
        swedish.load(new InputStreamReader(getClass().getResourceAsStream("/form-messages.properties"), UTF_8));
        english.load(new InputStreamReader(getClass().getResourceAsStream("/form-messages_en.properties"), UTF_8));
        assertThat(english.keySet()).isEqualTo(swedish.keySet());
        var form = Forms.of("{'type':'number','id':'n','key':'need','label':'Need','validate':{'max':4}}");
        assertThat(catchThrowableOfType(
                        Rejected.class, () -> validator.validate(form, posted("need", 5), Map.of(), Locale.ENGLISH)))
                .hasMessage("Need must be at most 4.");
    }
}
