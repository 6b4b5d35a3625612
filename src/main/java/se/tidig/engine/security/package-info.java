/** Who gets in where: one login for portal, webapps and REST, and the filters before Camunda's own. */
package se.tidig.engine.security;
