/** Drafts: applications that people write together in the portal, part by part, until one of them submits it. */
package se.tidig.application.draft;
