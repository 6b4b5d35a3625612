package se.tidig.bundle.check;

import java.util.List;
import se.tidig.bundle.Vocabulary.Together;

/** Somebody who asks a table: a step of a process, or Java. */
interface Sender {

    /** What it can send for the fact. */
    Sent of(String fact);

    /** Which of its facts go together. */
    List<Together> together();
}
