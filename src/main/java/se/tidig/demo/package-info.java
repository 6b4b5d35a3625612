/**
 * The demonstration: calls and applications of three boards, played through the entries that people and machines use,
 * so that every group finds work at first login. Nothing imports it.
 */
package se.tidig.demo;
