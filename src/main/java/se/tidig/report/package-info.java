/** Interim and final reports: reminders, what came in, the check by table, completion, review (14–14 a §§). */
package se.tidig.report;
