package se.tidig.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.TidigTest;

@TidigTest
class ModelExpressionsTest {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    private String deployment;

    @AfterEach
    void remove() {
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
    }

    private Map<String, Object> run(BpmnModelInstance model, Map<String, Object> variables) {
        deployment = repository
                .createDeployment()
                .addModelInstance("expressions.bpmn", model)
                .deploy()
                .getId();
        var instance = runtime.startProcessInstanceByKey("expressions", variables);
        return runtime.getVariables(instance.getId());
    }

    private static BpmnModelInstance calling(String expression) {
        return Bpmn.createExecutableProcess("expressions")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask()
                .camundaExpression(expression)
                .camundaResultVariable("result")
                .userTask()
                .endEvent()
                .done();
    }

    @Test
    void aDelegateIsCalledByItsName() {
        var model = Bpmn.createExecutableProcess("expressions")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask()
                .camundaDelegateExpression("${modelExpressionsProbe}")
                .userTask()
                .endEvent()
                .done();
        assertThat(run(model, Map.of())).containsEntry("probed", true);
    }

    @Test
    void variablesAreCompared() {
        assertThat(run(calling("${outcome == 'REJECT' && amount > 5}"), Map.of("outcome", "REJECT", "amount", 6)))
                .containsEntry("result", true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${jdbcTemplate}",
                "${staffRegister}",
                "${runtimeService}",
                "${environment}",
                "${execution}",
                "${execution.processEngineServices}",
                "${task}",
                "${authenticatedUserId}",
                "${''.getClass()}",
                "${text.getClass().forName('java.lang.Runtime')}",
                "${text.class}",
                "${text.length()}",
                "${modelExpressionsProbe.class}",
                "${modelExpressionsProbe.hashCode()}",
                "${XML('<a/>')}",
                "${S('{}')}",
            })
    void noOtherExpressionIsEvaluated(String expression) {
        assertThatThrownBy(() -> run(calling(expression), Map.of("text", "harmless")))
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void noScriptLanguageIsOffered() {
        var model = Bpmn.createExecutableProcess("expressions")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .scriptTask()
                .scriptFormat("juel")
                .scriptText("${true}")
                .userTask()
                .endEvent()
                .done();
        assertThatThrownBy(() -> run(model, Map.of()))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("scripting engine");
    }
}
