/** The workers of external tasks: each serves a topic over REST, as one in another language would. */
package se.tidig.engine.worker;
