package se.tidig.bundle;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import se.tidig.engine.CaseStage;

/**
 * Declares the facts that Java sends to a table and the results that it reads, so that the model check finds a misspelt
 * fact and a missing column. The annotation belongs on the class that evaluates the table (a delegate, a service or
 * facts).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(AsksTable.Several.class)
public @interface AsksTable {

    /** The decision's id. */
    String value();

    /**
     * The record whose components are the facts that Java sends, by {@link SentFacts}; the annotation's own if it sends
     * none but those in {@link #facts}.
     */
    Class<? extends Record> sends() default Nothing.class;

    /**
     * The facts that Java sends in addition to the record's. One with the name of a record's text lists the only values
     * that the text can have. {@code partners.type} says that the items of the list (or the context) {@code partners}
     * have the key {@code type}. {@code internship=none|part|whole} lists the only values.
     * {@code decidedOn:date} gives the type: {@code date}, {@code number}, {@code boolean} or {@code text}.
     */
    String[] facts() default {};

    /**
     * Facts whose values are the alternatives of a question, if the table does not get the answer itself:
     * {@code circumstances.code=prepare-disbursement#circumstances}.
     */
    String[] choices() default {};

    /**
     * How far the case has come at the earliest when Java asks. The table can read what is known of the case by then
     * (see {@link se.tidig.engine.CaseFacts}). If other declarations of the table name a later stage, it can also read
     * what is known at that one, and gets null here. {@code NONE} if Java asks about no case.
     */
    CaseStage stage() default CaseStage.NONE;

    /** The forms of which Java also sends every answer, including those to questions that a process owner has added. */
    String[] answersOf() default {};

    /**
     * The outputs that Java reads. {@code kind=GRANT|REFUSE} lists the only values;
     * {@code findings.effect=REVIEW|REJECT} lists those of a key in a context that the output gives. An output or key
     * that ends in {@code ?} is optional. {@code findings.questions?=#application} lists
     * questions of that form by key.
     */
    String[] results() default {};

    /**
     * Values of results that Java looks for, so that some row must give each: {@code findings.code=TOO_NEW|FEE}. The
     * results may have other values too.
     */
    String[] gives() default {};

    /** Whether Java reads every matching row; otherwise it reads one. */
    boolean manyRows() default false;

    /** No facts of a record. */
    record Nothing() {}

    /** Holds several declarations of one class. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {

        AsksTable[] value();
    }
}
