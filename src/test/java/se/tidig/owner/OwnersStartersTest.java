package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.engine.DemoStaff;

/** Who may start a process in Tasklist follows its model, also after a published change. */
@TidigTest
class OwnersStartersTest {

    /** What Tasklist asks for its list of processes to start. */
    private static final String TO_START = "/engine-rest/process-definition"
            + "?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true&key=";

    private static final String PROCESS = "closing-change";

    @Autowired
    private OwnersDesk desk;

    @LocalServerPort
    private int port;

    @AfterEach
    void tidyUp() {
        desk.tidyUp();
    }

    @Test
    void theGroupsThatTheModelNamesStartIt() {
        assertThat(mayStart("officerK1")).isTrue();
        assertThat(mayStart("coordinator")).isTrue();
        assertThat(mayStart("registrarK")).isFalse();

        startedBy("registrars");
        assertThat(mayStart("registrarK")).isTrue();
        assertThat(mayStart("officerK1")).as("its group is no longer named").isFalse();
        assertThat(mayStart("coordinator")).isFalse();

        startedBy("caseOfficers,coordinators");
        assertThat(mayStart("officerK1")).isTrue();
        assertThat(mayStart("coordinator")).isTrue();
        assertThat(mayStart("registrarK")).isFalse();
    }

    private void startedBy(String groups) {
        desk.process(PROCESS, model -> model.getModelElementsByType(Process.class)
                        .forEach(process -> process.setCamundaCandidateStarterGroups(groups)))
                .deploy(port);
    }

    private boolean mayStart(String person) {
        var answer = new Browser(port).with(person, DemoStaff.PASSWORD).get(TO_START + PROCESS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return !Browser.json(answer).isEmpty();
    }
}
