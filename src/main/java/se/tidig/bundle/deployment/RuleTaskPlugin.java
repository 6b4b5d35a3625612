package se.tidig.bundle.deployment;

import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ConstantValueProvider;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.DecisionEvaluationUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.engine.Variable;

/**
 * Makes business rule tasks use the current table if {@code bundle.yaml} lists it in {@code rulesOfTheDay}. The models
 * bind every table to its own deployment, which the case keeps for all other tables.
 */
@Component
class RuleTaskPlugin extends AbstractProcessEnginePlugin {

    // Resolved late, because it needs the engine, which is being built when the plugin is created.
    private final ObjectProvider<TableOfTheDay> today;

    RuleTaskPlugin(ObjectProvider<TableOfTheDay> today) {
        this.today = today;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                if (activity.getActivityBehavior() instanceof DmnBusinessRuleTaskActivityBehavior own) {
                    activity.setActivityBehavior(new Asking(element, own));
                }
            }
        });
    }

    private final class Asking extends AbstractBpmnActivityBehavior {

        private final String decision;
        private final String resultVariable;
        private final String mapping;
        private final ActivityBehavior own;

        private Asking(Element element, ActivityBehavior own) {
            this.decision = camunda(element, "decisionRef");
            this.resultVariable = camunda(element, "resultVariable");
            this.mapping = camunda(element, "mapDecisionResult");
            this.own = own;
        }

        @Override
        public void execute(ActivityExecution execution) throws Exception {
            var deployment = today.getObject()
                    .deployment(
                            decision,
                            execution::hasVariable,
                            Reference.find((String) execution.getVariable(Variable.REFERENCE))
                                    .orElse(null));
            (deployment.isPresent() ? asking(deployment.get()) : own).execute(execution);
        }

        private ActivityBehavior asking(String deployment) {
            var table = new BaseCallableElement();
            table.setBinding(BaseCallableElement.CallableElementBinding.DEPLOYMENT);
            table.setDeploymentId(deployment);
            table.setDefinitionKeyValueProvider(new ConstantValueProvider(decision));
            return new DmnBusinessRuleTaskActivityBehavior(
                    table,
                    resultVariable,
                    DecisionEvaluationUtil.getDecisionResultMapperForName(mapping == null ? "resultList" : mapping));
        }
    }

    private static String camunda(Element element, String attribute) {
        return element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, attribute);
    }
}
