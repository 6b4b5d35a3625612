package se.tidig.grant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Reference;
import se.tidig.decision.GrantDecisionService;
import se.tidig.grant.Grant.State;

/** Tells whether all grants of a call have ended. */
@Service
@Transactional
public class ClosedCallService {

    private final GrantDecisionService decisions;
    private final Grants grants;
    private final JdbcClient jdbc;

    ClosedCallService(GrantDecisionService decisions, Grants grants, JdbcClient jdbc) {
        this.decisions = decisions;
        this.grants = grants;
        this.jdbc = jdbc;
    }

    /** True if every granted case of the call is closed or ended, also if none was granted. Locks the question. */
    public boolean allClosed(Reference call) {
        lock(call);
        return grants.countByCallAndStatus(call, State.CLOSED) + grants.countByCallAndStatus(call, State.ENDED)
                == decisions.ofCall(call).size();
    }

    /**
     * Until the transaction ends, no other transaction asks or answers the question for this call. It is a lock
     * without a row: a call without grants can also close.
     */
    void lock(Reference call) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("grants of " + call)
                .query(rows -> {});
    }
}
