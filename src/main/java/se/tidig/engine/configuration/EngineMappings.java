package se.tidig.engine.configuration;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Gives the engine the SQL that {@link EngineMappingsStart} has read. */
@Component
class EngineMappings extends AbstractProcessEnginePlugin {

    private final EngineMappingsStart.Starting starting;

    EngineMappings(EngineMappingsStart.Starting starting) {
        this.starting = starting;
    }

    // The data source is wrapped for Spring's transactions before.
    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        starting.handTo(configuration);
    }
}
