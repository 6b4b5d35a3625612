/** The process side of the application: delegates, content and answers of forms, wakers. */
package se.tidig.application.process;
