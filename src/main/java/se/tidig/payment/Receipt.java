package se.tidig.payment;

import java.time.LocalDate;
import java.util.Optional;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.payment.PaymentAttempt.Answer;

/**
 * One line of a receipt from the ledger or the bank.
 *
 * @param order the order's key, as the voucher named it
 * @param attempt the attempt, as the voucher named it
 * @param amount SEK; empty if the receipt does not say
 * @param dated the day of payment or rejection
 * @param reason why it was rejected; null if none is given
 */
public record Receipt(String order, int attempt, Answer status, Optional<Sek> amount, LocalDate dated, String reason) {

    /** A receipt says that a settled attempt was rejected: the money may have come back. */
    public record Returned(MilestoneKey order, Reference reference, String payingBoard) {}

    /** What a receipt led to. */
    public enum Reception {
        APPLIED("Tillämpat"),
        REMEMBERED("Väntar på att betalningen har skickats"),
        DUPLICATE("Har kommit förut"),
        UNKNOWN_ORDER("Okänd betalning"),
        NOT_AWAITED("Betalningen är inte skickad"),
        CONTRADICTORY("Säger emot ett tidigare svar"),
        OTHER_AMOUNT("Annat belopp än betalningens");

        private final String swedish;

        Reception(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }
}
