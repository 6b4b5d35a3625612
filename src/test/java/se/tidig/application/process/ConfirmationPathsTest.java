package se.tidig.application.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.application.process.ApplicationPlay.ASSESS;
import static se.tidig.application.process.ApplicationPlay.REQUEST;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.Completions;
import se.tidig.application.ConfirmationService;
import se.tidig.application.EligibilityRecords;
import se.tidig.bundle.Bundle;
import se.tidig.document.Documents;
import se.tidig.document.TemplateFiller;
import se.tidig.form.CaseTask;
import se.tidig.form.WatchedContents;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.notification.Mail;
import se.tidig.wholecall.Written;

/** An officer asks the sender to confirm a document (21 § FL), within a request to complete. */
@TidigTest
class ConfirmationPathsTest {

    @Autowired
    private ApplicationPlay cases;

    @Autowired
    private ConfirmationService confirmations;

    @Autowired
    private Completions completions;

    @Autowired
    private EligibilityRecords records;

    @Autowired
    private Documents documents;

    @Autowired
    private TemplateFiller templates;

    @Autowired
    private WatchedContents contents;

    @Autowired
    private CaseJournal journal;

    @Autowired
    private Play play;

    @Test
    void theApplicationIsConfirmedWithTheCompletion() {
        var reference = cases.checked("attachments", null);
        ask(reference, application());

        assertThat(play.openTasks(reference.value())).isEmpty();
        for (var ending : new String[] {".txt", ".html"}) {
            assertThat(mail("completion-request" + ending, reference))
                    .contains("Bekräfta skriftligen", "21 § förvaltningslagen")
                    .contains("kan länsstyrelsen förelägga er")
                    .doesNotContain("bortse", "null");
        }
        assertThat(mail("completion-request.txt", reference)).contains("– Ansökan: Mejlet kom från en okänd adress.");
        contents.givesEachField("confirmation", reference, Map.of());

        cases.replyToRequest(reference, confirmed());

        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
        assertThat(confirmations.open(reference)).isEmpty();
        assertThat(records.get(reference).facts()).containsEntry("applicationConfirmed", true);
        assertThat(journal.latest(reference, EventKind.NOTE).text())
                .contains("Bekräftat av avsändaren", "Ansökan", "Anna Lind, ordförande");
    }

    @Test
    void anUnsignedApplicationThatIsConfirmedIsExamined() {
        var reference = cases.checked("signed", false);
        ask(reference, application());

        cases.replyToRequest(reference, confirmed());

        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
    }

    @Test
    void anApplicationThatIsNotConfirmedIsOrderedAndOnlyThenExaminedForRejection() throws Exception {
        var reference = cases.checked("attachments", null);
        ask(reference, application());
        cases.replyToRequest(reference, Map.of("attachments", Written.ALL_DOCUMENTS));
        assertThat(play.openTasks(reference.value())).containsExactly(REQUEST);
        assertThat(records.get(reference).outcome()).isEqualTo("COMPLETION");

        cases.requestCompletion(reference, "Ansökan kan avvisas.");
        var order = completions.latest(reference).orElseThrow();
        assertThat(order.codes()).containsExactly("NOT_CONFIRMED");
        try (var pdf = Loader.loadPDF(documents.content(
                documents.latest(reference, "completion-order").orElseThrow()))) {
            var text = new PDFTextStripper();
            text.setSortByPosition(true);
            assertThat(text.getText(pdf).replaceAll("\\s+", " "))
                    .contains("– Ansökan: Mejlet kom från en okänd adress.")
                    .contains("20 § andra stycket och 21 § förvaltningslagen");
        }
        for (var ending : new String[] {".txt", ".html"}) {
            assertThat(mail("completion-order" + ending, reference).replaceAll("<[^>]+>", ""))
                    .contains("20 § andra stycket och 21 § förvaltningslagen");
        }
        assertThat(mail("completion-order.txt", reference)).contains("– Ansökan: Mejlet kom från en okänd adress.");

        cases.letRequestStand(reference);
        assertThat(play.openTasks(reference.value())).containsExactly("userTask_examineRejection");
    }

    @Test
    void anotherDocumentThatIsNotConfirmedHoldsNothingUp() {
        var reference = cases.checked("attachments", null);
        ask(reference, document("Intyget som kom in 3 mars 2027"));

        assertThat(mail("completion-request.txt", reference))
                .contains("– Intyget som kom in 3 mars 2027: Mejlet kom från en okänd adress.")
                .contains("kan vi bortse från handlingen")
                .doesNotContain("förelägga er");
        cases.replyToRequest(reference, Map.of("attachments", Written.ALL_DOCUMENTS));

        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
        assertThat(confirmations.open(reference)).hasSize(1);
    }

