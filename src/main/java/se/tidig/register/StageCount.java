package se.tidig.register;

/**
 * How many cases of a call are at a stage.
 *
 * @param stage its name; null for the cases that have ended
 * @param late of them
 */
public record StageCount(String stage, int cases, int late) {}
