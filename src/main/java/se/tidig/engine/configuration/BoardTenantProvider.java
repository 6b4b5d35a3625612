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
 * Gives each case its tenant: its board, from the start variable {@code board}. A called process inherits the tenant of
 * its parent; the engine does not call this class for it.
 */
@Component
class BoardTenantProvider implements TenantIdProvider {

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

    /**
     * The tenant for a table that is evaluated by code: that of the surrounding step, or the board of the person who is
     * logged in.
     */
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
