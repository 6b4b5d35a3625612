/** The layout and the pages that belong to no stage: start page, log-in, errors. */
package se.tidig.portal.web;
