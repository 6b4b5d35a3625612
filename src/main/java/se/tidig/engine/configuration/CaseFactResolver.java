package se.tidig.engine.configuration;

import java.beans.FeatureDescriptor;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import se.tidig.Reference;
import se.tidig.engine.CaseFacts;
import se.tidig.engine.Variable;

/**
 * Resolves names in expressions to facts of the process's case, if no variable has the name. Values are whole and
 * decimal numbers, texts (a day as {@code 2026-11-21}) and booleans; an unanswered yes-or-no question is false.
 */
class CaseFactResolver extends ELResolver {

    private final CaseFacts facts;

    CaseFactResolver(CaseFacts facts) {
        this.facts = facts;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null
                || Variable.REFERENCE.equals(property)
                || !(context.getContext(VariableScope.class) instanceof VariableScope scope)
                || !(scope.getVariable(Variable.REFERENCE) instanceof String reference)) {
            return null;
        }
        var fact = Reference.find(reference).flatMap(of -> facts.find(of, String.valueOf(property)));
        context.setPropertyResolved(fact.isPresent());
        return fact.map(CaseFactResolver::plain).orElse(null);
    }

    private static Object plain(CaseFacts.Fact fact) {
        if (fact.value() == null) {
            return fact.yesOrNo() ? false : null;
        }
        return fact.value() instanceof BigDecimal number
                ? number.doubleValue()
                : fact.value() instanceof Temporal time ? time.toString() : fact.value();
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // Expressions never write.
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
