/**
 * Times that the law or the boards give. The table {@code time-limits} gives the length and the provision of each; how
 * a period ends follows from lagen (1930:173). This package knows no stage.
 */
package se.tidig.timelimit;
