package se.tidig.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a {@link CaseContent} whose result fills in fields of a form before a person writes. It declares
 * its names as with {@link Shows}, but its values are those that a field holds: money is a number, a day is {@code
 * 2026-11-21}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Fills {

    /** The key of the content; empty if each component of the record is a key of its own. */
    String value() default "";

    /** The form whose answers the method returns as a map by question; empty for records and plain values. */
    String answersOf() default "";

    /** The questions of {@link #answersOf} that are keys of their own. */
    String[] questions() default {};
}
