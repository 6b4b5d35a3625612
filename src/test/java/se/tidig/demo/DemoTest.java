package se.tidig.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.Applications;
import se.tidig.call.Call;
import se.tidig.call.CallStatus;
import se.tidig.call.Calls;
import se.tidig.engine.DemoStaff;
import se.tidig.engine.StaffRegister;

/** The demonstration is played as a whole, once, and gives every group something to do. */
@TidigTest
class DemoTest {

    @Autowired
    private Demo demo;

    @Autowired
    private Play play;

    @Autowired
    private Calls calls;

    @Autowired
    private StaffRegister staff;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private DemoApplicants applicants;

    @Autowired
    private Applications applications;

    @LocalServerPort
    private int port;

    @Value("${tidig.data-dir}")
    private Path dataDir;

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theStoryIsPlayedToItsEndWhileTheEngineCleansItsHistory() {
        play.as("admin");
        history.cleanUpHistoryAsync(true);
        play.asNobody();

        demo.play();

        assertThat(found("officerK1")).isPositive();
    }

    @Test
    void everyGroupFindsATaskAtItsFirstLogin() {
        var before = clock.instant();
        demo.play();

        for (var person : new String[] {
            "registrarK",
            "officerK1",
            "officerK2",
            "deciderK",
            "headK",
            "financeK1",
            "financeK2",
            "officerH1",
            "officerF1",
            "financeF1",
            "coordinator"
        }) {
            assertThat(found(person)).as(person).isPositive();
        }
        assertThat(tasks.createTaskQuery()
                        .taskCandidateGroup("processOwners")
                        .withoutTenantId()
                        .list())
                .extracting(Task::getName)
                .containsExactly("Granska regler och belopp");
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(management.createJobQuery().noRetriesLeft().count()).isZero();
        assertThat(Duration.between(before, clock.instant())).isLessThan(Duration.ofMinutes(2));
        assertThat(history.createHistoricTaskInstanceQuery()
                        .finishedAfter(Date.from(clock.instant()))
                        .count())
                .isZero();
        var year = LocalDate.now(clock).getYear();
        assertThat(calls.open())
                .extracting(Call::reference)
                .contains(Reference.of("K-" + year + "-2"), Reference.of("H-" + year + "-1"));
        assertThat(calls.get(Reference.of("K-" + year + "-1")).status()).isEqualTo(CallStatus.ALLOCATED);
    }

    /** The packaged tables have no prisbasbelopp of these years. */
    @ParameterizedTest
    @ValueSource(strings = {"2027-01-20", "2027-03-17", "2028-05-10"})
    void itIsPlayedInYearsWhoseAmountsAreNotFixedYet(LocalDate today) {
        play.passTo(today.atTime(11, 0).atZone(SwedishDate.ZONE).toInstant());

        demo.play();

        assertThat(counted()).isEqualTo(17);
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(management.createJobQuery().noRetriesLeft().count()).isZero();
        assertThat(jdbc.sql("select count(*) from tidig.decision where kind = 'GRANT' and auditor is not null")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(tasks.createTaskQuery()
                        .taskCandidateGroup("processOwners")
                        .taskName("Granska regler och belopp")
                        .count())
                .isPositive();
    }

    /** They have used the portal's own services, so nothing that they typed is lost on the way. */
    @Test
    void applicantsFindWhatTheyHaveSentInOnMinaSidor() {
        demo.play();

        assertThat(jdbc.sql("select count(*) from tidig.draft_submission")
                        .query(Long.class)
                        .single())
                .isEqualTo(16);
        for (var name : List.of("vanforeningen", "ronneby", "natverket", "jonkoping")) {
            var typed = applicants.application(name, LocalDate.EPOCH, LocalDate.EPOCH);
            typed.keySet().removeAll(Set.of("periodStart", "periodEnd", "partners", "budgetLines"));
            var given = applications
                    .ofOrganisation((String) typed.get("organisationNumber"))
                    .get(0)
                    .given();
            typed.forEach(
                    (key, value) -> assertThat(String.valueOf(given.values().get(key)))
                            .as(name + " " + key)
                            .isEqualTo(value.toString()));
            assertThat(given.rows("budgetLines")).hasSameSizeAs((List<?>) applicants
                    .application(name, LocalDate.EPOCH, LocalDate.EPOCH)
                    .get("budgetLines"));
        }
        var year = LocalDate.now(clock).getYear();
        var association = as("forening@example.org");
        assertThat(association.get("/mina-sidor").body())
                .contains("Svenska vid köksbordet")
                .doesNotContain("K-" + year + "-1-002");
        assertThat(association.get("/mina-sidor/K-" + year + "-1-001").body())
                .contains("Delredovisning", "skickat av Birgitta Åkesson");
        assertThat(association.get("/mina-sidor/K-" + year + "-1-002").statusCode())
                .isEqualTo(404);
        assertThat(as("kommun@example.org").get("/mina-sidor").body()).contains("K-" + year + "-1-002");
        assertThat(as("ordrum@example.org").get("/mina-sidor").body())
                .containsSubsequence("Att göra", "Svara på begäran om komplettering");
        assertThat(as("hembygd@example.org")
                        .get("/mina-sidor/H-" + year + "-1-001")
                        .body())
                .contains("Här är protokollet från det senaste årsmötet.", "årsmötesprotokoll.pdf");
    }

    private Browser as(String person) {
        var browser = new Browser(port);
        browser.login(person, DemoStaff.PASSWORD);
        return browser;
    }

    private long found(String person) {
        return tasks.createTaskQuery()
                        .taskCandidateGroupIn(
                                List.copyOf(staff.find(person).orElseThrow().groups()))
                        .tenantIdIn(staff.find(person).orElseThrow().tenants().toArray(String[]::new))
                        .taskUnassigned()
                        .count()
                + tasks.createTaskQuery().taskAssignee(person).count();
    }

    @Test
    void itIsPlayedOnceAndOnNobodyElsesDatabase() {
        demo.play();
        var made = counted();
        demo.play();
        assertThat(counted()).isEqualTo(made);

        jdbc.sql("delete from tidig.demo_act").update();
        demo.play();
        assertThat(counted()).isEqualTo(made);
    }

    @Test
    void whatIsBrokenOffInItsSecondActGoesOnThereAtTheNextStart() throws IOException {
        var days = StoryDays.endingAt(clock.instant());
        var inTheWay = dataDir.resolve("payments/in/kvitto-" + SwedishDate.on(days.at(55, 8)) + ".csv");
        Files.createDirectories(inTheWay.resolve("x"));
        assertThatThrownBy(() -> demo.play()).isInstanceOf(UncheckedIOException.class);
        assertThat(acts()).containsExactly("BEFORE_PAYMENT");
        assertThat(counted()).isEqualTo(7);
        Files.delete(inTheWay.resolve("x"));
        Files.delete(inTheWay);

        demo.play();

        assertThat(acts()).containsExactly("AFTER_PAYMENT", "BEFORE_PAYMENT");
        assertThat(counted()).isEqualTo(17);
        assertThat(jdbc.sql("select count(*) from tidig.payment_order where reference like 'K-%-002'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private List<String> acts() {
        return jdbc.sql("select name from tidig.demo_act order by name")
                .query(String.class)
                .list();
    }

    private long counted() {
        return jdbc.sql("select count(*) from tidig.application")
                .query(Long.class)
                .single();
    }
}
