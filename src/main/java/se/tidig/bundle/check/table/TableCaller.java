package se.tidig.bundle.check.table;

import java.util.List;
import se.tidig.bundle.Vocabulary.Together;
import se.tidig.bundle.check.feel.SentValue;

/** Somebody who asks a table: a step of a process, or Java. */
interface TableCaller {

    /** What it can send for the fact. */
    SentValue of(String fact);

    /** Which of its facts go together. */
    List<Together> together();
}
