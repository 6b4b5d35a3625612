/** Disbursement and payment as their processes meet them: delegates, what forms show and answer, and the export worker. */
package se.tidig.payment.process;
