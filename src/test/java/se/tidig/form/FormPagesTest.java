package se.tidig.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
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

    private FormPart.Status status(FormSchema form, Map<String, Object> answers) {
        return pages.parts(form, answers, Map.of(), SWEDISH).get(0).status();
    }
}
