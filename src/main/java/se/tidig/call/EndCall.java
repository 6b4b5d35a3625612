package se.tidig.call;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.engine.EarlyEnd;
import se.tidig.form.Rejected;

/**
 * A call that has not opened is cancelled if its process ends early. An open call is not: applicants have relied on
 * it.
 */
@Component
@Transactional
class EndCall implements EarlyEnd {

    private final Calls calls;

    EndCall(Calls calls) {
        this.calls = calls;
    }

    @Override
    public String process() {
        return "call";
    }

    @Override
    public void end(Reference reference, Actor actor) {
        if (calls.find(reference).isEmpty()) {
            return;
        }
        var call = calls.lock(reference);
        if (call.status() != CallStatus.DRAFT && call.status() != CallStatus.APPROVED) {
            throw new Rejected(
                    "",
                    "Utlysningen har öppnat och avslutas genom sina egna uppgifter. Avsluta först de ärenden som"
                            + " hindrar den.");
        }
        call.cancel();
        calls.save(call);
    }
}
