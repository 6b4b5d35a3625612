package se.tidig.bundle.check.table;

import java.util.List;
import se.tidig.bundle.Vocabulary.Together;
import se.tidig.bundle.check.feel.SentValue;

/** A caller of a table: a step of a process, or Java. */
interface TableCaller {

    /** The values that it can send for the fact. */
    SentValue of(String fact);

    /** The facts that it always writes together. */
    List<Together> together();
}