    @Test
    void aDocumentIsConfirmedAtAnyTime() {
        var reference = cases.checked(ApplicationFixture.answers());
        var key = outside(reference, "document");

        for (var ending : new String[] {".txt", ".html"}) {
            assertThat(mail("confirm-document" + ending, reference))
                    .contains("Då kan vi bortse från handlingen.", "21 § förvaltningslagen")
                    .doesNotContain("null", "förelägga er");
        }
        assertThat(mail("confirm-document.txt", reference))
                .contains("– Yttrandet som kom in 3 mars 2027: Mejlet kom från en okänd adress.");
        assertThat(play.task("userTask_receiveConfirmation", key).getDueDate()).isNotNull();
        play.as("officerK1")
                .complete(
                        "userTask_receiveConfirmation",
                        key,
                        Map.of(
                                "confirmationAnswer", "CONFIRMED",
                                "confirmedBy", "Anna Lind, ordförande",
                                "confirmedOn", cases.today().toString()));

        assertThat(confirmations.open(reference)).isEmpty();
        assertThat(journal.latest(reference, EventKind.NOTE).text())
                .contains("Bekräftat av avsändaren", "Yttrandet som kom in 3 mars 2027", "Anna Lind, ordförande");
        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
    }

    @Test
    void aDocumentThatIsNotConfirmedIsAskedForNoMoreAndAnApplicationIs() {
        var reference = cases.checked(ApplicationFixture.answers());
        refuse(outside(reference, "document"));
        assertThat(confirmations.open(reference)).isEmpty();
        assertThat(journal.latest(reference, EventKind.NOTE).text()).contains("Länsstyrelsen bortser från handlingen.");

        refuse(outside(reference, "application"));
        assertThat(confirmations.open(reference)).hasSize(1);
        assertThatThrownBy(() -> outside(reference, "application", "Underskriften ser inte ut som förut."))
                .hasMessageContaining("redan begärd");
    }

    private String outside(Reference reference, String of) {
        return outside(reference, of, "Mejlet kom från en okänd adress.");
    }

    private String outside(Reference reference, String of, String reason) {
        var answers = new HashMap<String, Object>(Map.of(
                "caseReference",
                reference.value(),
                "confirmationOf",
                of,
                "confirmationReason",
                reason,
                "confirmBy",
                cases.today().plusDays(14).toString()));
        if (of.equals("document")) {
            answers.put("confirmationDocument", "Yttrandet som kom in 3 mars 2027");
        }
        var key = play.as("officerK1").start("sender-confirmation", answers).getBusinessKey();
        cases.goOn();
        return key;
    }

    private void refuse(String key) {
        play.as("officerK1")
                .complete(
                        "userTask_receiveConfirmation",
                        key,
                        Map.of(
                                "confirmationAnswer", "NOT_CONFIRMED",
                                "confirmationNote", "Länsstyrelsen bortser från handlingen."));
    }

    @Test
    void aRequestWithoutDocumentOrReasonOrMadeTwiceIsRefused() {
        var reference = cases.checked("attachments", null);
        var what = document("Intyget");
        what.remove("confirmationDocument");
        assertRefused(reference, what, "Vilken handling");
        var why = application();
        why.remove("confirmationReason");
        assertRefused(reference, why, "Varför den behöver bekräftas");
        var of = application();
        of.remove("confirmationOf");
        assertRefused(reference, of, "Vad ska bekräftas?");
        assertThat(confirmations.open(reference)).isEmpty();

        ask(reference, application());
        cases.letRequestStand(reference);
        assertRefused(reference, application(), "Bekräftelse är redan begärd: Ansökan");
        assertThat(confirmations.open(reference)).hasSize(1);
    }

    @Test
    void aConfirmationSaysWhoConfirms() {
        var reference = cases.checked("attachments", null);
        ask(reference, application());

        assertThatThrownBy(() -> cases.replyToRequest(reference, Map.of("confirmed", true)))
                .hasMessageContaining("Namn och uppdrag för den som bekräftar");
        assertThat(confirmations.open(reference)).hasSize(1);
    }

    private static Map<String, Object> application() {
        return new HashMap<>(Map.of(
                "confirmationAsked", true,
                "confirmationOf", "application",
                "confirmationReason", "Mejlet kom från en okänd adress."));
    }

    private static Map<String, Object> document(String which) {
        var answers = application();
        answers.put("confirmationOf", "document");
        answers.put("confirmationDocument", which);
        return answers;
    }

    private static Map<String, Object> confirmed() {
        return Map.of("confirmed", true, "confirmedBy", "Anna Lind, ordförande", "attachments", Written.ALL_DOCUMENTS);
    }

    private void ask(Reference reference, Map<String, Object> confirmation) {
        var answers = new HashMap<String, Object>(Map.of(
                "completionText",
                "Skicka in de handlingar som saknas.",
                "completionBy",
                cases.today().plusDays(14).toString()));
        answers.putAll(confirmation);
        cases.complete(REQUEST, reference, answers);
    }

    private void assertRefused(Reference reference, Map<String, Object> confirmation, String message) {
        confirmation.put("completionConsequence", "Ansökan kan avvisas.");
        assertThatThrownBy(() -> ask(reference, confirmation)).hasMessageContaining(message);
    }

    /** The text as the party reads it on Mina sidor, or the HTML as it is mailed. */
    private String mail(String name, Reference reference) {
        var text = new String(Bundle.packaged().files().get("forms/mails/" + name), StandardCharsets.UTF_8);
        var task = new CaseTask(
                reference,
                "K",
                "application",
                null,
                name,
                null,
                null,
                null,
                Map.of(Mail.ON_MY_PAGES, name.endsWith(".txt")));
        return name.endsWith(".txt") ? templates.text(text, task) : templates.html(text, task);
    }
}
