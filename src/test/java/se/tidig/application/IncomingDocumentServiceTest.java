package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TestTime;
import se.tidig.application.AgentRefusal.Outcome;
import se.tidig.application.IncomingDocument.Kind;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.notification.Party.Addresses;
import se.tidig.organisation.Board;

/** Papers that a registrar enters, the sender's confirmation of them, and the agent who may send them (14 and 21 §§ FL). */
@DomainTest
class IncomingDocumentServiceTest {

    private static final Actor REGISTRAR = Actor.of("registrarK");
    private static final Actor OFFICER = Actor.of("officerK1");
    private static final Actor DECIDER = Actor.of("deciderK");

    @Autowired
    ApplicationFixture fixture;

    @Autowired
    IncomingDocumentService documents;

    @Autowired
    CompletionService requests;

    @Autowired
    CommunicationService hearing;

    @Autowired
    ConfirmationService confirmations;

    @Autowired
    AgentRefusalService agents;

    @Autowired
    ApplicantParty party;

    @Autowired
    Applications applications;

    @Autowired
    DecisionDemands demands;

    @Autowired
    CaseJournal journal;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Reference reference;
    LocalDate today;

    @BeforeEach
    void anApplicationThroughAnAgentIsChecked() {
        var answers = ApplicationFixture.answers("hasAgent", true);
        answers.put("agentName", "Bo Ek");
        answers.put("agentEmail", "bo@example.org");
        answers.put("powerOfAttorney", true);
        reference = fixture.checked(Board.K, answers);
        today = SwedishDate.on(clock.instant());
    }

