package se.tidig.grant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.decision.GrantDecisionService;
import se.tidig.grant.Grant.State;

/** Whether a call's grants are all at their end. */
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

    /** True when every granted case of the call is closed or ended, also when none was granted; locks the question. */
    public boolean allClosed(String call) {
        lock(call);
        return grants.countByCallAndStatus(call, State.CLOSED) + grants.countByCallAndStatus(call, State.ENDED)
                == decisions.ofCall(call).size();
    }

    /**
     * Until the transaction ends nobody else asks or answers the question for this call. It has no row of its own: a
     * call with no grants is closed too.
     */
    void lock(String call) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("grants of " + call)
                .query(rows -> {});
    }
}
