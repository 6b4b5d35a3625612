package se.tidig.application;

import java.time.Instant;
import se.tidig.Actor;
import se.tidig.Reference;

/**
 * An agent who is held to be unfit for the task, and what was decided (14 § FL).
 *
 * @param id null until it is stored
 * @param agentName as the application names the agent
 * @param agentEmail the agent's address for mails
 * @param grounds why the agent is held to be unfit, in the officer's words
 * @param heard what party and agent have said, or why they were not asked (25 § FL)
 * @param proposedBy user id
 * @param outcome null until it is decided
 */
public record AgentRefusal(
        Long id,
        Reference reference,
        String agentName,
        String agentEmail,
        String grounds,
        String heard,
        Actor proposedBy,
        Outcome outcome) {

    /**
     * The decision.
     *
     * @param refused whether the agent may no longer take part in the case
     * @param dissent who dissents and how (30 § FL); null if nobody does
     * @param decidedBy user id
     */
    public record Outcome(boolean refused, String reasons, String dissent, Actor decidedBy, Instant decidedAt) {}
}
