/** The workers of external tasks. Each serves a topic over REST, as a worker in another language would. */
package se.tidig.engine.worker;
