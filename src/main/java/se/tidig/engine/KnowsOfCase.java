package se.tidig.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the names that a {@link CaseFacts} answers to, so that the model check knows a misspelt one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(KnowsOfCase.Several.class)
public @interface KnowsOfCase {

    /** The stage from which on they are certain. */
    CaseStage since();

    /**
     * The names; {@code "decisionKind=GRANT|REFUSAL"} also tells the only values, {@code "finding_*"} stands for one truth
     * value for each code that its tables give.
     */
    String[] names() default {};

    /** The forms whose answers it knows, all of them, each under its key. */
    String[] answersOf() default {};

    /** The tables whose codes {@code *} stands for. */
    String[] tables() default {};

    /** Holds several declarations on one class. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {

        KnowsOfCase[] value();
    }
}
