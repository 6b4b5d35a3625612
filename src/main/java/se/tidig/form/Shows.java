package se.tidig.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The case content that a {@link CaseContent} provides; the model check knows forms, mails and letters by it. A word is
 * a key of plain text, number or boolean ({@code "ruleReview"}), a key with the fields of what it stands for, or of the
 * items of a list ({@code "decision: kind, reasons, grounds.reason"}), or one whose fields the bundle's own forms give
 * ({@code "answers: *"}). The tests refuse to read a field that is not declared, and miss one that never comes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shows {

    String[] value();
}
