/** What the models of call and application may use of the prioritisation. */
package se.tidig.prioritisation.process;
