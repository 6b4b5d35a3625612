/** The pages of the portal that belong to no stage: start page, calls, log-in, case page, errors. */
package se.tidig.portal.web;
