package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.Browser.json;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.engine.DemoStaff;

/**
 * Nobody deletes models, cases or the record of a case. Each request is first sent to an engine with Camunda's
 * defaults, where it does harm, then to Tidig's, as a process owner and as an administrator, over REST and as Cockpit
 * sends it.
 */
@TidigTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingIsDeletedTest {

    @LocalServerPort
    int port;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    AuthorizedCase cases;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    private BareEngine bare;

    @BeforeAll
    void startBareEngine() {
        bare = new BareEngine(dataSource);
    }

    @AfterAll
    void stopBareEngine() {
        bare.close();
    }

    @AfterEach
    void remove() {
        if (repository.createDeploymentQuery().deploymentId(deployment).count() == 1) {
            cases.remove();
        }
    }

    private String deployment;

    /** A running case with a timer, a comment and an attachment; the ids by their names in the paths. */
    private Map<String, String> begin() {
        var instance = cases.begin(AuthorizedCase.drawn()
                .userTask("userTask_assess")
                .camundaCandidateGroups("caseOfficers")
                .boundaryEvent("boundary_late")
                .timerWithDuration("P5D")
                .endEvent()
                .moveToActivity("userTask_assess")
                .endEvent("end_assessed")
                .done());
        var task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        var definition = task.getProcessDefinitionId();
        deployment = repository.getProcessDefinition(definition).getDeploymentId();
        return Map.of(
                "{instance}", instance,
                "{task}", task.getId(),
                "{definition}", definition,
                "{deployment}", deployment,
                "{job}",
                        management
                                .createJobQuery()
                                .processInstanceId(instance)
                                .singleResult()
                                .getId(),
                "{variable}",
                        history.createHistoricVariableInstanceQuery()
                                .processInstanceId(instance)
                                .variableName("board")
                                .singleResult()
                                .getId(),
                "{comment}",
                        tasks.createComment(task.getId(), instance, "Ringde sökanden.")
                                .getId(),
                "{attachment}",
                        tasks.createAttachment("link", task.getId(), instance, "Intyg", "", "https://example.org")
                                .getId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE | /deployment/{deployment}?cascade=true |",
                "DELETE | /process-definition/{definition}?cascade=true |",
                "DELETE | /process-definition/key/authorized/delete?cascade=true |",
                "DELETE | /process-definition/key/authorized?cascade=true |",
                "DELETE | /process-instance/{instance} |",
                "POST | /process-instance/delete | {'processInstanceIds':['{instance}'],'deleteReason':'x'}",
                "POST | /process-instance/delete | {'processInstanceQuery':{'processDefinitionKey':'authorized'}}",
                "POST | /process-instance/delete-historic-query-based | "
                        + "{'historicProcessInstanceQuery':{'processDefinitionKey':'authorized'}}",
                "POST | /process-instance/{instance}/modification | "
                        + "{'instructions':[{'type':'cancel','activityId':'userTask_assess'}]}",
                "POST | /process-instance/{instance}/modification-async | "
                        + "{'instructions':[{'type':'cancel','activityId':'userTask_assess'}]}",
                "POST | /modification/execute | {'processDefinitionId':'{definition}','processInstanceIds':"
                        + "['{instance}'],'instructions':[{'type':'cancel','activityId':'userTask_assess'}]}",
                "POST | /process-instance/{instance}/modification | "
                        + "{'instructions':[{'type':'cancel','activityId':'userTask_assess'},"
                        + "{'type':'startBeforeActivity','activityId':'end_assessed'}]}",
                "POST | /process-instance/{instance}/modification-async | "
                        + "{'instructions':[{'type':'cancel','activityId':'userTask_assess'},"
                        + "{'type':'startBeforeActivity','activityId':'end_assessed'}]}",
                "POST | /modification/execute | {'processDefinitionId':'{definition}','processInstanceIds':"
                        + "['{instance}'],'instructions':[{'type':'cancel','activityId':'userTask_assess'},"
                        + "{'type':'startBeforeActivity','activityId':'end_assessed'}]}",
                "POST | /modification/execute | {'processDefinitionId':'{definition}',"
                        + "'processInstanceQuery':{'processDefinitionKey':'authorized'},"
                        + "'instructions':[{'type':'cancel','activityId':'userTask_assess'},"
                        + "{'type':'startBeforeActivity','activityId':'end_assessed'}]}",
                "POST | /modification/executeAsync | {'processDefinitionId':'{definition}','processInstanceIds':"
                        + "['{instance}'],'instructions':[{'type':'cancel','activityId':'userTask_assess'},"
                        + "{'type':'startBeforeActivity','activityId':'end_assessed'}]}",
                "POST | /history/process-instance/delete | {'historicProcessInstanceIds':['{instance}']}",
                "DELETE | /history/process-instance/{instance}/variable-instances |",
                "DELETE | /history/variable-instance/{variable} |",
                "POST | /history/process-instance/set-removal-time | {'historicProcessInstanceIds':['{instance}'],"
                        + "'absoluteRemovalTime':'2020-01-01T00:00:00.000+0100'}",
                "PUT | /process-definition/{definition}/history-time-to-live | {'historyTimeToLive':0}",
                "DELETE | /job/{job} |",
                "DELETE | /task/{task}/comment/{comment} |",
                "PUT | /task/{task}/comment | {'id':'{comment}','message':'Ringde inte.'}",
                "DELETE | /process-instance/{instance}/comment/{comment} |",
                "DELETE | /task/{task}/attachment/{attachment} |",
            })
    void tidigKeepsWhatADefaultEngineWouldDelete(String method, String path, String body) {
        var ids = begin();
        var admin = new Browser(port).with("admin", DemoStaff.PASSWORD);
        var harm = send(admin, method, "/engine-rest/engine/bare" + path, body, ids);
        assertThat(harm.statusCode()).as("a default engine: " + harm.body()).isBetween(200, 299);
        remove();
        jdbc.update("delete from engine.act_ru_job where handler_type_ not like 'timer-start-event'");
        jdbc.update("delete from engine.act_ru_batch");
        jdbc.update("delete from engine.act_ru_jobdef where proc_def_id_ is null");

        ids = begin();
        var before = rows();
        for (var person : new String[] {"processOwner", "admin"}) {
            var refused =
                    send(new Browser(port).with(person, DemoStaff.PASSWORD), method, "/engine-rest" + path, body, ids);
            assertThat(refused.statusCode()).as(person + refused.body()).isIn(refusals(person));
            var cockpit = new Browser(port);
            cockpit.login(person, DemoStaff.PASSWORD);
            cockpit.get("/camunda/app/cockpit/default/");
            var button = send(cockpit, method, "/camunda/api/engine/engine/default" + path, body, ids);
            assertThat(button.statusCode()).as(person + button.body()).isIn(refusals(person));
            assertThat(json(button).get("message").asText())
                    .containsAnyOf("tas inte bort", "ändras genom sina uppgifter", "inte behörighet till det");
        }
        assertThat(rows()).isEqualTo(before);
    }

    /** A process owner sees no case, and so no comments or attachments of it. */
    private static List<Integer> refusals(String person) {
        return person.equals("processOwner") ? List.of(400, 404) : List.of(400);
    }

    private static java.net.http.HttpResponse<String> send(
            Browser browser, String method, String path, String body, Map<String, String> ids) {
        var road = path;
        var content = body == null ? "" : body.replace('\'', '"');
        for (var id : ids.entrySet()) {
            road = road.replace(id.getKey(), id.getValue());
            content = content.replace(id.getKey(), id.getValue());
        }
        return browser.send(method, road, "application/json", content);
    }

    /** Everything that could have been deleted or changed. */
    private String rows() {
        return jdbc
                .queryForList(
                        """
                        select 'deployment ' || id_ from engine.act_re_deployment
                        union select 'definition ' || id_ || coalesce(history_ttl_, -1) from engine.act_re_procdef
                        union select 'execution ' || id_ from engine.act_ru_execution
                        union select 'task ' || id_ from engine.act_ru_task
                        union select 'job ' || id_ from engine.act_ru_job
                        union select 'batch ' || id_ from engine.act_ru_batch
                        union select 'history ' || id_ || coalesce(removal_time_::text, '') from engine.act_hi_procinst
                        union select 'value ' || id_ from engine.act_hi_varinst where state_ <> 'DELETED'
                        union select 'detail ' || id_ from engine.act_hi_detail
                        union select 'comment ' || id_ || message_ from engine.act_hi_comment where action_ = 'AddComment'
                        union select 'attachment ' || id_ from engine.act_hi_attachment
                        """,
                        String.class)
                .stream()
                .sorted()
                .toList()
                .toString();
    }
}
