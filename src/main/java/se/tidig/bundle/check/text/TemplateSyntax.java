package se.tidig.bundle.check.text;

import org.thymeleaf.context.ExpressionContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.standard.expression.StandardExpressions;

/** Reads an expression as the template engine will; it says nothing of what {@code ${...}} holds. */
final class TemplateSyntax {

    private static final ExpressionContext CONTEXT =
            new ExpressionContext(new SpringTemplateEngine().getConfiguration());

    private TemplateSyntax() {}

    static boolean isReadable(String expression) {
        try {
            StandardExpressions.getExpressionParser(CONTEXT.getConfiguration()).parseExpression(CONTEXT, expression);
            return true;
        } catch (TemplateProcessingException | IllegalArgumentException e) {
            return false;
        }
    }
}
