/** Mails: their texts from the bundle, their recipients, and the worker that sends each mail once. */
package se.tidig.notification;
