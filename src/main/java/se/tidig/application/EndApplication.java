package se.tidig.application;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.call.Calls;
import se.tidig.engine.EarlyEnd;

/**
 * If the process of an application ends early, the application ends without a decision. Its call no longer waits for
 * it.
 */
@Component
@Transactional
class EndApplication implements EarlyEnd {

    private final Calls calls;
    private final Applications applications;
    private final ApplicationEventPublisher events;

    EndApplication(Calls calls, Applications applications, ApplicationEventPublisher events) {
        this.calls = calls;
        this.applications = applications;
        this.events = events;
    }

    @Override
    public String process() {
        return "application";
    }

    @Override
    public void end(Reference reference, Actor actor) {
        var found = applications.find(reference);
        if (found.isEmpty()) {
            return;
        }
        var call = found.get().call();
        calls.lock(call);
        var application = applications.lock(reference);
        if (!application.status().isFinal()) {
            application.end();
            applications.save(application);
            events.publishEvent(new Application.Settled(reference, call));
            events.publishEvent(new Application.Ended(reference, call));
        }
    }
}
