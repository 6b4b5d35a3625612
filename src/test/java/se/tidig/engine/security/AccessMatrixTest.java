package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.engine.DemoStaff;
import se.tidig.engine.security.RestResources.Road;

/**
 * Checks for every resource of the REST interface and of the webapps' API whether it shows what a case contains. The
 * rows are in {@code engine/access-matrix.txt}; a resource without a row fails. {@code shows}: an administrator is
 * shown the case, an officer of another board and a process owner of all boards are not. {@code hides}: nobody is shown
 * anything of a case. {@code shared}: numbers of models, people and the like, which reveal nothing of a case. {@code
 * writes}: a person of another board changes nothing.
 */
@TidigTest
class AccessMatrixTest {

    private static final List<String> OUTSIDERS = List.of("officerH1", "processOwner");
    private static final String SECRET = "Hemliga föreningen";

    @LocalServerPort
    int port;

    @Autowired
    AuthorizedCase cases;

    @Autowired
    Play play;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcTemplate jdbc;

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, Browser> sessions = new TreeMap<>();
    private String instance;

    @BeforeEach
    void aCaseOfBlekingeWithSomethingOfEverything() {
        instance = cases.begin(AuthorizedCase.drawn()
                .parallelGateway("gateway_both")
                .userTask("userTask_assess")
                .camundaCandidateGroups("caseOfficers")
                .boundaryEvent("boundary_late")
                .timerWithDuration("P5D")
                .endEvent()
                .moveToActivity("userTask_assess")
                .endEvent()
                .moveToNode("gateway_both")
                .serviceTask("serviceTask_send")
                .camundaExternalTask("matrix")
                .endEvent()
                .done());
        runtime.setVariable(instance, "subject", SECRET);
        var task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        // Leaves a line in the log of operations.
        play.as("admin");
        tasks.setPriority(task.getId(), 60);
        play.asNobody();
        runtime.createIncident("matrix", task.getExecutionId(), "config", SECRET);
        ids.put("task", task.getId());
        ids.put("process-instance", instance);
        ids.put("execution", task.getExecutionId());
        ids.put("process-definition", task.getProcessDefinitionId());
        ids.put(
                "deployment",
                repository.getProcessDefinition(task.getProcessDefinitionId()).getDeploymentId());
        ids.put(
                "job",
                management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getId());
        ids.put("incident", runtime.createIncidentQuery().singleResult().getId());
        ids.put("external-task", one("select id_ from engine.act_ru_ext_task"));
        ids.put("variable-instance", one("select id_ from engine.act_hi_varinst where name_ = 'subject'"));
        ids.put("activity-instance", one("select id_ from engine.act_hi_actinst where act_id_ = 'userTask_assess'"));
        ids.put("job-log", one("select id_ from engine.act_hi_job_log limit 1"));
        ids.put("external-task-log", one("select id_ from engine.act_hi_ext_task_log limit 1"));
        ids.put("detail", one("select id_ from engine.act_hi_detail where name_ = 'subject'"));
        runtime.setVariablesAsync(List.of(instance), Map.of("later", 1));
        management.executeJob(one("select id_ from engine.act_ru_job where handler_type_ = 'batch-seed-job'"));
        ids.put("batch", one("select id_ from engine.act_ru_batch"));
        ids.put("comment", tasks.createComment(task.getId(), instance, SECRET).getId());
        ids.put(
                "attachment",
                tasks.createAttachment("link", task.getId(), instance, SECRET, SECRET, "https://example.org")
                        .getId());
    }

    /** A request to delete something of another board gets the same answer as one for something that does not exist. */
    @Test
    void aDeletionGetsTheSameRefusalWhetherTheCaseExistsOrNot() {
        var officer = new Browser(port).with("officerH1", DemoStaff.PASSWORD);
        var told = new ArrayList<String>();
        for (var road : RestResources.all()) {
            var of = road.path().split("/")[1];
            // Models are shared by all.
            var ofCases = ids.containsKey(of) && !of.endsWith("definition") && !of.equals("deployment");
            if (!road.method().equals("DELETE") || !ofCases && !of.equals("history")) {
                continue;
            }
            var real = officer.send("DELETE", "/engine-rest" + filled(road), "application/json", "");
            var unknown = officer.send("DELETE", "/engine-rest" + road.with("nosuch"), "application/json", "");
            if (real.statusCode() != unknown.statusCode() || !plain(real.body()).equals(plain(unknown.body()))) {
                told.add(road + ": " + real.statusCode() + plain(real.body()) + " but " + unknown.statusCode()
                        + plain(unknown.body()));
            }
        }
        assertThat(told).isEmpty();
    }

    private String plain(String answer) {
        var plain = answer;
        for (var id : ids.values()) {
            plain = plain.replace(id, "nosuch");
        }
        return plain.replace(AuthorizedCase.PROCESS, "nosuch").replace("subject", "nosuch");
    }

    @AfterEach
    void remove() {
        jdbc.update("delete from engine.act_ru_incident");
        jdbc.update("delete from engine.act_ru_variable where batch_id_ is not null");
        jdbc.update("delete from engine.act_ru_batch");
        jdbc.update("delete from engine.act_ru_job where handler_type_ not like 'timer-start-event'");
        jdbc.update("delete from engine.act_ru_jobdef where proc_def_id_ is null");
        cases.remove();
    }

