/** What the models of a call may use: delegates, forms' answers, what forms and mails show. */
package se.tidig.call.process;
