package se.tidig.application;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Reference;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Events that came in before the application was handled, when nobody could be told. */
@Service
@Transactional
public class EarlyEventService {

    private static final Set<EventKind> TOLD =
            Set.of(EventKind.SUPPLEMENT, EventKind.APPEAL, EventKind.CHANGE, EventKind.DECISION_DEMAND);

    private final Applications applications;
    private final CaseJournal journal;

    EarlyEventService(Applications applications, CaseJournal journal) {
        this.applications = applications;
        this.journal = journal;
    }

    /** The kind of each event, in order of receipt; the case's row stays locked until the transaction ends. */
    public List<EventKind> of(Reference reference) {
        if (applications.lock(reference).status() == ApplicationStatus.WITHDRAWN) {
            return List.of(EventKind.WITHDRAWAL);
        }
        return journal.of(reference).stream()
                .map(CaseEvent::kind)
                .filter(TOLD::contains)
                .toList();
    }
}
