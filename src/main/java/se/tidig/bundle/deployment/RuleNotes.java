package se.tidig.bundle.deployment;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import se.tidig.bundle.BoundedFeel;
import se.tidig.bundle.MatchedRules;

/** Lets the engine's decisions tell which rules matched, and sets a limit to what their expressions may ask for. */
@Component
class RuleNotes extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var tables = new DefaultDmnEngineConfiguration();
        tables.setFeelEngineFactory(new BoundedFeel());
        // The engine adds its own.
        tables.setCustomPostDecisionEvaluationListeners(new ArrayList<>(List.of(new MatchedRules())));
        configuration.setDmnEngineConfiguration(tables);
    }
}
