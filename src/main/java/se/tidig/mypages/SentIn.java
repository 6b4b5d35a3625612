package se.tidig.mypages;

import java.time.Instant;
import se.tidig.journal.EventKind;

/**
 * Something that a party has sent in.
 *
 * @param day whether only the day is known, as of a paper
 * @param by the name of the person who sent it in the portal; null if staff have registered it, or if nobody is named
 * @param text in short; null for what is read only on its page
 * @param page id of the page with all its answers; null for an application, which has one of its own, and for what has no
 *     form
 */
public record SentIn(EventKind kind, Instant at, boolean day, String by, String text, String page) {}
