/**
 * Whole lives of cases, each played by people who answer whatever task they find, so that a case can be followed also
 * under changed models; and the random changes that they are followed under.
 */
package se.tidig.owner.lives;
