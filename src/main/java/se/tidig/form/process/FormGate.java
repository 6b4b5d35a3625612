package se.tidig.form.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts the gate into the engine's command chain, which Tasklist, REST and Java calls all pass. A task listener would
 * be too late and too narrow: posted variables are merged before it is called, and some roads do not call it.
 */
@Component
class FormGate extends AbstractProcessEnginePlugin {

    // Looked up late: they need the engine, which is being built here.
    private final ObjectProvider<RoadRegister> roads;

    FormGate(ObjectProvider<RoadRegister> roads) {
        this.roads = roads;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreCommandInterceptorsTxRequired(
                with(configuration.getCustomPreCommandInterceptorsTxRequired(), new PlainWords()));
        configuration.setCustomPostCommandInterceptorsTxRequired(
                with(configuration.getCustomPostCommandInterceptorsTxRequired(), new GateInterceptor(roads)));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                with(configuration.getCustomPreCommandInterceptorsTxRequiresNew(), new PlainWords()));
        configuration.setCustomPostCommandInterceptorsTxRequiresNew(
                with(configuration.getCustomPostCommandInterceptorsTxRequiresNew(), new GateInterceptor(roads)));
    }

    private static List<CommandInterceptor> with(List<CommandInterceptor> present, CommandInterceptor added) {
        var all = present == null ? new ArrayList<CommandInterceptor>() : new ArrayList<>(present);
        all.add(added);
        return all;
    }
}
