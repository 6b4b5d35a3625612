/** The process side of the grant: delegates, content and answers of forms, and wakers. */
package se.tidig.grant.process;
