/** Ranking a call's assessed applications against its frame: by score, explained, adjusted with reasons, settled. */
package se.tidig.prioritisation;
