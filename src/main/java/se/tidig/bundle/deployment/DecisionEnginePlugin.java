package se.tidig.bundle.deployment;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.tidig.bundle.BoundedFeel;
import se.tidig.bundle.MatchedRuleListener;
import se.tidig.engine.CaseFacts;

/** Configures the decision engine: it records which rules match, and limits what expressions may use. */
@Component
class DecisionEnginePlugin extends AbstractProcessEnginePlugin {

    private final CaseFacts facts;

    /** @param facts resolved late, because the sources of facts need the engine, which is being built */
    DecisionEnginePlugin(ObjectProvider<CaseFacts> facts) {
        this.facts = CaseFacts.ofAll(facts::orderedStream);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var tables = new DefaultDmnEngineConfiguration();
        tables.setFeelEngineFactory(new BoundedFeel(facts));
        // The list must be modifiable, because the engine adds its own listeners.
        tables.setCustomPostDecisionEvaluationListeners(new ArrayList<>(List.of(new MatchedRuleListener())));
        configuration.setDmnEngineConfiguration(tables);
    }
}
