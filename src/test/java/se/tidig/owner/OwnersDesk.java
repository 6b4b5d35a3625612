package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.VocabularyReader;
import se.tidig.bundle.check.BundleCheck;
import se.tidig.engine.DemoStaff;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffGroup;
import se.tidig.engine.StaffRegister;
import se.tidig.organisation.Board;

/**
 * A process owner at work: copies of the bundle's files, edited as the Modeler would write them, and posted to the
 * running system over REST.
 */
@Component
public class OwnersDesk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RepositoryService repository;
    private final AuthorizationService authorizations;
    private final JdbcClient jdbc;
    private final Play play;
    private final StaffRegister staff;
    private final Map<String, byte[]> changed = new TreeMap<>();

    OwnersDesk(
            RepositoryService repository,
            AuthorizationService authorizations,
            JdbcClient jdbc,
            Play play,
            StaffRegister staff) {
        this.staff = staff;
        this.repository = repository;
        this.authorizations = authorizations;
        this.jdbc = jdbc;
        this.play = play;
    }

    public OwnersDesk process(String name, Consumer<BpmnModelInstance> edit) {
        var file = "processes/" + name + ".bpmn";
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes(file)));
        edit.accept(model);
        return write(file, Bpmn.convertToString(model));
    }

    public OwnersDesk tables(String name, Consumer<DmnModelInstance> edit) {
        var file = "dmn/" + name + ".dmn";
        var model = Dmn.readModelFromStream(new ByteArrayInputStream(bytes(file)));
        edit.accept(model);
        return write(file, Dmn.convertToString(model));
    }

    public OwnersDesk form(String name, Consumer<ObjectNode> edit) {
        var file = "forms/" + name + ".form";
        try {
            var form = (ObjectNode) JSON.readTree(bytes(file));
            edit.accept(form);
            return write(file, JSON.writeValueAsString(form));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public OwnersDesk text(String file, UnaryOperator<String> edit) {
        var before = new String(bytes(file), StandardCharsets.UTF_8);
        var after = edit.apply(before);
        assertThat(after).isNotEqualTo(before);
        return write(file, after);
    }

    public OwnersDesk write(String file, String content) {
        changed.put(file, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private byte[] bytes(String file) {
        return changed.containsKey(file) ? changed.get(file) : Bundle.packaged().bytes(file);
    }

    /** Posts the changed files, each under its bare name as the Modeler does; a new letter under its whole name. */
    public HttpResponse<String> post(int port) {
        var files = new TreeMap<String, byte[]>();
        changed.forEach((file, bytes) -> files.put(isNewLetter(file) ? file : bare(file), bytes));
        return new Browser(port)
                .with("processOwner", DemoStaff.PASSWORD)
                .postFiles("/engine-rest/deployment/create", "min ändring", files);
    }

    /** What the check says of the bundle with what was changed, without publishing it. */
    List<ModelFinding> findings() {
        var files = new TreeMap<>(Bundle.packaged().files());
        files.putAll(changed);
        return new BundleCheck(VocabularyReader.read()).check(new Bundle(files));
    }

    private static boolean isNewLetter(String file) {
        return file.startsWith("forms/letters/") && !Bundle.packaged().has(file);
    }

    private static String bare(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** Posts them and expects them to be accepted. */
    public void deploy(int port) {
        var answer = post(port);
        assertThat(answer).as(answer.body()).returns(200, HttpResponse::statusCode);
        assertThat(Browser.json(answer).path("deployedProcessDefinitions").size())
                .isEqualTo(Bundle.packaged().names("processes/", ".bpmn").size());
    }

    /** A person who is in no group yet. */
    void hire(String id, Board board) {
        var like = staff.find("officerK1").orElseThrow();
        staff.save(new Staff(
                id, "Ny Person", id + "@lansstyrelsen.example", like.password(), Set.of(), Set.of(board), true));
    }

    /** Restores everything as it was before the owner came: later tests begin with the bundle of the program. */
    public void tidyUp() {
        changed.clear();
        play.asNobody();
        // With a definition the engine deletes who may start its process, also in the remaining versions.
        jdbc.sql("create table public.kept_authorization as select * from engine.act_ru_authorization")
                .update();
        for (var deployment : jdbc.sql("select deployment from tidig.bundle_deployment where origin = 'PERSON'")
                .query(String.class)
                .list()) {
            var definitions = repository.createProcessDefinitionQuery().deploymentId(deployment).list().stream()
                    .map(ProcessDefinition::getId)
                    .toArray(String[]::new);
            // The version before gets its start messages back only if the definition is deleted alone.
            repository
                    .deleteProcessDefinitions()
                    .byIds(definitions)
                    .cascade()
                    .skipCustomListeners()
                    .delete();
            repository.deleteDeployment(deployment, true);
            jdbc.sql("delete from tidig.bundle_deployment where deployment = ?")
                    .param(deployment)
                    .update();
        }
        jdbc.sql(
                        """
                        insert into engine.act_ru_authorization select * from public.kept_authorization kept
                        where not exists (select from engine.act_ru_authorization there where there.id_ = kept.id_)
                        """)
                .update();
        jdbc.sql("drop table public.kept_authorization").update();
        for (var group :
                jdbc.sql("select id from tidig.staff_group").query(String.class).list()) {
            if (StaffGroup.byId(group).isEmpty()) {
                authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .list()
                        .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
                jdbc.sql("delete from tidig.staff_group where id = ?")
                        .param(group)
                        .update();
            }
        }
        jdbc.sql("delete from tidig.staff where id like 'new%'").update();
        jdbc.sql("delete from tidig.staff_change").update();
    }

    /** The version of the process that new cases begin with, and how many there are. */
    public List<Integer> versions(String process) {
        play.asNobody();
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .orderByProcessDefinitionVersion()
                .asc()
                .list()
                .stream()
                .map(ProcessDefinition::getVersion)
                .toList();
    }
}
