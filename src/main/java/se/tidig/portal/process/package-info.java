/** What case pages ask the engine. */
package se.tidig.portal.process;
