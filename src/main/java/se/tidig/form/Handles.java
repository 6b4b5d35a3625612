package se.tidig.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import se.tidig.engine.CaseStage;

/** Declares the form that a {@link FormHandler} or {@link StartHandler} takes the answers of. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Handles {

    /** The form's id. */
    String form();

    /**
     * The form keys that Java reads; the model check demands them of the form. {@code "chase=WAIT|DECLINED"} also tells
     * the only choices that Java understands.
     */
    String[] keys() default {};

    /** The form whose questions this one asks again (see {@link FormSchema#QUESTIONS_OF}); the model check warns if it does not. */
    String questionsOf() default "";

    /** The stage of the case with which the form starts a process; {@code NONE} if it is about no case. */
    CaseStage stage() default CaseStage.NONE;

    /**
     * The process variables that the handler writes;
     * {@code "outcome=REJECT|REVIEW"} also tells its only values, so that the model check knows a misspelt one.
     */
    String[] writes() default {};

    /**
     * What it always writes together: {@code "decisionKind=REFUSAL|REJECTION -> decisionAmount=0"}, so that the model check
     * knows a row of a table that never fires.
     */
    String[] together() default {};
}
