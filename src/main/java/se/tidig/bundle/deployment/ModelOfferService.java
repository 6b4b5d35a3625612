package se.tidig.bundle.deployment;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.Vocabulary;
import se.tidig.bundle.check.BundleCheck;
import se.tidig.bundle.check.VersionTagCheck;
import se.tidig.bundle.deployment.DeploymentLog.Origin;

/** Tells process owners of models that a start brought beside theirs; once for each that is another. */
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
     * @param inForce what process owners have published
     * @param before what the start before brought; empty where it is not known
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
