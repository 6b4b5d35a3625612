package se.tidig.grant;

/** Rules and yearly amounts are to be gone through; one review at a time is enough. */
public record RuleReviewWanted() {}
