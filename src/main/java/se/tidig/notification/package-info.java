/** Mails: their texts from the bundle, whom they go to, and the worker that sends each once. */
package se.tidig.notification;
