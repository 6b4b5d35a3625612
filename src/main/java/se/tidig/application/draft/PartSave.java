package se.tidig.application.draft;

import java.time.Instant;

/** Who last saved a part of a draft, and when. */
public record PartSave(String by, Instant at) {}
