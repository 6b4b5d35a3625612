package se.tidig.grant;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.engine.EarlyEnd;
import se.tidig.grant.Grant.State;

/**
 * If the process of a grant ends early, the grant ends with its milestones as they are. Its call no longer waits for
 * it.
 */
@Component
@Transactional
class EndGrant implements EarlyEnd {

    private final Grants grants;
    private final ClosedCallService closing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndGrant(Grants grants, ClosedCallService closing, ApplicationEventPublisher events, Clock clock) {
        this.grants = grants;
        this.closing = closing;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String process() {
        return "grant";
    }

    @Override
    public void end(Reference reference, Actor actor) {
        if (grants.find(reference).isEmpty()) {
            return;
        }
        var grant = grants.lock(reference);
        if (grant.status() != State.CLOSED) {
            closing.lock(grant.call());
            grant.end(clock.instant());
            grants.save(grant);
            events.publishEvent(new Grant.Closed(reference, grant.call()));
        }
    }
}
