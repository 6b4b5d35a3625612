package se.tidig.bundle;

import camundajar.impl.scala.util.Either;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** A FEEL engine that parses each expression once. Camunda's own parses it at each evaluation, which takes most of the time. */
final class ParsedOnce extends FeelEngine {

    private static final int MOST_KEPT = 20_000;

    private final Map<String, Either<Failure, ParsedExpression>> expressions = new ConcurrentHashMap<>();
    private final Map<String, Either<Failure, ParsedExpression>> tests = new ConcurrentHashMap<>();

    ParsedOnce(FeelEngine engine) {
        super(engine.functionProvider(), engine.valueMapper(), engine.configuration(), engine.clock());
    }

    @Override
    public Either<Failure, ParsedExpression> parseExpression(String expression) {
        return kept(expressions, expression, super::parseExpression);
    }

    @Override
    public Either<Failure, ParsedExpression> parseUnaryTests(String expression) {
        return kept(tests, expression, super::parseUnaryTests);
    }

    private static Either<Failure, ParsedExpression> kept(
            Map<String, Either<Failure, ParsedExpression>> parsed,
            String expression,
            Function<String, Either<Failure, ParsedExpression>> parser) {
        if (parsed.size() > MOST_KEPT) {
            parsed.clear();
        }
        return parsed.computeIfAbsent(expression, parser);
    }
}
