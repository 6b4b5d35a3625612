package se.tidig.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a {@link CaseContent} whose result people read. The method takes the {@link CaseTask} and returns
 * a record, a list of records or a plain value, or an {@link java.util.Optional} of one. The components of the record
 * are the fields that forms, mails and letters may name: money is shown as {@code 181 500 kr}, a day as {@code 21
 * november 2026}, an instant as {@code 21 november 2026 kl. 14.05}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shows {

    /** The key of the content. */
    String value();

    /** The form whose answers the method returns as a map by question; empty for records and plain values. */
    String answersOf() default "";
}
