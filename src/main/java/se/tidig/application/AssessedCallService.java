package se.tidig.application;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Reference;
import se.tidig.call.CallStatus;
import se.tidig.call.Calls;

/** Tells whether the prioritisation of a call can begin. */
@Service
@Transactional
public class AssessedCallService {

    private final Calls calls;
    private final Applications applications;

    AssessedCallService(Calls calls, Applications applications) {
        this.calls = calls;
        this.applications = applications;
    }

    /**
     * Whether the call has closed and no application is left to wait for: each is assessed, excluded, withdrawn or
     * written off. True also for a call without applications. The call's row stays locked until the transaction ends.
     */
    public boolean isAllAssessed(Reference callReference) {
        var call = calls.lock(callReference);
        return call.status().compareTo(CallStatus.CLOSED) >= 0 && applications.countUnsettled(callReference) == 0;
    }
}
