/** FEEL: expressions and cells as the engine parses them, the names they read and the values they hold for. */
package se.tidig.bundle.check.feel;
