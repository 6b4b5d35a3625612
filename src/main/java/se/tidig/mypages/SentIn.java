package se.tidig.mypages;

import java.time.Instant;
import se.tidig.journal.EventKind;

/**
 * Something that a party has sent in.
 *
 * @param day whether only the day is known, as of a paper
 * @param by the name of the person who sent it in the portal; null if staff have registered it, or if nobody is named
 * @param text null for an application, which has a page of its own
 */
public record SentIn(EventKind kind, Instant at, boolean day, String by, String text) {}
