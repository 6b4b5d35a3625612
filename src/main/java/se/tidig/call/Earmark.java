package se.tidig.call;

import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Sek;

/**
 * A part of the frame that is kept for activities within one area.
 *
 * @param focusArea as applications name it: {@code swedish}, {@code society}, {@code labourMarket}, {@code health}
 * @param amount SEK within the frame
 */
@Table(schema = "tidig", name = "call_earmark")
public record Earmark(String focusArea, Sek amount) {}
