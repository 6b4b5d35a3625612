package se.tidig.application;

import java.util.Optional;
import se.tidig.form.Answers;

/**
 * Who acts for an applicant by a power of attorney (14 and 15 §§ FL).
 *
 * @param email where the agent is written to
 * @param organisation the agent's own; null where none is given
 * @param extent what the power of attorney covers; null until there is one
 */
public record Agent(String name, String email, String organisation, String extent) {

    /** Whom the application names, whether or not there is a power of attorney. */
    static Optional<Agent> named(Answers given) {
        return given.yes("hasAgent")
                ? Optional.of(new Agent(
                        given.text("agentName"),
                        given.text("agentEmail"),
                        given.text("agentOrganisation"),
                        given.text("powerOfAttorneyExtent")))
                : Optional.empty();
    }

    /** The same if a power of attorney is in the case; nobody else may act for the applicant or be written to (15 § FL). */
    static Optional<Agent> authorised(Answers given) {
        return named(given).filter(agent -> given.yes("powerOfAttorney"));
    }
}
