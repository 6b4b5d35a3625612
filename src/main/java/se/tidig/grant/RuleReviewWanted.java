package se.tidig.grant;

/** Asks for a review of rules and yearly amounts; there is one review at a time. */
public record RuleReviewWanted() {}
