package se.tidig.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;

/**
 * Work on the engine as nobody in particular: its tenant check and authorisations are the person's, and what a person's
 * act sets off may concern boards that are not theirs. Who acted is in the domain's record.
 */
public final class AsNobody {

    private AsNobody() {}

    /** Does the work, and is the person again afterwards, also where it fails. */
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
