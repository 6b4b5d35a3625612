package se.tidig.application.draft;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What became of a save.
 *
 * @param at when the page was saved
 * @param conflicts the questions in which a colleague's answer stands until the person chooses
 * @param others who has changed a question since the page was shown, by question; their changes have been kept
 * @param focus the id of the element that the page should begin at if a row was added or taken away; else null
 */
public record Saved(Instant at, Set<String> conflicts, Map<String, String> others, String focus) {}
