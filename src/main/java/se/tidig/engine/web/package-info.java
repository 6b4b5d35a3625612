/** Pages for staff accounts: an administrator gives and ends them, and each person chooses a password. */
package se.tidig.engine.web;
