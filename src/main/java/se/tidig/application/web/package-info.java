/** The pages on which people apply: the draft's parts, conflicts, review, declaration and receipt. */
package se.tidig.application.web;
