package se.tidig.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * Declares a Java delegate that models may name as {@code ${beanName}}. The model check and the Modeler element
 * templates are derived from it. The bean's name is the class name with a lower-case first letter unless {@link #bean}
 * gives another.
 */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Delegate {

    @AliasFor(annotation = Component.class, attribute = "value")
    String bean() default "";

    /** What the delegate does, in Swedish, as a process owner picks it from a list. */
    String name();

    /** The process variables that the delegate needs; each must be written by an earlier step. */
    String[] reads() default {};

    /**
     * The process variables that the delegate writes; {@code "outcome=REJECT|REVIEW"} also lists the only possible
     * values, so that the model check finds a misspelled one. {@code "finding_*"} stands for one boolean per code that
     * its tables give.
     */
    String[] writes() default {};

    /**
     * The forms whose answers the delegate gives to the process, as stored in the case: the answers that the form marks
     * as routing, each under its key.
     */
    String[] answersOf() default {};

    /** The messages with which the delegate starts processes about the same case; they know what the case knows here. */
    String[] starts() default {};

    /** The tables that the delegate evaluates, in the version of the instance's deployment. */
    String[] tables() default {};

    /**
     * The letters that the delegate may write: {@code "decision: decision-grant"} is the kind of document and the name
     * of its text in {@code forms/letters}.
     */
    String[] letters() default {};
}
