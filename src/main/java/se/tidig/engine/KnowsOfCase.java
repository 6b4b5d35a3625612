package se.tidig.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the names that a {@link CaseFacts} answers, so that the model check finds a misspelled one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(KnowsOfCase.Several.class)
public @interface KnowsOfCase {

    /** The stage from which the facts are known. */
    CaseStage since();

    /**
     * The names; {@code "decisionKind=GRANT|REFUSAL"} also lists the only possible values, {@code "finding_*"} stands
     * for one boolean per code that its tables give.
     */
    String[] names() default {};

    /** The forms whose answers are known, all of them, each under its key. */
    String[] answersOf() default {};

    /** Whether the answers given in tasks and start forms are known; the models say where each question is asked. */
    boolean tasks() default false;

    /** The tables whose codes replace {@code *}. */
    String[] tables() default {};

    /** Holds several declarations on one class. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {

        KnowsOfCase[] value();
    }
}
