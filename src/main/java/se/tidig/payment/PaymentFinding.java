package se.tidig.payment;

import org.springframework.data.relational.core.mapping.Table;

/**
 * What the table {@code payment-conditions} finds about a payment.
 *
 * @param code what it is about, {@code INSOLVENT}
 * @param effect whether the payment waits, may be hindered (15 b §), or may proceed
 * @param paragraph provision of ordinance 2016:1364
 * @param reason Swedish, in words that the recipient may read
 */
@Table(schema = "tidig", value = "payment_obstacle_ground")
public record PaymentFinding(String code, Effect effect, String paragraph, String reason) {

    /** What follows from a finding. */
    public enum Effect {
        WAIT("Vänta"),
        OBSTACLE("Möjligt hinder"),
        OK("I ordning");

        private final String swedish;

        Effect(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    boolean isObstacle() {
        return effect == Effect.OBSTACLE;
    }
}
