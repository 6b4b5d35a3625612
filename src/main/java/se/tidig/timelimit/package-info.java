/**
 * Times that the law or the boards give: how long each is stands with its provision in the table {@code time-limits}, how
 * a period ends follows from lagen (1930:173). Knows no stage.
 */
package se.tidig.timelimit;
