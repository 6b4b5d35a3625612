/** The process side of disbursement and payment: delegates, content and answers of forms, and the export worker. */
package se.tidig.payment.process;
