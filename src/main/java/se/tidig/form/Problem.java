package se.tidig.form;

/**
 * What is wrong with a form, for the person who changes it; in Swedish.
 *
 * @param component the component's key or id; the form's id if the form as a whole is meant
 * @param cause what is wrong
 * @param remedy what to do
 */
public record Problem(String component, String cause, String remedy) {}
