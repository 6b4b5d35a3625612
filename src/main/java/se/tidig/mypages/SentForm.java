package se.tidig.mypages;

import se.tidig.form.FormAnswer;

/**
 * A form that a party has sent in, or that staff have entered from its paper.
 *
 * @param id of its page
 */
public record SentForm(String id, Act act, FormAnswer answer) {}
