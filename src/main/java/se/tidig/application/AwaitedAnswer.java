package se.tidig.application;

import java.time.Instant;

/**
 * An answer that a process waits for, at the moment the process asks.
 *
 * @param isReceived whether it has come, or is no longer waited for
 * @param deadline the end of the last day to answer, after any change of it; null if nothing was asked for
 */
public record AwaitedAnswer(boolean isReceived, Instant deadline) {}