    @Test
    void aDocumentIsKeptAsItWasEnteredAndTheCaseIsAsked() {
        var entered = documents.enter(document(Kind.SUPPLEMENT, today, null));

        assertThat(documents.get(entered.number())).isEqualTo(entered);
        assertThat(entered)
                .returns(reference, IncomingDocument::reference)
                .returns(Kind.SUPPLEMENT, IncomingDocument::kind)
                .returns("Papper.", IncomingDocument::text)
                .returns(today, IncomingDocument::receivedOn)
                .returns(null, IncomingDocument::lateReason)
                .returns(REGISTRAR, IncomingDocument::registrar);
        assertThat(events.stream(IncomingDocument.Entering.class)).hasSize(1);
        assertThatThrownBy(() -> documents.get(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Det finns ingen inkommen handling 0.");
    }

    @ParameterizedTest
    @CsvSource({
        "SUPPLEMENT, SUPPLEMENT",
        "GRANT_CONFIRMATION, SUPPLEMENT",
        "APPEAL, APPEAL",
        "CHANGE, CHANGE",
        "MORE_TIME, MORE_TIME",
        "DECISION_DEMAND, DECISION_DEMAND",
        "WITHDRAWAL, WITHDRAWAL"
    })
    void eachKindReachesItsCaseAsIfItHadComeThroughThePortal(Kind kind, EventKind event) {
        documents.hand(documents.enter(document(kind, today, null)).number());

        assertThat(journal.latest(reference, event))
                .isEqualTo(new CaseEvent(reference, DayOfReceipt.noon(today), REGISTRAR, event, "Papper."));
        assertThat(applications.get(reference).status() == ApplicationStatus.WITHDRAWN)
                .isEqualTo(kind == Kind.WITHDRAWAL);
        assertThat(demands.latest(reference).isPresent()).isEqualTo(kind == Kind.DECISION_DEMAND);
    }

    @Test
    void aDocumentDoesNotComeBeforeTheApplicationOrAfterToday() {
        refused(
                "receivedDate",
                () -> documents.enter(document(Kind.SUPPLEMENT, today.plusDays(1), null)),
                "Dagen då handlingen kom in kan inte vara senare än i dag.");
        refused(
                "receivedDate",
                () -> documents.enter(document(Kind.SUPPLEMENT, today.minusDays(1), null)),
                "Dagen då handlingen kom in kan inte vara före den " + SwedishDate.text(today)
                        + ", innan ansökan kom in. Kontrollera dagen.");
    }

    @Test
    void whatTheCaseCannotTakeIsRefusedBeforeItIsEntered() {
        refused(
                "",
                () -> documents.enter(document(Kind.COMPLETION, today, null)),
                "Ingen komplettering är begärd i ärendet " + reference + ". Registrera handlingen som annan handling.");
        refused(
                "",
                () -> documents.enter(document(Kind.HEARING_REPLY, today, null)),
                "Inget underlag är kommunicerat i ärendet " + reference
                        + ". Registrera handlingen som annan handling.");
        jdbc.sql("update tidig.application set status = 'DECIDED'").update();
        for (var kind : List.of(Kind.WITHDRAWAL, Kind.DECISION_DEMAND)) {
            assertThatThrownBy(() -> documents.enter(document(kind, today, null)))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("är redan beslutad");
        }
        assertThat(documents.enter(document(Kind.SUPPLEMENT, today, null)).number())
                .isNotNull();
    }

    @Test
    void aPaperIsJudgedLateOnlyAgainstALastDayThatRuns() {
        refused(
                "judgedLate",
                () -> documents.enter(document(Kind.SUPPLEMENT, today, "Sent")),
                "Ingen sista dag löper för en sådan handling i ärendet. Avmarkera rutan.");
        refused(
                "judgedLate",
                () -> documents.enter(document(Kind.REPORT, today, "Sent")),
                "Ingen sista dag löper för en sådan handling i ärendet. Avmarkera rutan.");
    }

    @ParameterizedTest
    @CsvSource({"COMPLETION, HEARING_REPLY", "HEARING_REPLY, COMPLETION"})
    void aCompletionIsLateByItsOwnDayAndSoIsAComment(Kind late, Kind other) {
        // A Saturday, so that a paper of the Monday after it may be judged either way.
        TestTime.passTo(Instant.parse("2027-06-08T10:00:00Z"));
        reference = fixture.checked(Board.K, ApplicationFixture.answers());
        var saturday = LocalDate.parse("2027-06-12");
        if (late == Kind.COMPLETION) {
            requests.request(
                    reference,
                    new Completion.Request(CompletionKind.INFORMAL, "Svara.", List.of(), null, saturday, OFFICER));
        } else {
            hearing.communicate(reference, "Underlag.", saturday, OFFICER);
        }
        TestTime.pass(Duration.ofDays(6));
        var monday = LocalDate.parse("2027-06-14");

        documents.enter(document(late, monday, "Lämnades på måndagen."));

        assertThat(journal.latest(reference, EventKind.EXAMINATION).text())
                .isEqualTo("Handlingen kom in 14 juni 2027, efter sista dagen 12 juni 2027, och bedöms ha kommit in för"
                        + " sent. Lämnades på måndagen.");
        assertThatThrownBy(() -> documents.enter(document(other, monday, "Sent")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void aSenderConfirmsEverythingThatIsAskedForOnce() {
        var first = confirmations.ask(reference, null, "Underskriften är oläslig.", today.plusDays(14), OFFICER);
        confirmations.ask(reference, "Fullmakten", "Kopia.", today.plusDays(14), OFFICER);
        told(EventKind.COMPLETION_REQUEST, "Avsändaren ska bekräfta (21 § förvaltningslagen): Fullmakten. Kopia.");
        assertThat(confirmations.open(reference))
                .extracting(Confirmation::subject)
                .containsExactly("Ansökan", "Fullmakten");
        refused(
                "confirmationOf",
                () -> confirmations.ask(reference, null, "Igen", today.plusDays(14), OFFICER),
                "Bekräftelse är redan begärd: Ansökan. Den står kvar i begäran tills den har kommit in.");
        refused(
                "confirmationDocument",
                () -> confirmations.ask(reference, "Fullmakten", "Igen", today.plusDays(14), OFFICER),
                "Bekräftelse är redan begärd: Fullmakten. Den står kvar i begäran tills den har kommit in.");
        assertThat(confirmations.isApplicationConfirmed(reference)).isFalse();

        confirmations.confirm(reference, "Anna Lind, ordförande", clock.instant(), REGISTRAR);

        assertThat(confirmations.open(reference)).isEmpty();
        assertThat(confirmations.isApplicationConfirmed(reference)).isTrue();
        told(
                EventKind.NOTE,
                "Bekräftat av avsändaren (21 § förvaltningslagen): Ansökan, Fullmakten. Bekräftat av Anna Lind,"
                        + " ordförande.");
        var notes = notes();
        confirmations.confirm(reference, "Anna Lind, ordförande", clock.instant(), REGISTRAR);
        confirmations.confirm(reference, first, "Anna Lind, ordförande", clock.instant(), REGISTRAR);
        assertThat(notes()).isEqualTo(notes);
    }

    @Test
    void oneDocumentIsConfirmedOrNoLongerAskedForByItself() {
        var application = confirmations.ask(reference, null, "Oläslig.", today.plusDays(14), OFFICER);
        var power = confirmations.ask(reference, "Fullmakten", "Kopia.", today.plusDays(14), OFFICER);
        var statutes = confirmations.ask(reference, "Stadgarna", "Kopia.", today.plusDays(14), OFFICER);

        confirmations.confirm(reference, power, "Anna Lind", clock.instant(), REGISTRAR);
        told(EventKind.NOTE, "Bekräftat av avsändaren (21 § förvaltningslagen): Fullmakten. Bekräftat av Anna Lind.");
        confirmations.drop(reference, statutes, "Stadgarna beaktas inte.", OFFICER);
        told(EventKind.NOTE, "Inte bekräftat av avsändaren (21 § förvaltningslagen). Stadgarna beaktas inte.");
        confirmations.drop(reference, application, "Ansökan kan avvisas.", OFFICER);

        assertThat(confirmations.open(reference))
                .extracting(Confirmation::subject)
                .containsExactly("Ansökan");
        assertThat(confirmations.open(reference).get(0))
                .returns("Oläslig.", Confirmation::reason)
                .returns(today.plusDays(14), Confirmation::by)
                .returns(OFFICER, Confirmation::askedBy);
    }

    @Test
    void anAgentIsQuestionedOnceAndIsWrittenToUntilTheDecision() {
        var id = agents.question(reference, "Olämpligt.", "Inget att säga.", OFFICER);

        told(
                EventKind.PROPOSAL,
                "Ombudet Bo Ek bedöms vara olämpligt (14 § förvaltningslagen). Olämpligt. Yttrande: Inget att säga.");
        assertThat(agents.get(id))
                .returns("Bo Ek", AgentRefusal::agentName)
                .returns("bo@example.org", AgentRefusal::agentEmail)
                .returns("Olämpligt.", AgentRefusal::grounds)
                .returns("Inget att säga.", AgentRefusal::heard)
                .returns(OFFICER, AgentRefusal::proposedBy)
                .returns(null, AgentRefusal::outcome);
        refused(
                "caseReference",
                () -> agents.question(reference, "Igen", "Inget", OFFICER),
                "Frågan om ombudet i ärendet " + reference + " väntar redan på beslut. Se den uppgiften.");
        assertThat(party.addresses(reference)).contains(new Addresses("forening@example.org", "bo@example.org"));
        assertThat(party.refusedAgent(reference)).isEmpty();
    }

    @Test
    void aRefusedAgentIsNoLongerWrittenTo() {
        var id = agents.question(reference, "Olämpligt.", "Inget.", OFFICER);

        agents.decide(id, true, "Har vilselett.", "Eva Ek är skiljaktig.", DECIDER);

        told(
                EventKind.DECISION,
                "Bo Ek får inte längre medverka som ombud i ärendet (14 § förvaltningslagen). Har vilselett.");
        assertThat(agents.get(id).outcome())
                .returns(true, Outcome::refused)
                .returns("Har vilselett.", Outcome::reasons)
                .returns("Eva Ek är skiljaktig.", Outcome::dissent)
                .returns(DECIDER, Outcome::decidedBy);
        assertThat(agents.isRefused(reference, "bo ek")).isTrue();
        assertThat(agents.isRefused(reference, "Ida Alm")).isFalse();
        assertThat(party.addresses(reference)).contains(new Addresses("forening@example.org", null));
        assertThat(party.refusedAgent(reference)).contains("bo@example.org");
        refused(
                "",
                () -> agents.decide(id, false, "Ändrat mig", null, DECIDER),
                "Frågan om ombudet är redan avgjord. Uppdatera uppgiftslistan.");
        refused(
                "caseReference",
                () -> agents.question(reference, "Igen", "Inget", OFFICER),
                "Ombudet får redan inte medverka i ärendet " + reference + ".");
    }

    @Test
    void anAgentWhoMayStayCanBeQuestionedAnew() {
        agents.decide(
                agents.question(reference, "Olämpligt.", "Inget.", OFFICER), false, "Ett misstag.", null, DECIDER);

        told(
                EventKind.DECISION,
                "Bo Ek får fortsätta att medverka som ombud i ärendet (14 § förvaltningslagen). Ett misstag.");
        assertThat(agents.isRefused(reference, "Bo Ek")).isFalse();
        assertThat(agents.question(reference, "Igen.", "Inget.", OFFICER)).isPositive();
    }

    @Test
    void anApplicationWithoutAnAgentHasNobodyToQuestion() {
        var alone = fixture.checked(Board.K, ApplicationFixture.answers());

        refused(
                "caseReference",
                () -> agents.question(alone, "Skäl", "Inget", OFFICER),
                "Ansökan i ärendet " + alone + " anger inget ombud. Kontrollera numret.");
        assertThat(party.addresses(alone)).contains(new Addresses("forening@example.org", null));
        assertThat(party.addresses(Reference.of("K-1999-1-001"))).isEmpty();
    }

    private IncomingDocument document(Kind kind, LocalDate received, String lateReason) {
        return new IncomingDocument(null, reference, kind, "Papper.", received, lateReason, REGISTRAR);
    }

    private long notes() {
        return journal.of(reference).stream()
                .filter(event -> event.kind() == EventKind.NOTE)
                .count();
    }

    private void told(EventKind kind, String text) {
        assertThat(journal.latest(reference, kind).text()).isEqualTo(text);
    }

    private static void refused(String field, ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.messages())
                .isEqualTo(Map.of(field, because)));
    }
}
