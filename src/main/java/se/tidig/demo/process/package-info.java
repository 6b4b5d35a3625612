/** The part of the demonstration that uses the engine. */
package se.tidig.demo.process;
