/**
 * Everything that concerns Camunda and belongs to no stage: configuration, identity, tenants, waking of waiting
 * processes, hardening.
 */
package se.tidig.engine;
