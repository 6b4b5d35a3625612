package se.tidig.decision;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Reference;
import se.tidig.application.Applications;
import se.tidig.call.Calls;

/** Tells whether a call's applications are decided. */
@Service
@Transactional
public class DecidedCallService {

    private final Calls calls;
    private final Applications applications;

    DecidedCallService(Calls calls, Applications applications) {
        this.calls = calls;
        this.applications = applications;
    }

    /**
     * Whether each of the call's applications is decided or written off; true also if the call has none. The call's
     * row stays locked until the transaction ends.
     */
    public boolean isAllDecided(Reference callReference) {
        calls.lock(callReference);
        return applications.countUndecided(callReference) == 0;
    }
}
