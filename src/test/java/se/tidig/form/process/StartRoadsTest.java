package se.tidig.form.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.form.FormAnswers;
import se.tidig.form.Rejected;

/** A person starts a process only with its start form, under the key that the domain gives. */
@TidigTest
class StartRoadsTest {

    private static final Map<String, Object> GOOD = Map.of("applicant", "Förening", "atBoard", "K", "applied", 100.5);

    @Autowired
    private Play play;

    @Autowired
    private TestModels models;

    @Autowired
    private FormService forms;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private HistoryService history;

    @Autowired
    private FormAnswers answers;

    @Autowired
    private JdbcTemplate jdbc;

    private String definition;

    @BeforeEach
    void models() {
        models.deploy();
        definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(TestModels.PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
    }

    interface Road {
        void start(StartRoadsTest test, Map<String, Object> values);
    }

    static Stream<Road> roads() {
        return Stream.of(
                (test, values) -> test.forms.submitStartForm(test.definition, values),
                (test, values) -> test.forms.submitStartForm(test.definition, "own-key", values),
                (test, values) -> test.runtime.startProcessInstanceById(test.definition, values),
                (test, values) -> test.runtime.startProcessInstanceById(test.definition, "own-key", values),
                (test, values) -> test.runtime.startProcessInstanceByKey(TestModels.PROCESS, "own-key", values),
                (test, values) -> test.runtime
                        .createProcessInstanceByKey(TestModels.PROCESS)
                        .businessKey("own-key")
                        .setVariables(values)
                        .executeWithVariablesInReturn());
    }

    static Stream<Road> closedRoads() {
        return Stream.of(
                (test, values) -> test.runtime
                        .createProcessInstanceById(test.definition)
                        .startBeforeActivity("userTask_decide")
                        .setVariables(values)
                        .execute(),
                (test, values) -> test.runtime
                        .createProcessInstanceById(test.definition)
                        .startAfterActivity("userTask_decide")
                        .setVariables(values)
                        .execute(),
                (test, values) -> test.runtime
                        .createConditionEvaluation()
                        .setVariables(values)
                        .evaluateStartConditions(),
                (test, values) -> test.runtime.startProcessInstanceByMessage("call.allClosed", values),
                (test, values) -> test.runtime
                        .createMessageCorrelation("call.allClosed")
                        .setVariables(values)
                        .correlateStartMessage());
    }

    private void assertNothingStarted() {
        play.asNobody();
        assertThat(history.createHistoricProcessInstanceQuery().count()).isZero();
        assertThat(history.createHistoricVariableInstanceQuery().count()).isZero();
        assertThat(jdbc.queryForObject("select count(*) from tidig.form_answer", Long.class))
                .isZero();
        assertThat(jdbc.queryForObject("select count(*) from tidig.admin_write", Long.class))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("roads")
    void theDomainGivesKeyAndVariablesAndTheAnswersAreStored(Road road) {
        play.as("registrarK");
        road.start(this, GOOD);
        play.asNobody();
        assertThat(play.variables(TestModels.PROCESS, "T-1"))
                .containsOnly(Map.entry("board", "K"), Map.entry("reference", "T-1"));
        assertThat(runtime.createProcessInstanceQuery().tenantIdIn("SEK").count())
                .isOne();
        assertThat(answers.latest(Reference.of("T-1"), "startEvent_paper")).hasValueSatisfying(answer -> {
            assertThat(answer.actor()).isEqualTo(Actor.of("registrarK"));
            assertThat(answer.board()).isEqualTo("K");
            assertThat(answer.processInstance())
                    .isEqualTo(
                            runtime.createProcessInstanceQuery().singleResult().getId());
            assertThat(answer.answers().text("applicant")).isEqualTo("Förening");
        });
    }

    @ParameterizedTest
    @MethodSource("roads")
    void whatTheStartFormForbidsStartsNothing(Road road) {
        for (var wrong : Map.<String, Object>of(
                        "applied", -1, "atBoard", "H", "applicant", "x".repeat(41), "business", "y")
                .entrySet()) {
            play.as("registrarK");
            var values = new HashMap<>(GOOD);
            values.put(wrong.getKey(), wrong.getValue());
            assertThatThrownBy(() -> road.start(this, values))
                    .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.messages())
                            .containsOnlyKeys(wrong.getKey()));
            assertNothingStarted();
        }
    }

    @ParameterizedTest
    @MethodSource("roads")
    void whatTheDomainRefusesStartsNothing(Road road) {
        play.as("registrarK");
        assertThatThrownBy(() -> road.start(this, Map.of("applicant", "domännej", "atBoard", "K")))
                .hasMessage("Sökande: domänen säger nej.");
        assertNothingStarted();
    }

    @ParameterizedTest
    @MethodSource("roads")
    void noCaseIsStartedAtAnotherBoard(Road road) {
        play.as("registrarK");
        assertThatThrownBy(() -> road.start(this, Map.of("applicant", "Förening", "atBoard", "F")))
                .hasMessageContaining("länsstyrelse som du arbetar för");
        assertNothingStarted();
    }

    @ParameterizedTest
    @MethodSource("roads")
    void whoMayNotStartItIsRefusedByTheEngine(Road road) {
        play.as("financeK1");
        assertThatThrownBy(() -> road.start(this, GOOD)).isInstanceOf(AuthorizationException.class);
        assertNothingStarted();
    }

    @ParameterizedTest
    @MethodSource("closedRoads")
    void noOtherRoadStartsAnything(Road road) {
        play.as("registrarK");
        assertThatThrownBy(() -> road.start(this, GOOD)).isInstanceOf(Rejected.class);
        assertNothingStarted();
    }

    @Test
    void aProcessWithoutAStartFormIsNotStartedByHand() {
        for (var person : new String[] {"officerK1", "admin"}) {
            play.as(person);
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey("form-test-bare"))
                    .hasMessageContaining("inget startformulär");
        }
        assertNothingStarted();
    }

    @Test
    void theSystemItselfStartsProcessesWithoutAForm() {
        play.asNobody();
        runtime.startProcessInstanceByKey("form-test-bare", "bare", Map.of("board", "K"));
        assertThat(play.openTasks("bare")).containsExactly("userTask_bare");
    }
}
