package se.tidig.engine;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Runs work on the engine without checking the authorizations of the person who is logged in. That person stays logged
 * in, so their tenants still apply; {@link AsNobody} drops those too.
 */
@Component
public class AsSystem {

    // Asked for late: the engine's own gate uses this class.
    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    AsSystem(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /** Runs the work in the current transaction, or in a new one if there is none. */
    public <T> T call(Callable<T> work) {
        return engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(work));
    }
}
