package se.tidig.engine.configuration;

import java.time.Duration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.tidig.CannotStart;
import se.tidig.engine.EngineTime;

/** Moves the clock of a demonstration by {@code tidig.clock-offset} ({@code P30D}, {@code -PT2H}). */
@Component
class MovedClockPlugin extends AbstractProcessEnginePlugin {

    private final Duration offset;

    MovedClockPlugin(@Value("${tidig.clock-offset:PT0S}") Duration offset, @Value("${tidig.demo}") boolean demo) {
        if (!offset.isZero() && !demo) {
            throw new CannotStart("tidig.clock-offset gäller bara i demonstrationsläge. "
                    + "Ta bort inställningen, eller sätt tidig.demo=true om inga riktiga ärenden finns här.");
        }
        this.offset = offset;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        if (!offset.isZero()) {
            EngineTime.offset(offset);
        }
    }
}
