/** Staff as the engine's users, groups and tenants, and the check of passwords. */
package se.tidig.engine.identity;
