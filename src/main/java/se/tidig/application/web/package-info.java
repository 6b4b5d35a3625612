/** The pages on which people apply: the self-test, the draft's parts, conflicts, review, declaration and receipt. */
package se.tidig.application.web;
