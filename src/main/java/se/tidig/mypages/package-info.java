/**
 * "Mina sidor": what a party must do, can see of its own cases, and sends in. It shows every stage, so it may know
 * all stages, and no stage knows it.
 */
package se.tidig.mypages;
