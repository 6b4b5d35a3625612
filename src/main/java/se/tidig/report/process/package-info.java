/** The report as its process meets it: delegates, what forms show and answer, and who is woken. */
package se.tidig.report.process;
