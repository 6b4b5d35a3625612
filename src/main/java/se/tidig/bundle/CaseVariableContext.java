package se.tidig.bundle;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import se.tidig.Reference;
import se.tidig.engine.CaseFacts;
import se.tidig.engine.Variable;

/** The facts that a table is sent, followed by those of the case whose reference is one of them. */
final class CaseVariableContext implements VariableContext {

    private final VariableContext own;
    private final CaseFacts facts;

    /** The engine asks first whether a name exists and then for its value; this cache saves the second lookup. */
    private final Map<String, Optional<CaseFacts.Fact>> found = new HashMap<>();

    CaseVariableContext(VariableContext own, CaseFacts facts) {
        this.own = own;
        this.facts = facts;
    }

    @Override
    public TypedValue resolve(String name) {
        return own.containsVariable(name)
                ? own.resolve(name)
                : known(name).map(fact -> Variables.untypedValue(fact.value())).orElse(null);
    }

    @Override
    public boolean containsVariable(String name) {
        return own.containsVariable(name) || known(name).isPresent();
    }

    @Override
    public Set<String> keySet() {
        return own.keySet();
    }

    private Optional<CaseFacts.Fact> known(String name) {
        return found.computeIfAbsent(name, this::find);
    }

    private Optional<CaseFacts.Fact> find(String name) {
        return own.containsVariable(Variable.REFERENCE)
                        && own.resolve(Variable.REFERENCE).getValue() instanceof String reference
                ? Reference.find(reference).flatMap(of -> facts.find(of, name))
                : Optional.empty();
    }
}
