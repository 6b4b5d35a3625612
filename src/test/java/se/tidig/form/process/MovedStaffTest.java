package se.tidig.form.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.process.ApplicationPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffRegister;

/** A person who leaves a group or a board leaves its tasks, also those that they had taken. */
@TidigTest
class MovedStaffTest {

    private static final String PERSON = "officerK2";

    @LocalServerPort
    int port;

    @Autowired
    Play play;

    @Autowired
    ApplicationPlay cases;

    @Autowired
    StaffRegister register;

    private Staff before;
    private Reference reference;
    private String task;

    @BeforeEach
    void anOfficerHasTakenATask() {
        before = register.find(PERSON).orElseThrow();
        reference = cases.received();
        task = play.task(ApplicationPlay.CHECK, reference.value()).getId();
        assertThat(person().postJson("/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + PERSON + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(seen()).isEqualTo(200);
    }

    @AfterEach
    void thePersonIsAsBefore() {
        register.save(before);
    }

    @Test
    void aTaskOfAGroupThatThePersonHasLeftIsReleasedAndNoLongerShown() {
        administratorPosts("", Map.of("group", "financeOfficers"));

        assertThat(play.task(ApplicationPlay.CHECK, reference.value()).getAssignee())
                .isNull();
        assertThat(seen()).isEqualTo(404);
        assertThat(complete().statusCode()).isNotEqualTo(204);
        assertThat(play.openTasks(reference.value())).containsExactly(ApplicationPlay.CHECK);
    }

    @Test
    void aTaskOfABoardThatThePersonHasLeftIsReleased() {
        administratorPosts("/uppgifter", Map.of("name", before.name(), "email", before.email(), "board", "H"));

        assertThat(register.find(PERSON).orElseThrow().tenants()).isNotEqualTo(before.tenants());
        assertThat(play.task(ApplicationPlay.CHECK, reference.value()).getAssignee())
                .isNull();
        assertThat(seen()).isEqualTo(404);
    }

    @Test
    void aTaskThatThePersonMayStillDoIsKept() {
        administratorPosts("", Map.of("group", "caseOfficers"));

        assertThat(play.task(ApplicationPlay.CHECK, reference.value()).getAssignee())
                .isEqualTo(PERSON);
        assertThat(complete().statusCode()).isEqualTo(204);
    }

    /** Also if the task had not been released: it is asked again when the task is completed. */
    @Test
    void aTakenTaskIsCompletedOnlyByAMemberOfItsGroup() {
        register.save(new Staff(
                PERSON,
                before.name(),
                before.email(),
                before.password(),
                Set.of("financeOfficers"),
                before.boards(),
                true));

        var refused = complete();

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("ingår inte i gruppen som uppgiften hör till");
        register.save(before);
        assertThat(complete().statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> complete() {
        return person().postJson(
                        "/engine-rest/task/" + task + "/submit-form",
                        Browser.answers(Map.of("conflictAnswer", "none")));
    }

    private int seen() {
        return person().get("/engine-rest/task/" + task).statusCode();
    }

    private Browser person() {
        return new Browser(port).with(PERSON, DemoStaff.PASSWORD);
    }

    private void administratorPosts(String road, Map<String, String> fields) {
        var admin = new Browser(port);
        admin.login("admin", DemoStaff.PASSWORD);
        assertThat(admin.postForm("/personal", "/personal/" + PERSON + road, fields)
                        .statusCode())
                .isEqualTo(302);
        play.asNobody();
    }
}
