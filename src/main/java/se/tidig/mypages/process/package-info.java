/** The forms of what parties send in, and what they show. */
package se.tidig.mypages.process;
