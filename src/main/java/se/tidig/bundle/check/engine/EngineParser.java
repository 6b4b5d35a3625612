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
 * Parses models with the engine's own parsers, as a deployment does, but without a database. The schema is not
 * validated here: ModelReader has done that, and the engine would parse the schema again for every file.
 */
final class EngineParser {

    /**
     * A fault for which the engine refuses a model.
     *
     * @param element the id of the element; its line, {@code rad 7}, if it has no id
     * @param message the engine's message, in English; null if it failed without one
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
        // Without a transformer for these types the engine logs a line about each cell and leaves the value as it is.
        for (var type : new String[] {"number", "Any", "any"}) {
            transformer.getDataTypeTransformerRegistry().addTransformer(type, Variables::untypedValue);
        }
    }

    /** The faults for which the engine refuses a BPMN file; empty if it accepts the file. */
    List<Refusal> process(byte[] xml) {
        Context.setProcessEngineConfiguration(configuration);
        try {
            return new Parse(parser).refusals(xml);
        } finally {
            Context.removeProcessEngineConfiguration();
        }
    }

    /**
     * The faults for which the engine refuses a DMN file; empty if it accepts the file. The engine reports only the
     * first fault, without its element.
     */
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

        /** Keeps namespaces on without the schema; the parser finds no element otherwise. */
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
