package se.tidig.bundle.deployment;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.Vocabulary;
import se.tidig.bundle.check.BundleCheck;
import se.tidig.bundle.check.VersionTagCheck;
import se.tidig.bundle.deployment.DeploymentLog.Origin;

/** Offers process owners the models of a start that were not put in force. Each version is offered once. */
@Component
class ModelOfferService {

    private final ModelOffers offers;
    private final NewModelsTask task;
    private final Vocabulary vocabulary;

    ModelOfferService(ModelOffers offers, NewModelsTask task, Vocabulary vocabulary) {
        this.offers = offers;
        this.task = task;
        this.vocabulary = vocabulary;
    }

    /**
     * Stores the offer and gives process owners the task, unless the same version was offered last.
     *
     * @param inForce the models that process owners have published
     * @param before the models of the previous start; empty if they are not known
     */
    void offer(Bundle brought, Bundle inForce, Bundle before, Origin origin, Map<String, FileChange> changes) {
        if (offers.latest().filter(last -> last.hash().equals(brought.hash())).isPresent()) {
            return;
        }
        var faults = new BundleCheck(vocabulary)
                .check(inForce).stream()
                        .filter(ModelFinding::isError)
                        .map(ModelFinding::toString)
                        .toList();
        var tags = VersionTagCheck.forgotten(inForce, before).stream()
                .map(ModelFinding::toString)
                .toList();
        offers.add(brought.hash(), origin, faults, tags, changes);
        task.give();
    }
}
