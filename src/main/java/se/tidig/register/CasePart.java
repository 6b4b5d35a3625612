package se.tidig.register;

import java.util.List;

/**
 * A part of a list of cases that is shown at once.
 *
 * @param before the place whose earlier cases come before these; null if these are the first
 * @param after the place whose later cases follow these; null if these are the last
 */
public record CasePart(List<CaseLine> cases, Place before, Place after) {}
