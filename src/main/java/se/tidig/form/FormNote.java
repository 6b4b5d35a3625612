package se.tidig.form;

/**
 * What a form says without asking.
 *
 * @param kind {@code text}, {@code separator}, {@code spacer} or {@code image}
 * @param html of a text, clean: it loads and runs nothing
 * @param source of an image
 * @param alt of an image
 */
public record FormNote(String kind, String id, String html, String source, String alt) implements FormElement {}
