package se.tidig.engine.configuration;

import jakarta.ws.rs.core.Response.Status;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import se.tidig.engine.CaseFacts;

/**
 * Allows only these expressions: a delegate by its name, and comparisons of variables and facts of the case. No method
 * or property of a Java object can be reached, and {@code execution} and {@code task} are not defined.
 *
 * <p>Expressions in queries are evaluated here too, without a scope, also in nested queries (CVE-2026-109432: the
 * engine checks only the outermost query). Only the few that the task lists need are allowed.
 */
class ModelExpressions extends JuelExpressionManager {

    private static final Set<String> IN_QUERIES =
            Set.of("${currentUser()}", "#{currentUser()}", "${currentUserGroups()}", "#{currentUserGroups()}");
    private static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now");

    private final CaseFacts facts;

    /** @param facts what expressions may ask of a process's case besides its variables */
    ModelExpressions(Map<Object, Object> delegates, CaseFacts facts) {
        super(delegates);
        this.facts = facts;
    }

    @Override
    public Expression createExpression(String text) {
        return new Scoped(createValueExpression(text), this, text);
    }

    /** Other functions, such as those that parse XML, are left out. */
    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new VariablesOnly());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ReadOnlyMapELResolver(beans));
        resolver.add(new CaseFactResolver(facts));
        resolver.add(new ListELResolver());
        resolver.add(new MapELResolver());
        return resolver;
    }

    private static final class VariablesOnly extends VariableScopeElResolver {

        private static final Set<String> HIDDEN =
                Set.of(EXECUTION_KEY, CASE_EXECUTION_KEY, TASK_KEY, EXTERNAL_TASK_KEY, LOGGED_IN_USER_KEY);

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            return base == null && HIDDEN.contains(property) ? null : super.getValue(context, base, property);
        }
    }

    private static final class Scoped extends JuelExpression {

        private Scoped(ValueExpression expression, JuelExpressionManager manager, String text) {
            super(expression, manager, text);
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
            if (scope == null && !isLiteralText() && !IN_QUERIES.contains(getExpressionText())) {
                throw new InvalidRequestException(
                        Status.BAD_REQUEST, "Expressions are forbidden in queries: " + getExpressionText());
            }
            return super.getValue(scope, execution);
        }
    }
}
