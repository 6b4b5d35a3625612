package se.tidig.payment;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Actor;
import se.tidig.Sek;

/**
 * One attempt to pay an order; at most one voucher file is made for it.
 *
 * @param number from 1
 * @param giro the account that the voucher names
 * @param amount SEK
 * @param decidedBy user id of the person who released the payment
 * @param hash of the voucher's fields, SHA-256 in hexadecimal; null until the voucher is made
 * @param exportedAt null until the voucher is in the folder
 * @param answer the bank's answer; null until it comes
 * @param answeredOn the day of the answer
 * @param reason why the bank rejected it
 */
@Table(schema = "tidig", value = "payment_attempt")
public record PaymentAttempt(
        int number,
        String giro,
        Sek amount,
        Actor decidedBy,
        String hash,
        Instant exportedAt,
        Answer answer,
        LocalDate answeredOn,
        String reason) {

    /** The bank's answer to an attempt. */
    public enum Answer {
        SETTLED("Betald"),
        REJECTED("Gick inte igenom");

        private final String swedish;

        Answer(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    static PaymentAttempt of(int number, String giro, Sek amount, Actor decidedBy) {
        return new PaymentAttempt(number, giro, amount, decidedBy, null, null, null, null, null);
    }

    PaymentAttempt withHash(String made) {
        return new PaymentAttempt(number, giro, amount, decidedBy, made, exportedAt, answer, answeredOn, reason);
    }

    PaymentAttempt exported(Instant at) {
        return new PaymentAttempt(number, giro, amount, decidedBy, hash, at, answer, answeredOn, reason);
    }

    PaymentAttempt answered(Answer given, LocalDate on, String why) {
        return new PaymentAttempt(number, giro, amount, decidedBy, hash, exportedAt, given, on, why);
    }
}
