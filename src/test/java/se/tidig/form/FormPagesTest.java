package se.tidig.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What the portal shows of a form. */
class FormPagesTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final FormValidator validator =
            new FormValidator(Clock.fixed(Instant.parse("2026-11-27T10:00:00Z"), ZoneOffset.UTC));
    private final FormPages pages = new FormPages(validator);

    private FormPage page(String components, Map<String, Object> answers) {
        return pages.page(form(components), null, answers, Map.of(), Map.of(), SWEDISH);
    }

    private Document drawn(String components, Map<String, Object> answers) {
        return DrawnPage.of(page(components, answers));
    }

    private static FormSchema form(String components) {
        var form = Forms.of(components);
        assertThat(form.problems()).isEmpty();
        return form;
    }

    @Test
    void aQuestionHasItsKeyAsNameItsLabelItsHintAndItsValue() {
        var form = drawn(
                "{'type':'textfield','id':'a','key':'title','label':'Namn','description':'Kort.'}",
                Map.of("title", "<b>Språkcafé</b>"));
        var input = form.selectFirst("input[name=title]");
        assertThat(input.val()).isEqualTo("<b>Språkcafé</b>");
        assertThat(form.selectFirst("label[for=" + input.id() + "]").text()).isEqualTo("Namn");
        assertThat(form.getElementById(input.attr("aria-describedby")).text()).isEqualTo("Kort.");
    }

    @Test
    void amountsAndDaysAreWrittenInOneWay() {
        var components = "{'type':'number','id':'n','key':'amount','label':'Belopp','decimalDigits':2,"
                + "'appearance':{'suffixAdorner':'kr'}},"
                + "{'type':'datetime','id':'d','key':'day','subtype':'date','dateLabel':'Dag'}";
        Map<String, Object> answers = Map.of("amount", new BigDecimal("300000.5"), "day", "2027-02-01");
        var swedish = drawn(components, answers);
        assertThat(swedish.selectFirst("[name=amount]").val()).isEqualTo("300\u00a0000,50");
        assertThat(swedish.selectFirst("[name=day]").val()).isEqualTo("1 februari 2027");
        var english = DrawnPage.of(pages.page(form(components), null, answers, Map.of(), Map.of(), Locale.ENGLISH));
        assertThat(english.selectFirst("[name=amount]").val()).isEqualTo("300,000.50");
        assertThat(english.selectFirst("[name=day]").val()).isEqualTo("1 February 2027");
    }

    @Test
    void whatCouldNotBeReadIsShownAsItWasTypedWithAMessage() {
        var form = form("{'type':'number','id':'n','key':'amount','label':'Belopp'}");
        Map<String, Object> answers = Map.of("amount", "tre hundra");
        var problems = pages.problems(form, null, answers, Map.of(), SWEDISH);
        var drawn = DrawnPage.of(pages.page(form, null, answers, Map.of(), problems, SWEDISH));
        var input = drawn.selectFirst("[name=amount]");
        assertThat(input.val()).isEqualTo("tre hundra");
        assertThat(input.attr("aria-invalid")).isEqualTo("true");
        assertThat(drawn.getElementById(input.attr("aria-describedby")).text())
                .isEqualTo("Fel: Belopp ska vara ett tal.");
        assertThat(drawn.selectFirst(".summary a").attr("href")).isEqualTo("#" + input.id());
    }

    @Test
    void aDayThatTheMonthLacksIsToldSo() {
        var form = form("{'type':'datetime','id':'d','key':'day','subtype':'date','dateLabel':'Sista dag'}");
        Map<String, Object> answers = Map.of("day", "31 februari 2027");
        assertThat(pages.problems(form, null, answers, Map.of(), SWEDISH))
                .containsEntry("day", "Sista dag: februari 2027 har 28 dagar.");
        assertThat(pages.problems(form, null, answers, Map.of(), Locale.ENGLISH))
                .containsEntry("day", "Sista dag: February 2027 has 28 days.");
    }

    @Test
    void aFollowUpStandsAfterTheChoiceItBelongsTo() {
        var drawn = drawn(
                "{'type':'radio','id':'r','key':'agent','label':'Ombud?','values':["
                        + "{'label':'Ja','value':'true'},{'label':'Nej','value':'false'}]},"
                        + "{'type':'checkbox','id':'c','key':'power','label':'Fullmakt',"
                        + "'conditional':{'hide':'=agent != \\'true\\''}},"
                        + "{'type':'textfield','id':'t','key':'extent','label':'Omfattning',"
                        + "'conditional':{'hide':'=agent != \\'true\\' or power != true'}}",
                Map.of());
        assertThat(drawn.selectFirst(".choice:has([value=true][name=agent]) + .reveal [name=power]"))
                .isNotNull();
        assertThat(drawn.selectFirst(".choice:has([name=power]) + .reveal [name=extent]"))
                .isNotNull();
    }

    @Test
    void aQuestionThatHangsOnSomethingElseIsShownByTheServer() {
        var components = "{'type':'number','id':'n','key':'n','label':'Antal'},"
                + "{'type':'textfield','id':'t','key':'why','label':'Varför','conditional':{'hide':'=n < 5 or n = null'}}";
        assertThat(page(components, Map.of()).asked()).containsExactly("n");
        assertThat(page(components, Map.of("n", BigDecimal.TEN)).asked()).containsExactly("n", "why");
    }

    @Test
    void partsTellHowFarTheyHaveCome() {
        var form = form("{'type':'group','id':'one','label':'Ett','components':["
                + "{'type':'textfield','id':'a','key':'a','label':'A','validate':{'required':true}},"
                + "{'type':'number','id':'b','key':'b','label':'B'},"
                + "{'type':'textfield','id':'c','key':'c','label':'C','properties':{'optional':'true'}}]},"
                + "{'type':'group','id':'two','label':'Två','conditional':{'hide':'=a != \\'x\\''},'components':["
                + "{'type':'textfield','id':'d','key':'d','label':'D'}]}");
        assertThat(status(form, Map.of())).isEqualTo(FormPart.Status.NOT_BEGUN);
        assertThat(status(form, Map.of("a", ""))).isEqualTo(FormPart.Status.BEGUN);
        assertThat(status(form, Map.of("a", "y", "b", ""))).isEqualTo(FormPart.Status.BEGUN);
        assertThat(status(form, Map.of("a", "y", "b", "många"))).isEqualTo(FormPart.Status.NEEDS_ATTENTION);
        assertThat(status(form, Map.of("a", "y", "b", 1, "c", ""))).isEqualTo(FormPart.Status.DONE);
        assertThat(pages.parts(form, Map.of("a", "y"), Map.of(), SWEDISH))
                .extracting(FormPart::visible)
                .containsExactly(true, false);
        assertThat(pages.parts(form, Map.of("a", "x"), Map.of(), SWEDISH))
                .extracting(FormPart::visible)
                .containsExactly(true, true);
    }

    @Test
    void everyKindOfTextFieldHasItsKeyboard() {
        var drawn = drawn(
                "{'type':'textfield','id':'a','key':'mail','label':'E-post','validate':{'validationType':'email'}},"
                        + "{'type':'textfield','id':'b','key':'phone','label':'Telefon','validate':{'validationType':'phone'}},"
                        + "{'type':'textfield','id':'c','key':'code','label':'Kod','validate':{'maxLength':10,'pattern':'[a-z]+'},"
                        + "'properties':{'inputmode':'numeric','autocomplete':'postal-code'}}",
                Map.of());
        assertThat(drawn.selectFirst("[name=mail]").attr("type")).isEqualTo("email");
        assertThat(drawn.selectFirst("[name=phone]").attr("type")).isEqualTo("tel");
        var code = drawn.selectFirst("[name=code]");
        assertThat(code.attr("inputmode")).isEqualTo("numeric");
        assertThat(code.attr("autocomplete")).isEqualTo("postal-code");
        assertThat(code.className()).isEqualTo("w-date");
        assertThat(code.hasAttr("maxlength")).as("what is pasted is not cut").isFalse();
    }

    @Test
    void aLongTextTellsHowLongItMayBe() {
        var html = DrawnPage.html(page(
                "{'type':'textarea','id':'a','key':'a','label':'A','validate':{'maxLength':10000}}",
                Map.of("a", "\nEtt\nTvå")));
        assertThat(html).as("a browser drops the first new line").contains(">\n\nEtt\nTvå</textarea>");
        assertThat(html.replace('\u00a0', ' ')).contains(">8 av högst 10 000 tecken<");
    }

    @Test
    void choicesOfEveryKindShowWhatIsChosen() {
        var values = "'values':[{'label':'Röd','value':'r'},{'label':'Grön','value':'g'}]";
        var drawn = drawn(
                "{'type':'radio','id':'a','key':'a','label':'A'," + values + "},"
                        + "{'type':'select','id':'b','key':'b','label':'B'," + values + "},"
                        + "{'type':'checklist','id':'c','key':'c','label':'C'," + values + "},"
                        + "{'type':'taglist','id':'d','key':'d','label':'D'," + values + "},"
                        + "{'type':'checkbox','id':'e','key':'e','label':'E'}",
                Map.of("a", "g", "b", "g", "c", List.of("r", "g"), "d", List.of("g"), "e", true));
        assertThat(drawn.select("[name=a][checked]").eachAttr("value")).containsExactly("g");
        assertThat(drawn.select("[name=b] option").eachText()).containsExactly("Välj", "Röd", "Grön");
        assertThat(drawn.select("[name=b] [selected]").eachAttr("value")).containsExactly("g");
        assertThat(drawn.select("[name=c][checked]").eachAttr("value")).containsExactly("r", "g");
        assertThat(drawn.select("[name=d][checked]").eachAttr("value")).containsExactly("g");
        assertThat(drawn.select("[name=e][checked]")).hasSize(1);
        assertThat(drawn.select("[name=asked]").eachAttr("value")).containsExactly("a", "c", "d", "e");
    }

    @Test
    void aDayWithTimeHasTwoFields() {
        var drawn = drawn(
                "{'type':'datetime','id':'a','key':'a','subtype':'datetime','dateLabel':'När'}",
                Map.of("a", "2027-02-01T13:30+01:00"));
        assertThat(drawn.select("[name=a]").eachAttr("value")).containsExactly("1 februari 2027", "13.30");
        assertThat(drawn(
                                "{'type':'datetime','id':'a','key':'a','subtype':'time','timeLabel':'Tid'}",
                                Map.of("a", "09:05"))
                        .selectFirst("[name=a]")
                        .val())
                .isEqualTo("09.05");
    }

    @Test
    void aTextIsMarkdownWithWhatTheFormReadsAndRunsNothing() {
        var form = form(
                "{'type':'text','id':'t','text':'**Hej** {{name}} [länk](https://example.org)'},"
                        + "{'type':'html','id':'h','content':'<h1>Rubrik</h1><p onclick=\\'x()\\'>Text</p><script>x()</script>'}");
        var page =
                pages.page(form, null, Map.of(), Map.of("name", "<img src=x onerror=alert(1)>Kim"), Map.of(), SWEDISH);
        var drawn = DrawnPage.of(page);
        assertThat(drawn.selectFirst("strong").text()).isEqualTo("Hej");
        assertThat(drawn.selectFirst("a[href=https://example.org]").text()).isEqualTo("länk");
        assertThat(drawn.selectFirst("h2").text()).isEqualTo("Rubrik");
        assertThat(drawn.select("script, img, [onclick], [onerror]")).isEmpty();
        assertThat(drawn.text()).contains("Kim");
    }

    @Test
    void aTableHasTheRowsOfItsData() {
        var form = form("{'type':'table','id':'t','label':'Fynd','dataSource':'=findings','columns':["
                + "{'label':'Kod','key':'code'},{'label':'Belopp','key':'amount'}]}");
        var drawn = DrawnPage.of(pages.page(
                form,
                null,
                Map.of(),
                Map.of(
                        "findings",
                        List.of(Map.of("code", "A", "amount", new BigDecimal("12000")), Map.of("code", "B"))),
                Map.of(),
                SWEDISH));
        assertThat(drawn.select("table caption").text()).isEqualTo("Fynd");
        assertThat(drawn.select("tbody td").stream().map(cell -> cell.text().replace('\u00a0', ' ')))
                .containsExactly("A", "12 000", "B", "");
    }

    @Test
    void separatorSpacerAndImageAreDrawn() {
        var drawn = drawn(
                "{'type':'separator','id':'a'},{'type':'spacer','id':'b'},"
                        + "{'type':'image','id':'c','source':'/assets/tidig.svg','alt':'Märke'},"
                        + "{'type':'image','id':'d','source':'https://example.org/x.png','alt':'Utifrån'}",
                Map.of());
        assertThat(drawn.select("hr")).hasSize(1);
        assertThat(drawn.select(".spacer")).hasSize(1);
        assertThat(drawn.select("img").eachAttr("alt")).containsExactly("Märke");
    }

    @Test
    void whatIsLockedIsReadAndNotWritten() {
        var drawn = drawn(
                "{'type':'textfield','id':'a','key':'a','label':'A','readonly':true,'defaultValue':'Fast'},"
                        + "{'type':'expression','id':'e','key':'e','expression':'=1 + 1','computeOn':'change'}",
                Map.of());
        assertThat(drawn.select("[name=a]")).isEmpty();
        assertThat(drawn.selectFirst(".readonly dd").text()).isEqualTo("Fast");
    }

    @Test
    void aLabelReadsTheAnswersAsInTheValidator() {
        var form = form("{'type':'number','id':'n','key':'n','label':'Antal'},"
                + "{'type':'textfield','id':'a','key':'a','label':'Vilka {{n}}?','validate':{'required':true}}");
        Map<String, Object> answers = Map.of("n", BigDecimal.valueOf(2));
        assertThat(pages.page(form, null, answers, Map.of(), Map.of(), SWEDISH)
                        .questions()
                        .get(1)
                        .label())
                .isEqualTo("Vilka 2?");
        assertThat(pages.problems(form, null, answers, Map.of(), SWEDISH))
                .containsEntry("a", "Svara på frågan: Vilka 2?");
    }

    @Test
    void groupsHaveTheirHeadingAndAPartIsOneOfThem() {
        var form = form("{'type':'group','id':'one','label':'Ett','components':["
                + "{'type':'group','id':'inner','label':'Inre','path':'x','components':["
                + "{'type':'textfield','id':'a','key':'a','label':'A'}]}]},"
                + "{'type':'group','id':'two','label':'Två','components':[]}");
        var page = pages.page(form, "one", Map.of(), Map.of(), Map.of(), SWEDISH);
        assertThat(page.title()).isEqualTo("Ett");
        assertThat(page.asked()).containsExactly("x.a");
        assertThat(DrawnPage.of(page).select("legend.part").eachText()).containsExactly("Inre");
        assertThat(pages.page(form, "gone", Map.of(), Map.of(), Map.of(), SWEDISH)
                        .elements())
                .isEmpty();
    }

    private static final String LINES = "{'type':'dynamiclist','id':'l','path':'lines','label':'Poster',"
            + "'disableCollapse':true,'properties':{'rowLabel':'Post','sum':'amount','minRows':'1'},'components':["
            + "{'type':'textfield','id':'t','key':'what','label':'Vad'},"
            + "{'type':'number','id':'n','key':'amount','label':'Belopp','appearance':{'suffixAdorner':'kr'}}]}";

    @Test
    void aListOpensWithOneRowAndHasButtonsForEach() {
        var drawn = drawn(LINES, Map.of());
        assertThat(drawn.select("[name='lines[0].what']")).hasSize(1);
        assertThat(drawn.select("button[name=add]").eachAttr("value")).containsExactly("lines");
        assertThat(drawn.select("button[name=remove]").eachAttr("value")).containsExactly("lines[0]");
        assertThat(drawn.select("button[name=add]").text()).isEqualTo("Lägg till post");
    }

    @Test
    void theSumsOfTheRowsStandBelowThem() {
        var rows = List.of(
                Map.of("what", "Hyra", "amount", new BigDecimal("48000")), Map.of("amount", new BigDecimal("2000.50")));
        var drawn = drawn(LINES, Map.of("lines", rows));
        assertThat(drawn.selectFirst("output").text().replace('\u00a0', ' ')).isEqualTo("50 000,50 kr");
        assertThat(drawn.select("[data-sum]").eachAttr("data-sum"))
                .containsOnly(drawn.selectFirst("output").attr("data-total"));
        assertThat(drawn.select("button[name=remove]").get(0).text()).isEqualTo("Ta bort Post 1, Hyra");
    }

    @Test
    void aMessageInARowSaysTheRowInTheSummaryAlone() {
        var form = form(LINES);
        Map<String, Object> answers = Map.of("lines", List.of(Map.of("amount", "två")));
        var drawn = DrawnPage.of(pages.page(
                form, null, answers, Map.of(), pages.problems(form, null, answers, Map.of(), SWEDISH), SWEDISH));
        assertThat(drawn.select(".summary a").text()).isEqualTo("Post 1: Belopp ska vara ett tal.");
        assertThat(drawn.select(".entry .wrongtext").text()).isEqualTo("Fel: Belopp ska vara ett tal.");
    }

    @Test
    void aListWithTooFewRowsHasItsMessage() {
        var form = form(LINES);
        Map<String, Object> answers = Map.of("lines", List.of());
        var problems = pages.problems(form, null, answers, Map.of(), SWEDISH);
        assertThat(problems).containsOnlyKeys("lines");
        assertThat(DrawnPage.of(pages.page(form, null, answers, Map.of(), problems, SWEDISH))
                        .select(".rows > .wrongtext"))
                .hasSize(1);
    }

    @Test
    void whatStandsOnPaperOnlyIsNotShown() {
        var form = form("{'type':'group','id':'staff','label':'Registrering','properties':{'audience':'staff'},"
                        + "'components':[{'type':'textfield','id':'r','key':'r','label':'R'}]},"
                        + "{'type':'checkbox','id':'s','key':'signed','label':'Underskriven','properties':{'paperOnly':'true'}},"
                        + "{'type':'textfield','id':'a','key':'a','label':'A'}")
                .forApplicants();
        assertThat(pages.page(form, null, Map.of(), Map.of(), Map.of(), SWEDISH).asked())
                .containsExactly("a");
        assertThat(form.inputKeys()).containsExactly("a");
    }

    private static final String DOCUMENTS = "{'type':'checklist','id':'d','key':'attachments','label':'Handlingar',"
            + "'properties':{'upload':'true','maxFiles':'1','hint.b':'Hjälp'},'values':["
            + "{'label':'Stadgar','value':'a'},{'label':'Protokoll','value':'b'}]}";

    @Test
    void eachDocumentHasAPlaceOfItsOwnWithItsState() {
        var file = new FormDocument.File(
                "7", "stadgar.pdf", 312 * 1024, FormDocument.State.RECEIVED, null, "Kim", "/filer/7");
        var page = pages.page(
                form(DOCUMENTS), null, Map.of(), Map.of(), Map.of(), SWEDISH, Map.of("attachments.a", List.of(file)));
        var drawn = DrawnPage.of(page);
        var first = drawn.selectFirst("[data-document='attachments.a']");
        assertThat(first.selectFirst(".tag").text()).isEqualTo("Mottagen");
        assertThat(first.selectFirst(".file").text().replace('\u00a0', ' ')).isEqualTo("stadgar.pdf 312 kB · Kim");
        assertThat(first.select("button[name=removeFile]").eachAttr("value")).containsExactly("7");
        assertThat(first.select("input[type=file]")).isEmpty();
        var second = drawn.selectFirst("[data-document='attachments.b']");
        assertThat(second.selectFirst(".tag").text()).isEqualTo("Saknas");
        assertThat(second.selectFirst(".muted").text()).isEqualTo("Hjälp");
        assertThat(second.select("input[type=file]").eachAttr("name")).containsExactly("attachments.b");
        assertThat(second.select("button[name=upload]").eachAttr("value")).containsExactly("attachments.b");
    }

    @Test
    void aDocumentThatCameWithAnEarlierAnswerIsNotMissing() {
        var form = form(DOCUMENTS.replace("'maxFiles':'1'", "'maxFiles':'1','earlier':'a'"));
        var drawn = DrawnPage.of(pages.page(form, null, Map.of(), Map.of(), Map.of(), SWEDISH));
        assertThat(drawn.select("[data-document] .tag").eachText()).containsExactly("Har kommit in tidigare", "Saknas");
    }

    @Test
    void aQuestionForOneDocumentIsDrawnAndSaysThatItCameEarlier() {
        var one =
                "{'type':'checkbox','id':'d','key':'powerOfAttorney','label':'Fullmakt','properties':{'upload':'true'%s}}";
        assertThat(tag(one.formatted(""))).isEqualTo("Saknas");
        assertThat(tag(one.formatted(",'earlier':''"))).isEqualTo("Saknas");
        assertThat(tag(one.formatted(",'earlier':'true'"))).isEqualTo("Har kommit in tidigare");
    }

    private String tag(String component) {
        return DrawnPage.of(pages.page(form(component), null, Map.of(), Map.of(), Map.of(), SWEDISH))
                .select("[data-document] .tag")
                .text();
    }

    @Test
    void aPartIsBegunWithItsFirstDocument() {
        var form = form("{'type':'group','id':'files','label':'Bilagor','components':[" + DOCUMENTS + "]}");
        assertThat(status(form, Map.of("attachments", List.of()))).isEqualTo(FormPart.Status.NOT_BEGUN);
        assertThat(status(form, Map.of("attachments", List.of("a")))).isEqualTo(FormPart.Status.BEGUN);
        assertThat(status(form, Map.of("attachments", List.of("a", "b")))).isEqualTo(FormPart.Status.DONE);
    }

    @Test
    void theAnswerIsTheDocumentsOfWhichAFileIsThere() {
        assertThat(FormUpload.answered(form(DOCUMENTS), Map.of(), Set.of("attachments.b", "other")))
                .isEqualTo(Map.of("attachments", List.of("b")));
        assertThat(FormUpload.of(form(DOCUMENTS)))
                .extracting(FormUpload::name, FormUpload::maxFiles, FormUpload::maxMegabytes)
                .containsExactly(tuple("attachments.a", 1, 10), tuple("attachments.b", 1, 10));
    }

    @Test
    void theValueOfAHiddenQuestionIsNoAnswer() {
        var form = form("{'type':'radio','id':'r','key':'agent','label':'Ombud?','values':["
                + "{'label':'Ja','value':'true'},{'label':'Nej','value':'false'}]},"
                + "{'type':'number','id':'n','key':'n','label':'Antal','conditional':{'hide':'=agent != \\'true\\''}}");
        Map<String, Object> sent = Map.of("agent", "false", "n", "inget tal");
        assertThat(pages.problems(form, null, sent, Map.of(), SWEDISH)).isEmpty();
        assertThat(validator.validate(form, sent, Map.of()).values()).isEqualTo(Map.of("agent", "false"));
    }

    @Test
    void thePageOpensWhereARowWasAdded() {
        var page = page(LINES, Map.of()).at("q-lines-0-what");
        assertThat(DrawnPage.of(page).select("[autofocus]").eachAttr("name")).containsExactly("lines[0].what");
    }

    private FormPart.Status status(FormSchema form, Map<String, Object> answers) {
        return pages.parts(form, answers, Map.of(), SWEDISH).get(0).status();
    }
}
