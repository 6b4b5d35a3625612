package se.tidig.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.Applications;
import se.tidig.application.Completions;
import se.tidig.bundle.Bundle;
import se.tidig.document.TemplateFiller;
import se.tidig.form.CaseTask;
import se.tidig.notification.Mail;

/** The mails that applicants get while their application is handled. */
@TidigTest
class MailTextsTest {

    @Autowired
    private ApplicationPlay cases;

    @Autowired
    private TemplateFiller templates;

    @Autowired
    private Applications applications;

    @Autowired
    private Completions completions;

    @Autowired
    private Play play;

    @Test
    void theReceiptTellsNumbersAmountAndWhenADecisionIsExpected() {
        var reference = cases.received(ApplicationFixture.answers());

        for (var ending : new String[] {".txt", ".html"}) {
            assertThat(mail("application-received" + ending, reference))
                    .contains(reference.value())
                    .contains(applications.get(reference).diaryNumber())
                    .contains("Språkcafé Bryggan")
                    .contains("100\u00a0000\u00a0kr")
                    .contains(SwedishDate.text(cases.today().plusDays(75)))
                    .contains("Länsstyrelsen i Blekinge län")
                    .doesNotContain("null");
        }
    }

    @Test
    void anInformalRequestOffersHelpAndThreatensWithNothing() {
        var reference = cases.checked("attachments", null);
        cases.requestCompletion(reference, null);

        assertThat(mail("completion-request.txt", reference)).contains("Skicka in de handlingar som saknas.");
        for (var ending : new String[] {".txt", ".html"}) {
            assertThat(mail("completion-request" + ending, reference))
                    .contains(SwedishDate.text(cases.today().plusDays(14)))
                    .contains("Behöver ni mer tid eller hjälp?", "prövar vi ansökan på det underlag som finns")
                    .contains("Länsstyrelsen i Blekinge län", "371 86 Karlskrona")
                    .doesNotContain("föreläggande enligt", "null");
        }
    }

    @Test
    void anOrderSaysWhoDecidedItWhenAndWhatMayFollow() {
        var reference = cases.checked("signed", false);
        cases.requestCompletion(reference, null);
        play.pass(Duration.ofDays(20));
        cases.complete(
                "userTask_completionExpired",
                reference,
                Map.of("expiredStep", "proceed", "expiredReason", "Inget svar har kommit in."));
        cases.requestCompletion(reference, "Ansökan kan komma att avvisas.");
        var order = completions.latest(reference).orElseThrow();

        for (var ending : new String[] {".txt", ".html"}) {
            assertThat(mail("completion-order" + ending, reference))
                    .contains("beslut om föreläggande enligt 20 § andra stycket förvaltningslagen")
                    .contains("Ansökan kan komma att avvisas.")
                    .contains(SwedishDate.text(order.dueOn()))
                    .contains(SwedishDate.text(cases.today()))
                    .doesNotContain("officerK1", "på det underlag som finns", "null");
        }
    }

    /** The text as the party reads it on Mina sidor, or the HTML as it is mailed. */
    private String mail(String name, Reference reference) {
        var text = new String(Bundle.packaged().files().get("forms/mails/" + name), StandardCharsets.UTF_8);
        Map<String, Object> variables =
                Map.of("call", applications.get(reference).call().value(), Mail.ON_MY_PAGES, name.endsWith(".txt"));
        var task = new CaseTask(reference, "K", "application", null, name, null, null, null, variables);
        return name.endsWith(".txt") ? templates.text(text, task) : templates.html(text, task);
    }
}
