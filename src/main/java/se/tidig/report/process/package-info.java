/** The process side of the report: delegates, content and answers of forms, and wakers. */
package se.tidig.report.process;
