package se.tidig.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import se.tidig.Actor;
import se.tidig.AtOnce;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.ApplicationStatus;
import se.tidig.application.Applications;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffGroup;
import se.tidig.engine.StaffRegister;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Board;

/** Events at the instant of a decision. */
@TidigTest
class DecisionRacesTest {

    private static final String DECIDE = "userTask_decide";

    @LocalServerPort
    int port;

    @Autowired
    Play play;

    @Autowired
    DecisionPlay cases;

    @Autowired
    ApplicationIntakeService intake;

    @Autowired
    Applications applications;

    @Autowired
    CaseJournal journal;

    @Autowired
    StaffRegister staff;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Standing standing;

    @Autowired
    Clock clock;

    Reference reference;
    String task;
    Person decider;

    @BeforeEach
    void aProposalLiesBeforeTheDeciders() {
        reference = Reference.of(cases.toPropose(cases.call(), 100_000).value());
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        play.asNobody();
        task = play.task(DECIDE, reference.value()).getId();
        decider = Person.at(port, "deciderK");
    }

    @AfterEach
    void theSecondDeciderLeaves() {
        jdbc.sql("delete from tidig.staff where id = 'deciderK2'").update();
    }

    @RepeatedTest(AtOnce.ROUNDS)
    void oneDeciderReturnsWhileAnotherDecides(RepetitionInfo round) {
        staff.save(new Staff(
                "deciderK2",
                "Dag Ny",
                "deciderk2@lansstyrelsen.example",
                passwords.encode(DemoStaff.PASSWORD),
                Set.of(StaffGroup.DECISION_MAKERS.id()),
                Set.of(Board.K),
                true));
        var other = Person.at(port, "deciderK2");

        var told = AtOnce.run(
                round.getCurrentRepetition() - 1,
                () -> decider.submit(task, DecisionPlay.approval()),
                () -> other.submit(task, returned()));

        assertThat(told).extracting(Person.Answer::status).containsExactlyInAnyOrder(204, 400);
        assertThat(told)
                .filteredOn(answer -> !answer.isDone())
                .extracting(Person.Answer::message)
                .containsExactly("Uppgiften är redan avslutad av någon annan.");
        var decided = told.get(0).isDone();
        assertThat(decisions()).hasSize(decided ? 1 : 0);
        assertThat(events(EventKind.DECISION)).isEqualTo(decided ? 1 : 0);
        cases.goOn();
        assertThat(play.openTasks(reference.value()))
                .isEqualTo(decided ? List.of() : List.of("userTask_proposeDecision"));
        assertThat(play.ended("application", reference.value())).isEqualTo(decided);
        assertThat(applications.get(reference).status() == ApplicationStatus.DECIDED)
                .isEqualTo(decided);
        assertThat(grants()).isEqualTo(decided ? 1 : 0);
        standing.isSound();
    }

    @RepeatedTest(AtOnce.ROUNDS)
    void aWithdrawalMeetsADecision(RepetitionInfo round) {
        Callable<String> withdraws = () -> {
            try {
                intake.withdraw(reference, "Vi drar oss ur.", clock.instant(), Actor.of("forening@example.org"));
                return "";
            } catch (Rejected e) {
                return e.getMessage();
            }
        };
        Callable<String> decides = () -> {
            var answer = decider.submit(task, DecisionPlay.approval());
            assertThat(answer.status()).as(answer.body()).isIn(204, 400);
            return answer.message();
        };

        var told = round.getCurrentRepetition() % 2 == 0
                ? AtOnce.run(round.getCurrentRepetition(), withdraws, decides)
                : AtOnce.run(round.getCurrentRepetition(), withdraws, decides);

        var withdrawn = told.get(0).isEmpty();
        assertThat(told.get(1).isEmpty()).as("both won or both lost: %s", told).isNotEqualTo(withdrawn);
        cases.goOn();
        if (withdrawn) {
            assertThat(told.get(1))
                    .isIn(
                            "Ansökan är återkallad och kan inte beslutas i sak. Den ska skrivas av.",
                            "Uppgiften finns inte längre. Uppdatera uppgiftslistan.",
                            "Någon annan ändrade ärendet samtidigt. Uppdatera sidan och försök igen.");
            assertThat(play.openTasks(reference.value())).containsExactly("userTask_writeOff");
            assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.WITHDRAWN);
            assertThat(decisions()).isEmpty();
        } else {
            assertThat(told.get(0)).contains("redan beslutad").contains("Registrera handlingen som annan handling");
            assertThat(play.ended("application", reference.value())).isTrue();
            assertThat(decisions()).containsExactly("GRANT");
        }
        assertThat(events(EventKind.WITHDRAWAL)).isEqualTo(withdrawn ? 1 : 0);
        assertThat(events(EventKind.DECISION)).isEqualTo(withdrawn ? 0 : 1);
        assertThat(grants()).isEqualTo(withdrawn ? 0 : 1);
        standing.isSound();
    }

    private List<String> decisions() {
        return jdbc.sql("select kind from tidig.decision where reference = ?")
                .param(reference.value())
                .query(String.class)
                .list();
    }

    private long events(EventKind kind) {
        return journal.of(reference).stream()
                .filter(event -> event.kind() == kind)
                .count();
    }

    private long grants() {
        return jdbc.sql("select count(*) from engine.act_hi_procinst where proc_def_key_ = 'grant' and business_key_ ="
                        + " ?")
                .param(reference.value())
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> returned() {
        return Map.of("decisionAnswer", "return", "returnReason", "Motivera lokalkostnaden.");
    }
}
