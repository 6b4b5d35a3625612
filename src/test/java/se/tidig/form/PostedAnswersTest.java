package se.tidig.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;

/** What is read of a page that a person sends. */
class PostedAnswersTest {

    private static final String AMOUNT = "{'type':'number','id':'n','key':'amount','label':'Belopp','decimalDigits':2}";
    private static final String DAY = "{'type':'datetime','id':'d','key':'day','subtype':'date','dateLabel':'Dag'}";
    private static final String LINES =
            "{'type':'dynamiclist','id':'l','path':'lines','label':'Poster','disableCollapse':true,'components':["
                    + "{'type':'textfield','id':'t','key':'what','label':'Vad'},"
                    + "{'type':'checkbox','id':'c','key':'paid','label':'Betald'}]}";

    private static PostedAnswers.Read read(String components, Map<String, Object> before, String... parameters) {
        return read(null, components, before, parameters);
    }

    private static PostedAnswers.Read read(
            String part, String components, Map<String, Object> before, String... parameters) {
        var sent = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < parameters.length; i += 2) {
            sent.add(parameters[i], parameters[i + 1]);
        }
        return PostedAnswers.read(Forms.of(components), part, sent, before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "300 000|300000",
                "300\u00a0000|300000",
                "300.000,00|300000.00",
                "300.000|300000",
                "300000|300000",
                "300 000 kr|300000",
                "SEK 300,000.50|300000.50",
                "1 234,5 kronor|1234.5",
                "12:-|12",
                "\u2212 5|-5",
                "0,5|0.5",
                ",5|0.5",
                "5.|5",
                "1.5|1.5",
                "0|0"
            })
    void anAmountIsReadAsPeopleWriteIt(String typed, BigDecimal amount) {
        assertThat(read(AMOUNT, Map.of(), "amount", typed).answers()).containsEntry("amount", amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tre hundra", "30 0000", "1.2.3", "12 13", "1,2,3", "5 %", "0x1F", "1e5"})
    void whatIsNoAmountStaysAsItWasTyped(String typed) {
        assertThat(read(AMOUNT, Map.of(), "amount", typed).answers()).containsEntry("amount", typed);
    }

    @Test
    void threeDigitsAfterAPointAreDecimalsWhereDecimalsAreAskedFor() {
        var share = "{'type':'number','id':'n','key':'share','label':'Andel','decimalDigits':3}";
        assertThat(read(share, Map.of(), "share", "1.125").answers()).containsEntry("share", new BigDecimal("1.125"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-02-01",
                "1 februari 2027",
                "1 feb 2027",
                "den 1 februari 2027",
                "måndag 1 februari 2027",
                "1/2 2027",
                "1/2-2027",
                "1.2.2027",
                "20270201",
                "2027/2/1",
                "1 February 2027",
                "February 1, 2027",
                "Monday, 1st of February 2027",
                "  1  FEBRUARI\u00a02027 "
            })
    void aDayIsReadAsPeopleWriteIt(String typed) {
        assertThat(read(DAY, Map.of(), "day", typed).answers()).containsEntry("day", "2027-02-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31 februari 2027", "i vår", "1/2", "2027-13-01", "1 fabruari 2027", "1/2 27"})
    void whatIsNoDayStaysAsItWasTyped(String typed) {
        assertThat(read(DAY, Map.of(), "day", typed).answers()).containsEntry("day", typed);
    }

    @Test
    void everyMonthIsReadInBothLanguages() {
        var swedish = List.of(
                "januari",
                "februari",
                "mars",
                "april",
                "maj",
                "juni",
                "juli",
                "augusti",
                "september",
                "oktober",
                "november",
                "december");
        var english = List.of(
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December");
        for (int i = 0; i < 12; i++) {
            var day = "2027-%02d-03".formatted(i + 1);
            assertThat(read(DAY, Map.of(), "day", "3 " + swedish.get(i) + " 2027")
                            .answers())
                    .containsEntry("day", day);
            assertThat(read(DAY, Map.of(), "day", "3 " + english.get(i) + " 2027")
                            .answers())
                    .containsEntry("day", day);
        }
    }

    @Test
    void aTimeIsReadAsPeopleWriteIt() {
        var time = "{'type':'datetime','id':'d','key':'at','subtype':'time','timeLabel':'Tid'}";
        for (var typed : List.of("13.30", "13:30", "kl. 13.30", "kl 13.30", "1330")) {
            assertThat(read(time, Map.of(), "at", typed).answers()).containsEntry("at", "13:30");
        }
        assertThat(read(time, Map.of(), "at", "9").answers()).containsEntry("at", "09:00");
        assertThat(read(time, Map.of(), "at", "25.00").answers()).containsEntry("at", "25.00");
    }

    @Test
    void aDayWithTimeIsReadFromTwoFields() {
        var both = "{'type':'datetime','id':'d','key':'at','subtype':'datetime','dateLabel':'När'}";
        assertThat(read(both, Map.of(), "at", "1 februari 2027", "at", "9.15").answers())
                .containsEntry("at", "2027-02-01T09:15");
        assertThat(read(both, Map.of(), "at", "i vår", "at", "9.15").answers()).containsEntry("at", "i vårT09:15");
        assertThat(read(both, Map.of(), "at", "", "at", "").answers()).containsEntry("at", null);
        var summer = "{'type':'datetime','id':'d','key':'at','subtype':'datetime','dateLabel':'När',"
                + "'timeSerializingFormat':'utc_offset'}";
        assertThat(read(summer, Map.of(), "at", "2027-07-01", "at", "9.15").answers())
                .containsEntry("at", "2027-07-01T09:15+02:00");
    }

    @Test
    void aSwedishTelephoneNumberGetsSwedensNumberInFront() {
        var phone =
                "{'type':'textfield','id':'p','key':'phone','label':'Telefon','validate':{'validationType':'phone'}}";
        assertThat(read(phone, Map.of(), "phone", "070-123 45 67").answers()).containsEntry("phone", "+46701234567");
        assertThat(read(phone, Map.of(), "phone", "växeln").answers()).containsEntry("phone", "växeln");
    }

    @Test
    void aBoxIsUntickedOnlyIfItWasOnThePage() {
        var box = "{'type':'checkbox','id':'c','key':'yes','label':'Ja'}";
        Map<String, Object> before = Map.of("yes", true);
        assertThat(read(box, before, "asked", "yes").answers()).containsEntry("yes", false);
        assertThat(read(box, before, "other", "x").answers()).containsEntry("yes", true);
        assertThat(read(box, Map.of(), "asked", "yes", "yes", "true").answers()).containsEntry("yes", true);
    }

    @Test
    void severalChoicesAreAListAndNoneIsAnEmptyOne() {
        var list = "{'type':'checklist','id':'c','key':'areas','label':'Områden','values':["
                + "{'label':'A','value':'a'},{'label':'B','value':'b'}]}";
        assertThat(read(list, Map.of(), "asked", "areas", "areas", "b", "areas", "a")
                        .answers())
                .containsEntry("areas", List.of("b", "a"));
        assertThat(read(list, Map.of("areas", List.of("a")), "asked", "areas").answers())
                .containsEntry("areas", List.of());
    }

    @Test
    void anotherPartsAnswersAreLeftAlone() {
        var parts = "{'type':'group','id':'one','label':'Ett','components':["
                + "{'type':'textfield','id':'a','key':'a','label':'A'}]},"
                + "{'type':'group','id':'two','label':'Två','components':["
                + "{'type':'textfield','id':'b','key':'b','label':'B'}]}";
        assertThat(read("one", parts, Map.of("b", "kvar"), "a", "nytt", "b", "smuget")
                        .answers())
                .isEqualTo(Map.of("a", "nytt", "b", "kvar"));
    }

    @Test
    void aKeyWithAPathIsReadIntoMaps() {
        var group = "{'type':'group','id':'g','path':'applicant','components':["
                + "{'type':'textfield','id':'a','key':'name','label':'Namn'}]}";
        assertThat(read(group, Map.of(), "applicant.name", " Bryggan ").answers())
                .isEqualTo(Map.of("applicant", Map.of("name", "Bryggan")));
    }

    @Test
    void aLockedQuestionIsNotRead() {
        var locked = "{'type':'textfield','id':'a','key':'a','label':'A','disabled':true}";
        assertThat(read(locked, Map.of(), "a", "manipulerat").answers()).isEmpty();
    }

    @Test
    void rowsAreReadInTheOrderOfTheirPlaces() {
        var read = read(
                LINES,
                Map.of(),
                "asked",
                "lines",
                "asked",
                "lines[7]",
                "lines[7].what",
                "sist",
                "asked",
                "lines[2].paid",
                "lines[2].what",
                "först",
                "lines[2].paid",
                "true");
        assertThat(read.answers())
                .containsEntry("lines", List.of(Map.of("what", "först", "paid", true), Map.of("what", "sist")));
        assertThat(read.isRowChange()).isFalse();
    }

    @Test
    void aButtonAddsARowAndTheFocusGoesToIt() {
        var read = read(LINES, Map.of(), "asked", "lines", "lines[0].what", "hyra", "add", "lines");
        assertThat(read.answers()).containsEntry("lines", List.of(Map.of("what", "hyra"), Map.of()));
        assertThat(read.focus()).isEqualTo("q-lines-1-what");
    }

    @Test
    void aButtonTakesARowAwayAndTheOthersStay() {
        var read = read(
                LINES,
                Map.of(),
                "lines[0].what",
                "a",
                "lines[1].what",
                "b",
                "lines[2].what",
                "c",
                "remove",
                "lines[1]");
        assertThat(read.answers()).containsEntry("lines", List.of(Map.of("what", "a"), Map.of("what", "c")));
        assertThat(read.focus()).isEqualTo("q-lines-1-what");
    }

    @Test
    void withoutRowsTheFocusGoesToTheButtonThatAddsOne() {
        var read = read(LINES, Map.of(), "asked", "lines", "lines[0].what", "a", "remove", "lines[0]");
        assertThat(read.answers()).containsEntry("lines", List.of());
        assertThat(read.focus()).isEqualTo("q-lines-add");
    }

    @Test
    void noRowIsAddedBeyondTheMost() {
        var two = LINES.replace("'disableCollapse'", "'properties':{'maxRows':'1'},'disableCollapse'");
        assertThat(read(two, Map.of(), "lines[0].what", "a", "add", "lines").answers())
                .containsEntry("lines", List.of(Map.of("what", "a")));
    }

    @Test
    void answersOfAnEarlierFormAreLeftOut() {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("gone", "x");
        answers.put("lines", List.of(Map.of("what", "a", "gone", "y")));
        assertThat(PostedAnswers.known(Forms.of(LINES), answers))
                .isEqualTo(Map.of("lines", List.of(Map.of("what", "a"))));
    }

    @Test
    void storedAnswersAreMapsInMapsAsIfTheyWereSent() {
        assertThat(PostedAnswers.asSent(Map.of("applicant.name", "x")))
                .isEqualTo(Map.of("applicant", Map.of("name", "x")));
    }

    @Test
    void aSignThatCannotBeStoredIsReplaced() {
        var name = "{'type':'textfield','id':'t','key':'name','label':'Namn'}";
        assertThat(read(name, Map.of(), "name", "a\0b").answers()).containsEntry("name", "a\uFFFDb");
    }

    /** The question was put differently when it was answered, so the page does not show the answer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'radio','id':'q','key':'q','values':[{'label':'Ja','value':'yes'}]}",
                "{'type':'checklist','id':'q','key':'q','values':[{'label':'Ja','value':'yes'}]}",
                "{'type':'checkbox','id':'q','key':'q'}",
                "{'type':'dynamiclist','id':'q','path':'q','disableCollapse':true,"
                        + "'components':[{'type':'textfield','id':'t','key':'what'}]}"
            })
    void nobodyTakesAwayWhatThePageDoesNotShow(String question) {
        assertThat(read(question, Map.of("q", "Två anställda"), "asked", "q").answers())
                .containsEntry("q", "Två anställda");
    }

    @Test
    void whatThePageShowsIsTakenAway() {
        var choice = "{'type':'checklist','id':'q','key':'q','values':[{'label':'Ja','value':'yes'}]}";
        assertThat(read(choice, Map.of("q", List.of("yes")), "asked", "q").answers())
                .containsEntry("q", List.of());
        var text = "{'type':'textfield','id':'q','key':'q','label':'Namn'}";
        assertThat(read(text, Map.of("q", "Anna"), "q", "").answers()).containsEntry("q", "");
        assertThat(read(text, Map.of("q", List.of("yes")), "q", "").answers()).containsEntry("q", List.of("yes"));
        assertThat(read(text, Map.of("q", List.of("yes")), "q", "Anna").answers())
                .containsEntry("q", "Anna");
    }
}
