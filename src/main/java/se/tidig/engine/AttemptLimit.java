package se.tidig.engine;

/** Counts what visitors do at a network address, so that nobody makes Tidig write thousands of mails. */
public interface AttemptLimit {

    /** Attempts of one kind from one IP address before it must wait ten minutes; a whole office may share one address. */
    int ATTEMPTS = 20;

    /** Counts the attempt; whether there have been too many. */
    boolean isExceeded(String act, String address);
}
