/** The pages under {@code /mina-sidor}. */
package se.tidig.mypages.web;
