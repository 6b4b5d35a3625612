package se.tidig.grant.process;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tidig.application.Application;
import se.tidig.grant.GrantChangeService;
import se.tidig.grant.Grants;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** A notice of changed circumstances that comes after the grant is made concerns the grant (15 a §). */
@Component
class ChangeNoticeListener {

    private final Grants grants;
    private final GrantChangeService changes;
    private final CaseJournal journal;

    ChangeNoticeListener(Grants grants, GrantChangeService changes, CaseJournal journal) {
        this.grants = grants;
        this.changes = changes;
        this.journal = journal;
    }

    @EventListener
    void on(Application.ChangeNotified notified) {
        if (grants.find(notified.reference()).isPresent()) {
            var noted = journal.latest(notified.reference(), EventKind.CHANGE);
            changes.giveNotice(notified.reference(), noted.text(), noted.actor());
        }
    }
}
