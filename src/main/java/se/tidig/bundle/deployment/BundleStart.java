package se.tidig.bundle.deployment;

import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import se.tidig.HeadStart;
import se.tidig.bundle.VocabularyReader;
import se.tidig.bundle.deployment.DeploymentLog.Origin;

/** Reads and checks the packaged bundle, or that of {@code tidig.models}, while Spring reads its beans. */
class BundleStart implements ApplicationListener<ApplicationContextInitializedEvent> {

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        var context = event.getApplicationContext();
        var models = context.getEnvironment().getProperty("tidig.models", "");
        var checking = HeadStart.inTurn(() -> CheckedBundle.read(models, VocabularyReader.read()));
        var replacing = context.getEnvironment().getProperty("tidig.replace-published", Boolean.class, false);
        context.getBeanFactory()
                .registerSingleton(
                        "startingBundle",
                        new Starting(checking, models.isBlank() ? Origin.START : Origin.FOLDER, replacing));
    }

    /**
     * The bundle of this start, which may still be in preparation.
     *
     * @param replacing whether it also replaces what process owners have published
     */
    record Starting(HeadStart<CheckedBundle> head, Origin origin, boolean replacing) {

        CheckedBundle bundle() {
            return head.result();
        }
    }
}
