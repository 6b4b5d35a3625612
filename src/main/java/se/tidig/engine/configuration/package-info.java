/** How the engine is set up: what models may reach, tenants, time, authorisations, task lists. */
package se.tidig.engine.configuration;
