/** Access: one log-in for portal, webapps and REST, and the filters that run before Camunda's own. */
package se.tidig.engine.security;
