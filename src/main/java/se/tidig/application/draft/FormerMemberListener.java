package se.tidig.application.draft;

import java.time.Clock;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tidig.organisation.Membership;

/** Who acts for an organisation no longer keeps no part in its drafts, unless they are invited anew. */
@Component
class FormerMemberListener {

    private final DraftGuests guests;
    private final Clock clock;

    FormerMemberListener(DraftGuests guests, Clock clock) {
        this.guests = guests;
        this.clock = clock;
    }

    @EventListener
    void ended(Membership.Ended event) {
        var now = clock.instant();
        guests.through(event.organisationNumber(), event.email().toLowerCase(Locale.ROOT))
                .forEach(guest -> {
                    guests.end(guest.id(), now);
                    guests.note(guest.draft(), event.by(), DraftEvent.Kind.REMOVED, guest.email(), null, now);
                });
    }
}
