package se.tidig.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The applications that organisations have begun in the portal and not submitted. */
public interface BegunApplications {

    /**
     * Those of the organisations that the person acts for, the last saved first.
     *
     * @param person the e-mail address that the person logs in with
     */
    List<Begun> begunOf(String person);

    /**
     * A begun application.
     *
     * @param draft its page is {@code /utkast/} and this
     * @param organisation the organisation's name
     * @param title the activity's name; null as long as it has none
     * @param closesAt the last time to apply, as it is announced
     * @param savedAt null if nothing has been saved
     */
    record Begun(UUID draft, String call, String organisation, String title, Instant closesAt, Instant savedAt) {}
}
