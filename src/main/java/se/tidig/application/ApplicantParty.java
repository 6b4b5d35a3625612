package se.tidig.application;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.notification.Party;

/** An applicant is written to where its application says, and through its agent if the agent has a power of attorney and is not refused. */
@Component
class ApplicantParty implements Party {

    private final Applications applications;
    private final AgentRefusalService refusals;

    ApplicantParty(Applications applications, AgentRefusalService refusals) {
        this.applications = applications;
        this.refusals = refusals;
    }

    @Override
    public Optional<Addresses> addresses(Reference reference) {
        return applications
                .find(reference)
                .map(application -> new Addresses(
                        application.email(),
                        application
                                .agent()
                                .filter(agent -> !refusals.isRefused(reference, agent.name()))
                                .map(Agent::email)
                                .orElse(null)));
    }

    @Override
    public Optional<String> refusedAgent(Reference reference) {
        return refusals.refusedAgent(reference);
    }
}
