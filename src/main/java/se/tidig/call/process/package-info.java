/** The process side of a call: delegates, answers of forms, content of forms and mails. */
package se.tidig.call.process;
