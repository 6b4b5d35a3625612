package se.tidig.application;

import java.time.Instant;

/**
 * An answer that a process waits for, as it stands when the process asks.
 *
 * @param isReceived whether it has come, or is not waited for any more
 * @param deadline the end of the last day to answer, as it may have been moved; null if nothing was asked for
 */
public record AwaitedAnswer(boolean isReceived, Instant deadline) {}
