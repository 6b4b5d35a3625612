package se.tidig.grant;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Actor;
import se.tidig.Reference;

/**
 * A request or a notice from the recipient during the grant.
 *
 * @param id null until stored
 * @param reference the grant's
 * @param kind a request for a change (ändringsbegäran) or a notice of changed circumstances (15 a §)
 * @param text what the recipient wrote
 * @param receivedAt when it came in (22 § förvaltningslagen)
 * @param receivedFrom who wrote it
 * @param status open, in need of a decision on change, or handled
 * @param outcome the result of the assessment or decision; null while open
 * @param reason why
 * @param handledBy user id of the officer
 * @param handledAt when
 */
@Table(schema = "tidig", value = "grant_change")
public record GrantChange(
        @Id Long id,
        Reference reference,
        Kind kind,
        String text,
        Instant receivedAt,
        Actor receivedFrom,
        Status status,
        Outcome outcome,
        String reason,
        Actor handledBy,
        Instant handledAt) {

    /** A request for a change has come in. */
    public record Requested(Reference reference) {}

    /** A notice of changed circumstances has come in (15 a §). */
    public record Notified(Reference reference) {}

    /** Whether the recipient asks for a change or gives notice. */
    public enum Kind {
        REQUEST("Ändringsbegäran"),
        NOTICE("Anmälan om ändrade förhållanden");

        private final String swedish;

        Kind(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    /** How far the handling has come. */
    public enum Status {
        OPEN,
        TO_CHANGE,
        HANDLED
    }

    /** The result of the assessment or the decision. */
    public enum Outcome {
        /** The notice changes nothing. */
        NOTHING("ingen följd"),
        /** The notice calls for a change of the grant. */
        CHANGE("bidraget behöver ändras"),
        /** A payment may have to be stopped (15 b §). */
        OBSTACLE("möjligt hinder mot utbetalning"),
        /** Money may have to be claimed back (16 §). */
        RECOVERY("möjlig grund för återkrav"),
        APPROVED("godkänd"),
        REFUSED("inte godkänd");

        private final String swedish;

        Outcome(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    static GrantChange received(Reference reference, Kind kind, String text, Actor from, Instant at) {
        return new GrantChange(null, reference, kind, text, at, from, Status.OPEN, null, null, null, null);
    }

    GrantChange assessed(Outcome what, String why, Actor by, Instant at) {
        var after = what == Outcome.CHANGE ? Status.TO_CHANGE : Status.HANDLED;
        return new GrantChange(id, reference, kind, text, receivedAt, receivedFrom, after, what, why, by, at);
    }
}
