/** Configures the engine: what models may access, tenants, time, authorizations, task lists. */
package se.tidig.engine.configuration;
