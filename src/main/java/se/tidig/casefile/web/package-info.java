/** The case page and what staff do from it: open a case, set its diary number, declare a conflict, end a process early. */
package se.tidig.casefile.web;