    @Test
    void eachResourceShowsACaseOnlyToItsBoard() {
        var rows = rows();
        var wrong = new ArrayList<String>();
        var roads = new ArrayList<>(RestResources.all());
        roads.addAll(RestResources.ofWebapps());
        for (var road : roads) {
            var row = rows.remove(road.toString());
            var found = row == null ? "no row" : judge(road, row);
            if (!found.isEmpty()) {
                wrong.add(road + ": " + found);
            }
        }
        rows.keySet().forEach(gone -> wrong.add(gone + ": there is no such resource"));
        assertThat(wrong).isEmpty();
    }

    private String judge(Road road, String row) {
        var path = (road.path().startsWith("/camunda/") ? "" : "/engine-rest") + filled(road);
        var before = state();
        for (var person : OUTSIDERS) {
            var answer = ask(person, road, path);
            if (tells(answer, path) && !row.equals("shared")) {
                return person + " is shown the case: " + answer.substring(0, Math.min(answer.length(), 200));
            }
            if (!state().equals(before)) {
                return person + " has changed the case";
            }
        }
        if (row.equals("writes") || row.equals("shared")) {
            return "";
        }
        var shown = tells(ask("admin", road, path), path);
        if (shown != row.equals("shows")) {
            return shown ? "an administrator is shown a case" : "shows nothing to an administrator";
        }
        return "";
    }

    private String ask(String person, Road road, String path) {
        var webapp = path.startsWith("/camunda/");
        return (webapp ? inWebapp(person) : new Browser(port).with(person, DemoStaff.PASSWORD))
                .send(
                        road.method(),
                        webapp ? path + "?firstResult=0&maxResults=10" : path,
                        "application/json",
                        road.method().equals("GET") ? "" : "{}")
                .body();
    }

    private Browser inWebapp(String person) {
        return sessions.computeIfAbsent(person, id -> {
            var browser = new Browser(port);
            browser.login(id, DemoStaff.PASSWORD);
            browser.get("/camunda/app/tasklist/default/");
            return browser;
        });
    }

    @Test
    void onlyAdministratorsSeeTheMetricsInAdmin() {
        var metrics = "/camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated?groupBy=year"
                + "&subscriptionStartDate=2020-01-01T00:00:00.000%2B0100";
        assertThat(inWebapp("admin").get(metrics).statusCode()).isEqualTo(200);
        for (var person : OUTSIDERS) {
            assertThat(inWebapp(person).get(metrics).statusCode()).as(person).isBetween(400, 499);
        }
    }

    /** Whether the answer contains something of the case, other than the ids in the request. */
    private boolean tells(String answer, String path) {
        return answer.matches("\\{\"count\":[1-9]\\d*}")
                || answer.contains(SECRET)
                || answer.contains("\"" + AuthorizedCase.KEY + "\"")
                || !path.contains(instance) && answer.contains(instance);
    }

    /** Replaces the parameters of the path with the case's ids. */
    private String filled(Road road) {
        var parts = road.path().split("/");
        for (var at = 0; at < parts.length; at++) {
            if (parts[at].startsWith("{")) {
                parts[at] = value(parts, at);
            }
        }
        return String.join("/", parts);
    }

    private String value(String[] parts, int at) {
        var before = parts[at - 1];
        if (before.equals("key")) {
            return AuthorizedCase.PROCESS;
        }
        if (before.equals("base") || before.equals("adminPlugins")) {
            return "default";
        }
        if (before.equals("tenant-id")) {
            return "SEK";
        }
        if (before.matches("(?i)(local)?variables")) {
            return "subject";
        }
        return ids.getOrDefault(before, "nosuch");
    }

    private String state() {
        return jdbc
                .queryForList(
                        """
                        select 'e' || id_ || rev_ || suspension_state_ from engine.act_ru_execution
                        union all select 't' || id_ || coalesce(assignee_, '') || coalesce(owner_, '') || coalesce(name_, '') || priority_
                            from engine.act_ru_task
                        union all select 'v' || id_ || rev_ from engine.act_ru_variable
                        union all select 'j' || id_ || retries_ || coalesce(duedate_::text, '') || suspension_state_ from engine.act_ru_job
                        union all select 'l' || id_ || coalesce(user_id_, '') || coalesce(group_id_, '')
                            from engine.act_ru_identitylink
                        union all select 'x' || id_ || coalesce(retries_, -1) || coalesce(worker_id_, '')
                            from engine.act_ru_ext_task
                        union all select 'i' || id_ || coalesce(annotation_, '') from engine.act_ru_incident
                        union all select 'c' || id_ from engine.act_hi_comment
                        union all select 'a' || id_ from engine.act_hi_attachment
                        union all select 'b' || id_ from engine.act_ru_batch
                        union all select 'd' || id_ || suspension_state_ from engine.act_re_procdef
                        """,
                        String.class)
                .stream()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private Map<String, String> rows() {
        try (var file = getClass().getResourceAsStream("/engine/access-matrix.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .collect(Collectors.toMap(
                            row -> row[1] + " " + row[2], row -> row[0], (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String one(String query) {
        return jdbc.queryForObject(query, String.class);
    }
}
