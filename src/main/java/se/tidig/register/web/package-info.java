/** The pages of the register and its files. */
package se.tidig.register.web;
