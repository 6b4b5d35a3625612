package se.tidig.bundle.deployment;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.tidig.bundle.Vocabulary;

/** Replaces the engine's repository service by {@link CheckedRepositoryService}. */
@Component
class CheckedRepositoryPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<DeployedBundles> deployed;
    private final ObjectProvider<DeploymentLog> log;
    private final Vocabulary vocabulary;

    CheckedRepositoryPlugin(
            ObjectProvider<DeployedBundles> deployed, ObjectProvider<DeploymentLog> log, Vocabulary vocabulary) {
        this.deployed = deployed;
        this.log = log;
        this.vocabulary = vocabulary;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setRepositoryService(new CheckedRepositoryService(deployed, log, vocabulary));
    }
}
