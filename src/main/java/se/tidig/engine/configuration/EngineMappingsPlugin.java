package se.tidig.engine.configuration;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Gives the engine the SQL mappings that {@link EngineMappingsStart} has read. */
@Component
class EngineMappingsPlugin extends AbstractProcessEnginePlugin {

    private final EngineMappingsStart.Starting starting;

    EngineMappingsPlugin(EngineMappingsStart.Starting starting) {
        this.starting = starting;
    }

    // By now the data source is wrapped for Spring's transactions.
    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        starting.handTo(configuration);
    }
}
