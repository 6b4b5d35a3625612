package se.tidig.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.draft.DraftFixture;
import se.tidig.call.CallFixture;
import se.tidig.engine.DemoStaff;
import se.tidig.organisation.Board;
import se.tidig.organisation.Right;
import se.tidig.races.Person;

/**
 * Nothing on the way of a submission grows with what came before: after as many cases, drafts, sessions and files as here,
 * of the same call, person and organisation too, no table is read through, and no index gives more than a few rows.
 */
@TidigTest
class SubmissionGrowthTest {

    private static final int ROWS = Integer.getInteger("growth.rows", 4_000);

    /** What one submission may read by any one index; a submission has some 30 requests, which read its own rows. */
    private static final long FEW = 2_500;

    /**
     * The engine's own question, for each act of the staff, which groups have any authorization: it reads those of all open
     * tasks. No applicant asks it.
     */
    private static final String GROUPS = "engine.act_ru_authorization";

    /** The tables that the way writes for certain. */
    private static final String[] ON_THE_WAY = {
        "tidig.session",
        "tidig.session_attributes",
        "tidig.applicant_person",
        "tidig.applicant_login",
        "tidig.known_address",
        "tidig.membership",
        "tidig.organisation",
        "tidig.organisation_person",
        "tidig.draft",
        "tidig.draft_answer",
        "tidig.draft_part",
        "tidig.draft_change",
        "tidig.draft_visit",
        "tidig.draft_submission",
        "tidig.upload",
        "tidig.application",
        "tidig.case_event",
        "tidig.case_bundle",
        "tidig.form_answer",
        "tidig.mail",
        "engine.act_ru_execution",
        "engine.act_ru_variable",
        "engine.act_ru_job",
        "engine.act_ru_task",
        "engine.act_ru_event_subscr",
        "engine.act_hi_procinst",
        "engine.act_hi_actinst",
        "engine.act_hi_varinst",
        "engine.act_hi_detail"
    };

    @LocalServerPort
    private int port;

    @Autowired
    private DraftFixture fixture;

    @Autowired
    private CallFixture calls;

    @Autowired
    private Play play;

    @Autowired
    private DataSource database;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private GrownTables tables;

    @Test
    void noSubmissionReadsWhatCameBefore() {
        tables = new GrownTables(database, ROWS);
        var call = calls.open(Board.K);
        var anna = new PortalApplicant(HttpClient.newHttpClient(), port, nanoseconds -> {});
        anna.logIn(fixture.person(DraftFixture.ANNA, DraftFixture.BRYGGAN, Right.SUBMIT), DemoStaff.PASSWORD);
        var registrar = Person.at(port, "registrarK");
        submit(anna, call, 1);
        assertThat(registrar.start("application", paper(call, "Promenader")).isDone())
                .isTrue();
        play.goOn();
        tables.grow();
        assertThat(tables.grown()).contains(ON_THE_WAY);

        var before = tables.read();
        submit(anna, call, 2);
        assertThat(registrar.start("application", paper(call, "Språkcafé")).isDone())
                .isTrue();
        engine.getCommandExecutorTxRequired().execute(new AcquireJobsCmd(engine.getJobExecutor()));
        register();
        assertThat(play.work()).isTrue();
        var after = tables.read();

        assertThat(tooMuch(before, after)).isEmpty();
    }

    private static List<String> tooMuch(Map<String, Long> before, Map<String, Long> after) {
        var tooMuch = new ArrayList<String>();
        after.forEach((what, rows) -> {
            var read = rows - before.getOrDefault(what, 0L);
            if (read > FEW && !what.startsWith(GROUPS)) {
                tooMuch.add(read + " rows of " + what);
            }
        });
        return tooMuch;
    }

    /** Runs the steps that wait for a job thread: only those, because the tests' own questions read everything. */
    private void register() {
        while (true) {
            var due = jdbc.sql(
                            "select id_ from engine.act_ru_job where handler_type_ = 'async-continuation' and retries_ > 0"
                                    + " and handler_cfg_ like 'transition%' and (duedate_ is null or duedate_ <= ?)")
                    .param(Timestamp.from(clock.instant()))
                    .query(String.class)
                    .list();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(management::executeJob);
        }
    }

    private static void submit(PortalApplicant person, Reference call, int number) {
        person.submit(person.write(call.value(), FullAnswers.parts(number), FullAnswers.documents(1)));
    }

    private Map<String, Object> paper(Reference call, String title) {
        var paper = new HashMap<>(ApplicationFixture.answers("title", title));
        paper.replaceAll(
                (key, value) -> value instanceof Boolean && !key.startsWith("sign") ? value.toString() : value);
        paper.put("organisationNumber", "802002-4280");
        paper.put("callReference", call.value());
        paper.put("receivedDate", SwedishDate.on(clock.instant()).toString());
        return paper;
    }

    @AfterEach
    void shrink() {
        tables.shrink();
    }
}
