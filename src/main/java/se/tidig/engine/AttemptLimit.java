package se.tidig.engine;

/** Counts what visitors do at a network address, so that nobody makes Tidig write thousands of mails. */
public interface AttemptLimit {

    /** Attempts of one kind at one address, which a whole office may share, before it must wait ten minutes. */
    int ATTEMPTS = 20;

    /** Counts the attempt; whether there have been too many. */
    boolean isExceeded(String act, String address);
}
