package se.tidig.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;

/**
 * Runs work on the engine with nobody logged in. The engine checks tenants and authorizations of the person who is
 * logged in, but what a person does may have effects at boards that they do not work for. Who acted is in the domain's
 * record.
 */
public final class AsNobody {

    private AsNobody() {}

    /** Runs the work and logs the person in again afterwards, also if the work fails. */
    public static <T> T call(IdentityService identity, Supplier<T> work) {
        var actor = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            if (actor != null) {
                identity.setAuthentication(actor.getUserId(), actor.getGroupIds(), actor.getTenantIds());
            }
        }
    }
}
