package se.tidig.form.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Play;
import se.tidig.TidigTest;

/** A task's form shows the case as it is at that moment, and nothing of it becomes a variable. */
@TidigTest
class ShownContentTest {

    @Autowired
    private Play play;

    @Autowired
    private TestModels models;

    @Autowired
    private FormService forms;

    @Autowired
    private HistoryService history;

    private String taskId;

    @BeforeEach
    void aCaseAtAssessment() {
        models.deploy();
        play.as("registrarK").start(TestModels.PROCESS, Map.of("applicant", "Förening", "atBoard", "K"));
        taskId = play.task("userTask_assess", "T-1").getId();
    }

    @Test
    void contentOfTheCaseComesWithTheFormsVariables() {
        play.as("officerK1");
        var variables = forms.getTaskFormVariables(taskId);
        assertThat(variables)
                .containsEntry("board", "K")
                .containsEntry("formTestApplied", 181_500)
                .containsEntry("formTestFindings", null);
        assertThat(variables.<JsonValue>getValueTyped("formTestProject").getValueSerialized())
                .isEqualTo("{\"name\":\"Svenska på stan, T-1\"}");
        assertThat(variables.<JsonValue>getValueTyped("formTestCounties").getValueSerialized())
                .contains("Blekinge");
    }

    @Test
    void onlyWhatIsAskedForIsGiven() {
        play.as("officerK1");
        assertThat(forms.getTaskFormVariables(taskId, List.of("formTestApplied"), false))
                .containsOnlyKeys("formTestApplied");
    }

    @Test
    void nothingOfItIsStored() {
        play.as("officerK1");
        forms.getTaskFormVariables(taskId);
        play.complete("userTask_assess", "T-1", Map.of("need", 1, "outcome", "REFUSE", "county", "K"));
        play.asNobody();
        assertThat(history.createHistoricVariableInstanceQuery().list())
                .extracting("name")
                .containsOnly("board", "reference", "outcome", "score");
    }

    @Test
    void optionsThatAreShownAreThoseThatAreAccepted() {
        play.as("officerK1");
        assertThatThrownBy(() ->
                        play.complete("userTask_assess", "T-1", Map.of("need", 1, "outcome", "REFUSE", "county", "F")))
                .hasMessageStartingWith("Län: välj");
    }

    @Test
    void whoMayNotSeeTheTaskSeesNoContent() {
        for (var stranger : List.of("financeK1", "officerF1")) {
            play.as(stranger);
            assertThatThrownBy(() -> forms.getTaskFormVariables(taskId))
                    .as(stranger)
                    .isInstanceOf(AuthorizationException.class);
        }
    }
}
