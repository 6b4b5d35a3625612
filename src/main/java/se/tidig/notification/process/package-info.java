/** The worker that sends mails for processes. */
package se.tidig.notification.process;
