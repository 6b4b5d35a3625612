package se.tidig.application;

import java.time.Instant;
import se.tidig.Actor;

/**
 * A person's answer to a finding.
 *
 * @param code the finding's
 * @param reason why, as the record and a decision's reasons use it
 * @param actor user id
 */
public record FindingAnswer(String code, Position position, String reason, Actor actor, Instant at) {

    /** The positions that a person can take on a finding. */
    public enum Position {
        /** The ground is upheld. */
        UPHELD("Grunden står fast"),
        /** The condition is met after all, or the ground does not apply; the table no longer counts it. */
        SET_ASIDE("Bortses från"),
        /** An earlier answer no longer holds, because the circumstances have changed. */
        LAPSED("Ska prövas på nytt");

        private final String swedishName;

        Position(String swedishName) {
            this.swedishName = swedishName;
        }

        public String swedishName() {
            return swedishName;
        }
    }
}
