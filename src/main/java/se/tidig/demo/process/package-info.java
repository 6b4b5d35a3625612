/** Where the demonstration meets the engine. */
package se.tidig.demo.process;
