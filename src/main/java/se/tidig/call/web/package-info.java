/** The public page of a call. */
package se.tidig.call.web;
