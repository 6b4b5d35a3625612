package se.tidig.bundle;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import se.tidig.engine.CaseStage;

/**
 * Declares what Java hands to a table it evaluates and what it reads of the answer, so that the model check knows a
 * misspelt fact and a lost column. Stands on the class that asks (delegate, service or facts).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(AsksTable.Several.class)
public @interface AsksTable {

    /** The decision's id. */
    String value();

    /**
     * The facts it is handed; {@code partners.type} says that the items of the list (or the context) {@code partners}
     * have the key {@code type}, {@code internship=none|part|whole} that these are its only values, {@code decidedOn:date} its type: {@code
     * date}, {@code number}, {@code boolean} or {@code text}.
     */
    String[] facts() default {};

    /**
     * The facts whose values are the alternatives of a question whose answers the table is not handed as they are: {@code
     * circumstances.code=prepare-disbursement#circumstances}.
     */
    String[] choices() default {};

    /**
     * How far the case has come that it is asked in, wherever it is asked: the table may read what is then known of the
     * case (see {@link se.tidig.engine.CaseFacts}). {@code NONE} where it is asked about no case.
     */
    CaseStage stage() default CaseStage.NONE;

    /** The forms whose answers are handed over too, all of them, also those a process owner has added. */
    String[] answersOf() default {};

    /**
     * The outputs that Java reads; {@code kind=GRANT|REFUSE} tells its only values, {@code findings.effect=REVIEW|REJECT}
     * those of a key in what the output gives; an output or a key that ends in {@code ?} may be left out.
     */
    String[] results() default {};

    /** Whether Java reads every row that hits; else it reads one. */
    boolean manyRows() default false;

    /** Holds several declarations on one class. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {

        AsksTable[] value();
    }
}
