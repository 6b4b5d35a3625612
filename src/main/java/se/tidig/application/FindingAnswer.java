package se.tidig.application;

import java.time.Instant;

/**
 * What a person answered to a finding.
 *
 * @param code the finding's
 * @param reason why, as the record and a decision's reasons use it
 * @param actor user id
 */
public record FindingAnswer(String code, Position position, String reason, String actor, Instant at) {

    /** What a person can hold of a finding. */
    public enum Position {
        /** The ground stands. */
        UPHELD("Grunden står fast"),
        /** The condition is met after all, or the ground gives way; the table no longer counts it. */
        SET_ASIDE("Bortses från"),
        /** An earlier answer no longer holds: the circumstances have changed. */
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
