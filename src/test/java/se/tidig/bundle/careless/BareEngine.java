package se.tidig.bundle.careless;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransformer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.bpmn.parser.DefaultFailedJobParseListener;
import org.camunda.bpm.engine.impl.cfg.DefaultBpmnParseFactory;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.transformer.DecisionDefinitionHandler;
import org.camunda.bpm.engine.impl.dmn.transformer.DecisionRequirementsDefinitionTransformHandler;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;

/** The engine's own reading of a deployment, with its own schemas and without Tidig's check. */
final class BareEngine {

    private static final Map<String, String> CALENDARS =
            Map.of("CYCLE", "cycle", "DATE", "dueDate", "DURATION", "duration");

    private final StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration() {
        {
            setExpressionManager(new JuelExpressionManager());
            initBusinessCalendarManager();
        }
    };

    /** Why the engine refuses the file; null if it accepts it. */
    String refusal(String file, byte[] bytes) {
        Context.setProcessEngineConfiguration(configuration);
        try {
            if (file.endsWith(".bpmn")) {
                process(bytes);
            } else if (file.endsWith(".dmn")) {
                table(bytes);
            }
            return null;
        } catch (RuntimeException | StackOverflowError e) {
            return String.valueOf(e);
        } finally {
            Context.removeProcessEngineConfiguration();
        }
    }

    private void process(byte[] bytes) {
        var parser = new BpmnParser(configuration.getExpressionManager(), new DefaultBpmnParseFactory());
        parser.getParseListeners().add(new DefaultFailedJobParseListener());
        var deployment = new DeploymentEntity();
        deployment.setNew(true);
        var parse = parser.createParse()
                .deployment(deployment)
                .name("model")
                .sourceInputStream(new ByteArrayInputStream(bytes))
                .execute();
        for (var definition : ((BpmnParse) parse).getProcessDefinitions()) {
            fits(definition.getKey(), 255);
            fits(definition.getName(), 255);
            fits(definition.getCategory(), 255);
            fits(definition.getVersionTag(), 64);
            timers(definition);
        }
    }

    /** Calculates the due date of a timer that starts a process, as the engine does when it deploys the process. */
    @SuppressWarnings("unchecked")
    private void timers(ProcessDefinitionEntity definition) {
        var timers = (List<TimerDeclarationImpl>) definition.getProperty(BpmnParse.PROPERTYNAME_START_TIMER);
        for (var timer : timers == null ? List.<TimerDeclarationImpl>of() : timers) {
            // The format is CYCLE: R/2026-10-01T06:00:00Z/P1Y
            var parts = timer.getJobConfiguration().split(": ", 2);
            configuration
                    .getBusinessCalendarManager()
                    .getBusinessCalendar(CALENDARS.get(parts[0]))
                    .resolveDuedate(parts[1], (java.util.Date) null);
        }
    }

    private static void table(byte[] bytes) {
        var transformer = new DefaultDmnTransformer();
        var handlers = transformer.getElementTransformHandlerRegistry();
        handlers.addHandler(Definitions.class, new DecisionRequirementsDefinitionTransformHandler());
        handlers.addHandler(Decision.class, new DecisionDefinitionHandler());
        var graph = transformer
                .createTransform()
                .modelInstance(new ByteArrayInputStream(bytes))
                .transformDecisionRequirementsGraph();
        fits(graph.getKey(), 255);
        fits(graph.getName(), 255);
        graph.getDecisions().forEach(decision -> {
            fits(decision.getKey(), 255);
            fits(decision.getName(), 255);
        });
    }

    private static void fits(String text, int column) {
        if (text != null && text.length() > column) {
            throw new IllegalArgumentException("value too long for type character varying(" + column + ")");
        }
    }
}
