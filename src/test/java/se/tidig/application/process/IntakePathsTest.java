package se.tidig.application.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.application.process.ApplicationPlay.CHECK;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.ApplicationStatus;
import se.tidig.application.Applications;
import se.tidig.call.CallFixture;
import se.tidig.call.Calls;
import se.tidig.form.Rejected;
import se.tidig.organisation.Board;
import se.tidig.organisation.Organisations;
import se.tidig.timelimit.PublicHolidays;

/**
 * An application comes in, through the portal or on paper, and gets its number, its receipt and its first human step.
 */
@TidigTest
class IntakePathsTest {

    @Autowired
    private ApplicationPlay cases;

    @Autowired
    private ApplicationIntakeService intake;

    @Autowired
    private Applications applications;

    @Autowired
    private Organisations organisations;

    @Autowired
    private CallFixture calls;

    @Autowired
    private Calls allCalls;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Play play;

    @Test
    void aSubmissionIsRegisteredReceiptedAndPutBeforeTheOfficers() {
        var reference = cases.submit(ApplicationFixture.answers());
        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.RECEIVED);

        cases.goOn();

        var application = applications.get(reference);
        assertThat(application.status()).isEqualTo(ApplicationStatus.REGISTERED);
        assertThat(application.diaryNumber()).matches("604-1-\\d{4}");
        assertThat(play.path("application", reference.value()))
                .containsSubsequence("startEvent_submitted", "serviceTask_register", "serviceTask_mailReceipt", CHECK);
        assertThat(organisations.findById("8020024280").orElseThrow().giro()).isEqualTo("5050-1055");
        assertThat(play.variables("application", reference.value()))
                .containsEntry("adverse", false)
                .containsEntry("externalMaterial", false)
                .containsEntry("caseOfficer", null);
    }

    @Test
    void theSecondApplicationOfACallGetsTheNextNumbers() {
        var call = calls.open(Board.K);
        var first = intake.submit(
                call, ApplicationFixture.answers(), allCalls.get(call).opensAt(), null);
        var second = intake.submit(
                call, ApplicationFixture.answers(), allCalls.get(call).opensAt(), null);
        cases.goOn();

        assertThat(first).isEqualTo(Reference.of(call + "-001"));
        assertThat(second).isEqualTo(Reference.of(call + "-002"));
        assertThat(applications.get(second).diaryNumber()).startsWith("604-2-");
    }

    @Test
    void aCaseIsItsBoardsOnly() {
        var reference = cases.received(ApplicationFixture.answers());

        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .singleResult()
                        .getTenantId())
                .isEqualTo("SEK");
    }

    @Test
    void aCallThatHasNotOpenedTakesNoApplications() {
        assertThatThrownBy(() ->
                        intake.submit(Reference.of("K-1999-1"), ApplicationFixture.answers(), Instant.EPOCH, null))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Ingen utlysning har numret K-1999-1");
    }

    @Test
    void aRegistrarEntersAPaperApplication() {
        var call = calls.open(Board.K);

        var instance = play.as("registrarK")
                .start("application", paper(call, cases.today().toString()));
        cases.goOn();

        assertThat(instance.getBusinessKey()).isEqualTo(call + "-001");
        var application = applications.get(Reference.of(instance.getBusinessKey()));
        assertThat(application.enteredBy()).isEqualTo(Actor.of("registrarK"));
        assertThat(application.answers()).containsEntry("hasResponsibleBoard", "true");
        assertThat(application.organisationNumber()).isEqualTo("8020024280");
        assertThat(play.openTasks(instance.getBusinessKey())).containsExactly(CHECK);
    }

    @Test
    void everyFaultOfAPaperIsToldInOneAnswer() {
        var paper = new HashMap<>(paper(Reference.of("K-1999-1"), cases.today().toString()));
        paper.put("organisationNumber", "802002-4281");
        paper.remove("title");

        assertThatThrownBy(() -> play.as("registrarK").start("application", paper))
                .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.messages())
                        .containsOnlyKeys("organisationNumber", "title", "callReference"));

        var late = new HashMap<>(paper(Reference.of(calls.open(Board.K).value()), "2019-01-01"));
        late.remove("title");
        assertThatThrownBy(() -> play.as("registrarK").start("application", late))
                .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.messages())
                        .containsOnlyKeys("title", "receivedDate"));
        var document = new HashMap<String, Object>(
                Map.of("caseReference", "K-1999-1-001", "documentKind", "supplement", "receivedDate", "2026-01-02"));
        assertThatThrownBy(() -> play.as("registrarK").start("incoming-document", document))
                .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.messages())
                        .containsOnlyKeys("documentText", "caseReference"));
        play.asNobody();
    }

    @Test
    void aPaperOfTheClosingDayIsInTimeAndOneAfterItsNextWeekdayIsLate() {
        var call = calls.open(Board.K);
        var day = SwedishDate.on(allCalls.get(call).closesAt());
        var last = PublicHolidays.weekdayFrom(day);
        play.passTo(SwedishDate.startOf(last.plusDays(2)));

        var inTime = play.as("registrarK").start("application", paper(call, day.toString()));
        var onTheLastDay = play.as("registrarK").start("application", paper(call, last.toString()));
        var late = play.as("registrarK")
                .start("application", paper(call, last.plusDays(1).toString()));
        cases.goOn();
        cases.take(Reference.of(inTime.getBusinessKey()));
        cases.take(Reference.of(onTheLastDay.getBusinessKey()));
        cases.take(Reference.of(late.getBusinessKey()));

        assertThat(play.openTasks(inTime.getBusinessKey())).containsExactly("userTask_assessApplication");
        assertThat(play.openTasks(onTheLastDay.getBusinessKey())).containsExactly("userTask_assessApplication");
        assertThat(play.openTasks(late.getBusinessKey())).containsExactly("userTask_examineRejection");
    }

    @Test
    void aPaperApplicationIsRefusedWithWhatToDo() {
        var call = calls.open(Board.K);
        var today = cases.today().toString();

        assertRefused("registrarH", paper(call, today), "Länsstyrelsen i Blekinge län");
        assertRefused("registrarK", paper(Reference.of("K-1999-7"), today), "Ingen utlysning har numret");
        assertRefused("registrarK", paper(call, cases.today().plusDays(1).toString()), "senare än i dag");
        assertRefused(
                "registrarK", with(paper(call, today), "organisationNumber", "8020024281"), "Organisationsnummer");
        assertRefused("registrarK", with(paper(call, today), "callReference", null), "Utlysningsnummer");
        assertThat(applications.ofCall(call)).isEmpty();
    }

    @Test
    void onlyRegistrarsEnterPaper() {
        var call = calls.open(Board.K);

        assertThatThrownBy(() -> play.as("financeK1")
                        .start("application", paper(call, cases.today().toString())))
                .isInstanceOf(AuthorizationException.class);
        assertThat(applications.ofCall(call)).isEmpty();
    }

    private void assertRefused(String person, Map<String, Object> answers, String message) {
        assertThatThrownBy(() -> play.as(person).start("application", answers)).hasMessageContaining(message);
    }

    /** In the form's values: yes and no are choices, and the number has its hyphen. */
    private static Map<String, Object> paper(Reference call, String receivedDate) {
        var answers = new HashMap<>(ApplicationFixture.answers());
        answers.replaceAll(
                (key, value) -> value instanceof Boolean && !key.startsWith("sign") ? value.toString() : value);
        answers.put("organisationNumber", "802002-4280");
        answers.put("callReference", call.value());
        answers.put("receivedDate", receivedDate);
        return answers;
    }

    private static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
        answers.put(key, value);
        return answers;
    }
}
