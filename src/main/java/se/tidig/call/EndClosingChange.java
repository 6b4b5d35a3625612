package se.tidig.call;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.engine.EarlyEnd;

/** A proposal to move the closing is declined if its process ends early, so that another can be made. */
@Component
@Transactional
class EndClosingChange implements EarlyEnd {

    private final ClosingChangeService changes;

    EndClosingChange(ClosingChangeService changes) {
        this.changes = changes;
    }

    @Override
    public String process() {
        return "closing-change";
    }

    @Override
    public void end(Reference reference, Actor actor) {
        if (changes.waiting(reference).isPresent()) {
            changes.decline(reference, actor, "handläggningen avslutades av en administratör.");
        }
    }
}
