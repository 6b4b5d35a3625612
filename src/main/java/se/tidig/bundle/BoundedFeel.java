package se.tidig.bundle;

import camundajar.impl.fastparse.Parsed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.impl.parser.FeelParser;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;
import se.tidig.engine.CaseFacts;
import se.tidig.form.FeelLimits;
import se.tidig.form.FeelTime;

/**
 * The FEEL engine of tables, with a limit on the size and the time of an evaluation. An expression beyond the limit
 * fails and becomes an incident of its case; the node keeps running. Names that the table's facts do not have are
 * looked up in the case.
 */
public final class BoundedFeel implements FeelEngineFactory {

    private final CaseFacts facts;

    /** @param facts the facts of a case that tables can read in addition to those they are sent */
    public BoundedFeel(CaseFacts facts) {
        this.facts = facts;
    }

    @Override
    public FeelEngine createInstance() {
        return new Bounded(facts);
    }

    private static final class Bounded extends ScalaFeelEngine {

        private static final int MOST_KEPT = 20_000;

        /** The fault of each expression. */
        private final Map<String, Optional<String>> faults = new ConcurrentHashMap<>();

        private final CaseFacts facts;

        private Bounded(CaseFacts facts) {
            super(List.of());
            this.facts = facts;
        }

        @Override
        protected org.camunda.feel.FeelEngine buildFeelEngine(
                CustomFunctionTransformer functions, CompositeValueMapper values) {
            return new ParsedOnce(super.buildFeelEngine(functions, values));
        }

        @Override
        public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
            var known = new CaseVariableContext(variables, facts);
            demand(expression, FeelParser::parseExpression, known);
            return FeelTime.within(() -> super.evaluateSimpleExpression(expression, known));
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String expression, String input, VariableContext variables) {
            var known = new CaseVariableContext(variables, facts);
            demand(expression, FeelParser::parseUnaryTests, known);
            return FeelTime.within(() -> super.evaluateSimpleUnaryTests(expression, input, known));
        }

        private void demand(String expression, Function<String, Parsed<Exp>> parser, VariableContext variables) {
            if (faults.size() > MOST_KEPT) {
                faults.clear();
            }
            var large = large(variables);
            var fault = large.isEmpty()
                    ? faults.computeIfAbsent(expression, text -> fault(text, parser, Map.of()))
                    : fault(expression, parser, large);
            fault.ifPresent(found -> {
                throw new RuleError("Uttrycket räknas inte ut: " + found + ".");
            });
        }

        /** The facts that are larger than an expression is judged for without them. */
        private static Map<String, Double> large(VariableContext variables) {
            var large = new HashMap<String, Double>();
            for (var name : variables.keySet()) {
                var value = variables.resolve(name);
                var size = FeelLimits.sizeOf(value == null ? null : value.getValue());
                if (FeelLimits.isLarge(size)) {
                    large.put(name, size);
                }
            }
            return large;
        }

        /** An expression that cannot be parsed has no fault here; the engine reports it. */
        private static Optional<String> fault(
                String expression, Function<String, Parsed<Exp>> parser, Map<String, Double> facts) {
            try {
                var parsed = parser.apply(expression);
                return Optional.ofNullable(
                        parsed.isSuccess() ? FeelLimits.fault(parsed.get().value(), facts) : null);
            } catch (StackOverflowError e) {
                return Optional.of("det är för djupt sammansatt");
            } catch (RuntimeException e) {
                return Optional.empty();
            }
        }
    }
}
