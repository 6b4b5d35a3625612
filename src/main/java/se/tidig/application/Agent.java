package se.tidig.application;

import java.util.Optional;
import se.tidig.form.Answers;

/**
 * A person who acts for an applicant by a power of attorney (14 and 15 §§ FL).
 *
 * @param email the agent's address for mails
 * @param organisation the agent's own; null if none is given
 * @param extent what the power of attorney covers; null until there is one
 */
public record Agent(String name, String email, String organisation, String extent) {

    /** The agent that the application names, whether or not there is a power of attorney. */
    static Optional<Agent> named(Answers given) {
        return given.yes("hasAgent")
                ? Optional.of(new Agent(
                        given.text("agentName"),
                        given.text("agentEmail"),
                        given.text("agentOrganisation"),
                        given.text("powerOfAttorneyExtent")))
                : Optional.empty();
    }

    /**
     * The agent, if the case has the power of attorney. Nobody else may act for the applicant or get its mail (15 §
     * FL).
     */
    static Optional<Agent> authorised(Answers given) {
        return named(given).filter(agent -> given.yes("powerOfAttorney"));
    }
}
