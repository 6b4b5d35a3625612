/** What the engine's own parsers refuse, in words that a process owner can read. */
package se.tidig.bundle.check.engine;
