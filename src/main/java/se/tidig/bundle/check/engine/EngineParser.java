package se.tidig.bundle.check.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransformer;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.bpmn.parser.DefaultFailedJobParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.transformer.DecisionDefinitionHandler;
import org.camunda.bpm.engine.impl.dmn.transformer.DecisionRequirementsDefinitionTransformHandler;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.ParseHandler;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;

/**
 * Reads models with the engine's own parsers, as a deployment does, without database and without deploying anything.
 * The schema is left out: the file has been held against it before, and the engine would parse it anew for every file.
 */
final class EngineParser {

    /**
     * What the engine does not take.
     *
     * @param element the id of the element; the line, {@code rad 7}, where it has none
     * @param message the engine's sentence, in English; null where it failed without one
     */
    record Refusal(String element, String message) {}

    private final ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
    private final Parser parser;
    private final DefaultDmnTransformer transformer = new DefaultDmnTransformer();

    EngineParser() {
        var expressions = new JuelExpressionManager();
        configuration.setExpressionManager(expressions);
        parser = new Parser(expressions);
        var handlers = transformer.getElementTransformHandlerRegistry();
        handlers.addHandler(Definitions.class, new DecisionRequirementsDefinitionTransformHandler());
        handlers.addHandler(Decision.class, new DecisionDefinitionHandler());
        // Types that the engine leaves as they are; it would write a line in the log about each cell.
        for (var type : new String[] {"number", "Any", "any"}) {
            transformer.getDataTypeTransformerRegistry().addTransformer(type, Variables::untypedValue);
        }
    }

    /** What the engine refuses of a BPMN file; empty where it takes it. */
    List<Refusal> process(byte[] xml) {
        Context.setProcessEngineConfiguration(configuration);
        try {
            return new Parse(parser).refusals(xml);
        } finally {
            Context.removeProcessEngineConfiguration();
        }
    }

    /** What the engine refuses of a DMN file; empty where it takes it. It tells the first fault only, without element. */
    List<Refusal> table(DmnModelInstance model) {
        Context.setProcessEngineConfiguration(configuration);
        try {
            transformer.createTransform().modelInstance(model).transformDecisionRequirementsGraph();
            return List.of();
        } catch (RuntimeException e) {
            return List.of(new Refusal("", root(e).getMessage()));
        } finally {
            Context.removeProcessEngineConfiguration();
        }
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }

    private static final class Parser extends BpmnParser {

        private Parser(JuelExpressionManager expressions) {
            super(expressions, null);
            getParseListeners().add(new DefaultFailedJobParseListener());
        }

        /** Namespaces are read also without the schema, or no element would be found. */
        @Override
        protected void enableSchemaValidation(boolean enabled) {
            super.enableSchemaValidation(false);
            getSaxParserFactoryLazily().setNamespaceAware(true);
        }

        private void read(byte[] xml, ParseHandler handler) {
            try {
                getSaxParser().parse(new ByteArrayInputStream(xml), handler);
            } catch (Exception e) {
                throw new ProcessEngineException(e);
            }
        }
    }

    private static final class Parse extends BpmnParse {

        private Element latest;

        private Parse(BpmnParser parser) {
            super(parser);
            setSchemaResource(null);
            var deployment = new DeploymentEntity();
            deployment.setNew(true);
            deployment(deployment);
        }

        private List<Refusal> refusals(byte[] xml) {
            var refusals = new ArrayList<Refusal>();
            try {
                ((Parser) parser).read(xml, new ParseHandler(this));
                parseRootElement();
            } catch (BpmnParseException e) {
                addError(e);
            } catch (RuntimeException | StackOverflowError e) {
                refusals.add(new Refusal(
                        latest == null ? "" : place(latest.attribute("id"), latest.getLine()),
                        e instanceof ProcessEngineException ? root(e).getMessage() : null));
            }
            getProblems()
                    .forEach(error -> refusals.add(
                            new Refusal(place(error.getMainElementId(), error.getLine()), error.getMessage())));
            return refusals;
        }

        private static String place(String id, int line) {
            return id != null && !id.isEmpty() ? id.replace("#multiInstanceBody", "") : line > 0 ? "rad " + line : "";
        }

        @Override
        public ActivityImpl parseActivity(Element activity, Element parent, ScopeImpl scope) {
            latest = activity;
            return super.parseActivity(activity, parent, scope);
        }
    }
}
