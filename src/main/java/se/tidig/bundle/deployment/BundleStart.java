package se.tidig.bundle.deployment;

import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import se.tidig.HeadStart;
import se.tidig.bundle.DeclaredVocabulary;

/** Reads and checks the bundle of the program (or of {@code tidig.models}) while Spring reads its beans. */
class BundleStart implements ApplicationListener<ApplicationContextInitializedEvent> {

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        var context = event.getApplicationContext();
        var models = context.getEnvironment().getProperty("tidig.models", "");
        var checking = HeadStart.inTurn(() -> CheckedBundle.read(models, DeclaredVocabulary.read()));
        context.getBeanFactory().registerSingleton("startingBundle", new Starting(checking));
    }

    /** The bundle on its way. */
    record Starting(HeadStart<CheckedBundle> head) {

        CheckedBundle bundle() {
            return head.result();
        }
    }
}
