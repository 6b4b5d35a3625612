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
 * templates are derived from it. The bean's name is the class name with a small first letter unless {@link #bean}
 * says otherwise.
 */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Delegate {

    @AliasFor(annotation = Component.class, attribute = "value")
    String bean() default "";

    /** What it does, in Swedish, as a process owner picks it from a list. */
    String name();

    /** The process variables it needs; something upstream must write each. */
    String[] reads() default {};

    /**
     * The process variables it writes;
     * {@code "outcome=REJECT|REVIEW"} also tells its only values, so that the model check knows a misspelt one.
     * {@code "finding_*"} stands for one truth value for each code that its tables give.
     */
    String[] writes() default {};

    /**
     * The forms whose answers it hands the process, as the case has them: those that the form marks as routing, each under
     * its key.
     */
    String[] answersOf() default {};

    /** The tables it evaluates, bound to the instance's deployment. */
    String[] tables() default {};

    /**
     * The letters it may write: {@code "decision: decision-grant"} is the kind of document and the text in
     * {@code forms/letters} that it is written from.
     */
    String[] letters() default {};
}
