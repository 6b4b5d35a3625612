/** The model bundle: its files, the vocabulary that Java declares for them, and the evaluation of its tables. */
package se.tidig.bundle;
