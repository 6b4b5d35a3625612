/** Interim and final reports: reminders, receipt, check by table, completion, review (14–14 a §§). */
package se.tidig.report;
