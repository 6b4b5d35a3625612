package se.tidig.mypages.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.Applications;
import se.tidig.application.SubmittedApplicationReader;
import se.tidig.decision.DecisionPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.mypages.PartyFixture;
import se.tidig.mypages.SentForm;
import se.tidig.mypages.SentFormReader;
import se.tidig.organisation.Right;
import se.tidig.owner.OwnersDesk;

/** What a party has sent in is read and printed as it was, by its own people only. */
@TidigTest
class SentInPageTest {

    private static final String WRITER = "skrivare@example.org";
    private static final String OTHER = "annan@example.org";

    @Autowired
    private PartyFixture parties;

    @Autowired
    private DecisionPlay cases;

    @Autowired
    private Applications applications;

    @Autowired
    private SubmittedApplicationReader submitted;

    @Autowired
    private SentFormReader forms;

    @Autowired
    private OwnersDesk desk;

    @Autowired
    private Play play;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void people() {
        parties.person(WRITER, "Sam Testberg", PartyFixture.NUMBER, Right.SUBMIT);
        parties.person(OTHER, "Olle Annan", "8020000006", Right.SUBMIT);
    }

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    private Browser as(String person) {
        var browser = new Browser(port);
        browser.login(person, DemoStaff.PASSWORD);
        return browser;
    }

    @Test
    void anApplicationIsPrintedWithTheSameWordsAfterTheFormHasChanged() throws IOException {
        var own = cases.takenOn(cases.call(), ApplicationFixture.answers());
        var before = text(submitted.pdf(applications.get(own)));
        assertThat(before)
                .contains("Ansökan " + own + " som den skickades in", "Diarienummer", "Verksamhetens namn")
                .contains("Språkcafé Bryggan", "100\u00a0000\u00a0kr");

        desk.form("application", form -> form.findParents("key").stream()
                        .map(ObjectNode.class::cast)
                        .filter(question -> "title".equals(question.path("key").asText()))
                        .forEach(question -> question.put("label", "Ett helt annat ord")))
                .deploy(port);

        assertThat(text(submitted.pdf(applications.get(own)))).isEqualTo(before);
        var page = as(WRITER).get("/mina-sidor/" + own + "/ansokan");
        assertThat(page.body())
                .contains("Verksamhetens namn", "/mina-sidor/" + own + "/ansokan/pdf")
                .doesNotContain("Ett helt annat ord");
        var pdf = as(WRITER).get("/mina-sidor/" + own + "/ansokan/pdf");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF-");
        assertThat(as(OTHER).get("/mina-sidor/" + own + "/ansokan/pdf").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCompletionIsPrintedWithItsAnswersAndWhoSentItAndWhen() throws IOException {
        var own = asked();
        var writer = as(WRITER);
        var path = "/mina-sidor/" + own + "/komplettering";
        var page = writer.get(path).body();
        var fields = new HashMap<>(Map.of(
                "completionReply", "Här är det årsmötesprotokoll som saknades.", "title", "Språkcafé i ny lokal"));
        fields.put("then", "send");
        assertThat(writer.postFormWithout(path, fields, "_csrf", hidden(page, "_csrf"), "token", hidden(page, "token"))
                        .statusCode())
                .isEqualTo(302);
        cases.goOn();

        var sent = forms.of(own).stream()
                .filter(form -> form.answer().form().equals("completion-reply"))
                .reduce((first, last) -> last)
                .orElseThrow();
        var shown = "/mina-sidor/" + own + "/inskickat/" + sent.id();
        assertThat(writer.get("/mina-sidor/" + own).body()).contains(shown, "Läs och skriv ut hela");
        assertThat(writer.get(shown).body())
                .contains("Komplettering", "Här är det årsmötesprotokoll som saknades.", "Språkcafé i ny lokal");
        assertThat(text(forms.pdf(sent, applications.get(own))))
                .contains("Er komplettering", "Här är det årsmötesprotokoll som saknades.", "Sam Testberg", WRITER)
                .contains(own.value());
        assertThat(writer.get(shown + "/pdf").body()).startsWith("%PDF-");
        assertThat(text(submitted.pdf(applications.get(own))))
                .contains("Språkcafé Bryggan")
                .doesNotContain("i ny lokal");
        for (var address : new String[] {shown, shown + "/pdf"}) {
            assertThat(as(OTHER).get(address).statusCode()).isEqualTo(404);
        }
    }

    /** Its id is guessed, or is a task of staff. */
    @Test
    void whatThePartyHasNotSentIsNotFound() {
        var own = asked();
        var others = cases.takenOn(cases.call(), ApplicationFixture.answers("organisationNumber", "8020000006"));
        var theirs = forms.of(others).stream().map(SentForm::id).toList();
        var writer = as(WRITER);
        for (var id : new String[] {"1", "okant", "00000000-0000-0000-0000-000000000000"}) {
            assertThat(writer.get("/mina-sidor/" + own + "/inskickat/" + id).statusCode())
                    .isEqualTo(404);
        }
        theirs.forEach(id -> assertThat(
                        writer.get("/mina-sidor/" + own + "/inskickat/" + id).statusCode())
                .isEqualTo(404));
    }

    private Reference asked() {
        var own = cases.takenOn(cases.call(), ApplicationFixture.answers("attachments", null));
        play.as("officerK1")
                .complete(
                        "userTask_requestCompletion",
                        own.value(),
                        Map.of(
                                "completionText",
                                "Skicka in årsmötesprotokollet.",
                                "completionBy",
                                SwedishDate.on(clock.instant()).plusDays(14).toString()));
        cases.goOn();
        return own;
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }
}
