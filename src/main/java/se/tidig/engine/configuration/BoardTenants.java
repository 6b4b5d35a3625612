package se.tidig.engine.configuration;

import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;
import se.tidig.engine.Variable;
import se.tidig.organisation.Board;

/**
 * The tenant of a case: its board, as the start variable {@code board} names it. A called process has its parent's
 * tenant; the engine does not ask for that one.
 */
@Component
class BoardTenants implements TenantIdProvider {

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        return tenant(context.getVariables().get(Variable.BOARD));
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
        return context.getExecution() == null
                ? tenantAtWork()
                : context.getExecution().getTenantId();
    }

    /** Of a table that is asked outside a step of a process: the step's around it, or the board of whoever asks. */
    private static String tenantAtWork() {
        var step = Context.getBpmnExecutionContext();
        if (step != null) {
            return step.getExecution().getTenantId();
        }
        var person = Context.getCommandContext().getAuthentication();
        return person != null
                        && person.getTenantIds() != null
                        && person.getTenantIds().size() == 1
                ? person.getTenantIds().get(0)
                : null;
    }

    private static String tenant(Object letter) {
        return Optional.ofNullable(letter)
                .map(Object::toString)
                .flatMap(Board::byLetter)
                .map(Board::tenant)
                .orElse(null);
    }
}
