package se.tidig.assessment;

/**
 * A ground for disqualification (16 § first paragraph förvaltningslagen), by the alternative that the person has
 * chosen.
 *
 * @param value as the form names it: {@code party}
 * @param words as the form puts it, with the provision last in parentheses
 */
public record ConflictGround(String value, String words) {}
