package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.Browser.json;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffRegister;
import se.tidig.organisation.Board;

/**
 * Each row that the engine stores of a case has the tenant of its board, because everybody sees a row without a tenant.
 */
@TidigTest
class HistoryTenantsTest {

    /**
     * Tables that are read only together with a decision, which has a tenant; and batches, which give numbers and no
     * cases.
     */
    private static final Set<String> WITH_ANOTHER = Set.of("act_hi_dec_in", "act_hi_dec_out", "act_hi_batch");

    /** Entries of the operation log that name no case: authorizations for a task's people, and evaluated tables. */
    private static final Set<String> OF_NO_CASE = Set.of("Authorization", "DecisionDefinition");

    @LocalServerPort
    int port;

    @Autowired
    Play play;

    @Autowired
    DecisionPlay cases;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    StaffRegister register;

    @BeforeEach
    void aDecidedCaseOfBlekinge() {
        // These rows are kept between tests.
        jdbc.update("delete from engine.act_hi_op_log");
        var call = cases.call();
        var reference = cases.toPropose(call, 90_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 90_000L));
        cases.decide(reference, "deciderK");
        play.asNobody();
        play.goOn();
    }

    @Test
    void everyRowOfEveryTableHasTheTenantOfItsBoard() {
        var filled = tables().stream()
                .filter(table -> jdbc.queryForObject("select count(*) from engine." + table, Long.class) > 0)
                .toList();
        assertThat(filled).contains("act_hi_job_log", "act_hi_decinst", "act_hi_varinst", "act_hi_ext_task_log");
        assertThat(filled.stream()
                        .filter(table -> !WITH_ANOTHER.contains(table))
                        .flatMap(table -> without(table).stream()))
                .isEmpty();
    }

    private List<String> tables() {
        return jdbc.queryForList(
                """
                select table_name from information_schema.columns
                where table_schema = 'engine' and column_name = 'tenant_id_' and table_name like 'act_hi_%'
                order by 1
                """,
                String.class);
    }

    /** Rows without a tenant, except those of a batch itself, which name no case. */
    private List<String> without(String table) {
        return jdbc.queryForList("select * from engine." + table + " where tenant_id_ is null").stream()
                .filter(row -> !table.equals("act_hi_job_log") || row.get("process_instance_id_") != null)
                .filter(row -> !OF_NO_CASE.contains(String.valueOf(row.get("entity_type_"))))
                .map(row -> {
                    row.values().removeIf(Objects::isNull);
                    return table + " " + row;
                })
                .toList();
    }

    /** The engine shows the jobs of a batch to everybody, because they belong to no process. */
    @Test
    void onlyAdministratorsSeeTheJobLog() {
        var log = json(rest("admin").get("/engine-rest/history/job-log"));
        assertThat(log.size()).as("the administrator gets rows").isPositive();
        var batch =
                jdbc.queryForList("select id_ from engine.act_hi_job_log where process_def_key_ is null", String.class);
        assertThat(batch).isNotEmpty();
        for (var person : List.of("officerK1", "officerH1", "processOwner")) {
            var webapp = new Browser(port);
            webapp.login(person, DemoStaff.PASSWORD);
            webapp.get("/camunda/app/tasklist/default/");
            for (var road :
                    List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default")) {
                assertShut(road.startsWith("/camunda") ? webapp : rest(person), road + "/history/job-log", batch);
            }
        }
    }

    /** A batch has no tenant, whatever its cases are; administrators work for all boards. */
    @Test
    void onlyAdministratorsSeeBatches() {
        for (var road : List.of("", "/count", "/cleanable-batch-report", "/cleanable-batch-report/count")) {
            var path = "/engine-rest/history/batch" + road;
            assertThat(rest("admin").get(path).statusCode()).as(path).isEqualTo(200);
            for (var person : List.of("officerK1", "officerH1", "processOwner")) {
                var answer = rest(person).get(path);
                assertThat(answer.statusCode() == 200 ? answer.body() : "[]")
                        .as(person + " " + path)
                        .isIn("[]", "{\"count\":0}");
            }
        }
        assertThat(json(rest("admin").get("/engine-rest/history/batch/count"))
                        .get("count")
                        .asInt())
                .as("there are batches")
                .isPositive();
    }

    @Test
    void registerAndDatabaseRefuseAnAdministratorOfSomeBoards() {
        var admin = register.find("admin").orElseThrow();
        assertThat(admin.boards()).containsExactlyInAnyOrder(Board.values());
        assertThatThrownBy(() -> new Staff(
                        "adminH",
                        "Hedda Alm",
                        "h@example.org",
                        admin.password(),
                        admin.groups(),
                        Set.of(Board.H),
                        true))
                .hasMessageContaining("works for all boards");
        assertThatThrownBy(() -> jdbc.update("update tidig.staff set boards = '{H}' where id = 'admin'"))
                .hasMessageContaining("administrator_of_all_boards");
        assertThatThrownBy(
                        () -> jdbc.update("update tidig.staff set groups = '{camunda-admin}' where id = 'officerK1'"))
                .hasMessageContaining("administrator_of_all_boards");
    }

    private static void assertShut(Browser other, String log, List<String> batch) {
        for (var query : List.of("", "?withoutTenantId=true", "?tenantIdIn=SEK")) {
            assertThat(json(other.get(log + query)).size()).isZero();
            assertThat(json(other.get(log + "/count" + query)).get("count").asInt())
                    .isZero();
        }
        assertThat(json(other.postJson(log, "{\"tenantIdIn\":[\"SEK\"]}")).size())
                .isZero();
        assertThat(json(other.postJson(log + "/count", "{}")).get("count").asInt())
                .isZero();
        for (var id : batch) {
            assertThat(other.get(log + "/" + id).statusCode()).isEqualTo(404);
            assertThat(other.get(log + "/" + id + "/stacktrace").statusCode()).isBetween(400, 499);
        }
    }

    private Browser rest(String person) {
        return new Browser(port).with(person, DemoStaff.PASSWORD);
    }
}
