/**
 * Runs the engine's own parsers on the models, and reports what they refuse in words that a process owner understands.
 */
package se.tidig.bundle.check.engine;
