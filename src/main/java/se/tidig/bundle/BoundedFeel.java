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

        private final Map<String, Judged> expressions = new ConcurrentHashMap<>();
        private final Map<String, Judged> tests = new ConcurrentHashMap<>();

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
            demand(expression, FeelParser::parseExpression, expressions, known);
            return FeelTime.within(() -> super.evaluateSimpleExpression(expression, known));
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String expression, String input, VariableContext variables) {
            var known = new CaseVariableContext(variables, facts);
            demand(expression, FeelParser::parseUnaryTests, tests, known);
            return FeelTime.within(() -> super.evaluateSimpleUnaryTests(expression, input, known));
        }

        private static void demand(
                String expression,
                Function<String, Parsed<Exp>> parser,
                Map<String, Judged> kept,
                VariableContext variables) {
            if (kept.size() > MOST_KEPT) {
                kept.clear();
            }
            var judged = kept.computeIfAbsent(expression, text -> Judged.of(text, parser));
            var large = large(variables);
            var fault = large.isEmpty() ? judged.fault() : judged.with(large);
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
    }

    /**
     * A parsed expression, and what is wrong with it if no fact is large. Most applications have long texts, which are
     * large: with these the parsed expression is judged again.
     *
     * @param parsed null if it cannot be parsed, which the engine reports
     */
    private record Judged(Exp parsed, Optional<String> fault) {

        private static Judged of(String expression, Function<String, Parsed<Exp>> parser) {
            try {
                var parsed = parser.apply(expression);
                if (parsed.isSuccess()) {
                    var exp = parsed.get().value();
                    return new Judged(exp, Optional.ofNullable(FeelLimits.fault(exp)));
                }
            } catch (StackOverflowError e) {
                return new Judged(null, Optional.of("det är för djupt sammansatt"));
            } catch (RuntimeException e) {
                // As one that cannot be parsed.
            }
            return new Judged(null, Optional.empty());
        }

        private Optional<String> with(Map<String, Double> facts) {
            return parsed == null ? fault : Optional.ofNullable(FeelLimits.fault(parsed, facts));
        }
    }
}
