package se.tidig.application.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.application.process.ApplicationPlay.ASSESS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.Applications;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.timelimit.PublicHolidays;

/** A registrar enters a document that did not come through the portal; it reaches the case by the same path. */
@TidigTest
class IncomingDocumentTest {

    @Autowired
    private ApplicationPlay cases;

    @Autowired
    private Applications applications;

    @Autowired
    private CaseJournal journal;

    @Autowired
    private Play play;

    @Test
    void aWithdrawalOnPaper() {
        var reference = cases.checked(ApplicationFixture.answers());

        var document = enter(reference, "withdrawal", "Vi återkallar ansökan.");

        assertThat(play.openTasks(reference.value())).containsExactly("userTask_writeOff");
        assertThat(document).startsWith(reference + "-H");
        assertThat(play.ended("incoming-document", document)).isTrue();
        assertThat(journal.latest(reference, EventKind.WITHDRAWAL).actor()).isEqualTo(Actor.of("registrarK"));
    }

    @Test
    void aSupplementAndAChangeOnPaper() {
        var reference = cases.checked(ApplicationFixture.answers());

        enter(reference, "supplement", "Ett intyg.");
        enter(reference, "change", "Vi har bytt lokal.");

        assertThat(play.openTasks(reference.value()))
                .containsExactlyInAnyOrder(ASSESS, "userTask_readSupplement", "userTask_assessChange");
    }

    @Test
    void aCompletionOnPaperIsEnteredInTheApplicantsOwnForm() {
        var reference = cases.checked("attachments", null);
        cases.requestCompletion(reference, null);

        var document = enter(reference, "completion", null);
        play.as("registrarK")
                .complete(
                        "userTask_registerCompletion",
                        document,
                        Map.of(
                                "completionReply",
                                "Handlingarna bifogas.",
                                "attachments",
                                List.of("statutes", "annualReport", "annualMeetingMinutes", "signatoryProof")));
        cases.goOn();

        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
        assertThat(applications.get(reference).given().yes("signed")).isTrue();
        assertThat(play.ended("incoming-document", document)).isTrue();
    }

    @Test
    void aReplyOnPaperIsEnteredInTheApplicantsOwnForm() {
        var reference = cases.checked("enforcementDebt", true);
        cases.examine("userTask_examineRefusal", reference, "UPHELD", "uphold", true);
        cases.complete(
                "userTask_communicate",
                reference,
                Map.of(
                        "hearingText",
                        "Kronofogden har uppgett att ni har en skuld om 12 000 kr.",
                        "replyBy",
                        cases.today().plusDays(14).toString()));

        var document = enter(reference, "hearingReply", null);
        play.as("registrarK").complete("userTask_registerReply", document, Map.of("hearingReply", "Den är betald."));
        cases.goOn();

        assertThat(play.openTasks(reference.value())).containsExactly("userTask_proposeDecision");
    }

    @Test
    void aDemandForADecisionOnPaper() {
        var reference = cases.checked(ApplicationFixture.answers());
        enter(reference, "decisionDemand", "Avgör ärendet nu.");
        cases.goOn();
        assertThat(play.openTasks(reference.value())).contains("userTask_rejectDemand");
        play.passTo(SwedishDate.startOf(
                PublicHolidays.weekdayFrom(cases.today().plusMonths(6)).plusDays(1)));

        enter(reference, "decisionDemand", "Avgör ärendet nu.");
        cases.goOn();

        assertThat(play.openTasks(reference.value())).contains("userTask_answerDemand");
    }

    @Test
    void whatTheCaseCannotTakeIsRefusedWithWhatToDo() {
        var reference = cases.checked(ApplicationFixture.answers());

        assertRefused("registrarK", reference.value(), "completion", "Ingen komplettering är begärd");
        assertRefused("registrarK", reference.value(), "hearingReply", "Inget underlag är kommunicerat");
        assertRefused("registrarK", "K-1999-1-001", "supplement", "Inget ärende har numret");
        assertRefused("registrarH", reference.value(), "supplement", "Länsstyrelsen i Blekinge län");
        assertRefused("registrarK", "2026/17", "supplement", "Ärendenummer");
        assertThatThrownBy(() -> play.as("registrarK")
                        .start(
                                "incoming-document",
                                Map.of(
                                        "caseReference",
                                        reference.value(),
                                        "documentKind",
                                        "supplement",
                                        "documentText",
                                        "Ett intyg.",
                                        "receivedDate",
                                        cases.today().plusDays(1).toString())))
                .hasMessageContaining("senare än i dag");
        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
    }

    private void assertRefused(String registrar, String given, String kind, String message) {
        assertThatThrownBy(() -> play.as(registrar).start("incoming-document", document(given, kind, "En text.")))
                .hasMessageContaining(message);
    }

    private String enter(Reference reference, String kind, String text) {
        var instance = play.as("registrarK").start("incoming-document", document(reference.value(), kind, text));
        cases.goOn();
        return instance.getBusinessKey();
    }

    private Map<String, Object> document(String given, String kind, String text) {
        var answers = new HashMap<String, Object>(Map.of(
                "caseReference", given,
                "documentKind", kind,
                "receivedDate", cases.today().toString()));
        if (text != null && !kind.equals("completion") && !kind.equals("hearingReply")) {
            answers.put("documentText", text);
        }
        return answers;
    }
}
