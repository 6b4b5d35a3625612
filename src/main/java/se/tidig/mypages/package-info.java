/**
 * "Mina sidor": what a party must do, sees of its own cases and sends in. It shows every stage, so this package may know
 * all stages, and no stage knows it.
 */
package se.tidig.mypages;
