package se.tidig.grant.process;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.tidig.engine.AsNobody;
import se.tidig.engine.Message;
import se.tidig.engine.Waiters;
import se.tidig.grant.RuleReviewWanted;

/** Starts a review of rules and amounts for the process owners, unless one is under way. */
@Component
class RuleReviewStarter {

    private static final String PROCESS = "rule-review";

    /** Any number works, if it is the same on every node. */
    private static final long LOCK = 20161366;

    private final Waiters waiters;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final JdbcTemplate jdbc;

    RuleReviewStarter(Waiters waiters, RuntimeService runtime, IdentityService identity, JdbcTemplate jdbc) {
        this.waiters = waiters;
        this.runtime = runtime;
        this.identity = identity;
        this.jdbc = jdbc;
    }

    @EventListener(RuleReviewWanted.class)
    void begin() {
        // Two decisions may find at the same time that the amount is missing.
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
        // The officer whose proposal starts the review has no right to see it.
        var open = AsNobody.call(identity, () -> runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .list());
        if (open.isEmpty()) {
            waiters.start(Message.RULES_REVIEW_WANTED, PROCESS, Map.of());
        }
    }
}
