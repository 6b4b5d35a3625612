package se.tidig.payment;

/**
 * Where in the ledger a payment is booked; the codes are those of the paying board.
 *
 * @param account konto
 * @param costCentre kostnadsställe
 * @param activity verksamhetskod
 * @param project projekt
 */
public record LedgerCoding(String account, String costCentre, String activity, String project) {}
