/**
 * A case as a whole, as its page {@code /arenden/{reference}} shows it. The page shows every stage, so this package may
 * know all stages, and no stage knows it. A page of one stage stands in the {@code web} package of that stage.
 */
package se.tidig.casefile;
