package se.tidig.engine.configuration;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.BatchWindow;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.BatchWindowManager;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;

/**
 * The hours in which the engine's history is deleted after the models' time to live: 1 to 5 o'clock at night in Sweden,
 * in summer and in winter. The engine's own setting is a time of day in UTC or at a fixed distance from it. What a case
 * page, a journal or follow-up shows is in Tidig's own tables.
 */
@Component
class NightlyCleanUpPlugin extends AbstractProcessEnginePlugin implements BatchWindowManager {

    private static final LocalTime START = LocalTime.of(1, 0);
    private static final LocalTime END = LocalTime.of(5, 0);

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setBatchWindowManager(this);
    }

    @Override
    public BatchWindow getCurrentOrNextBatchWindow(Date time, ProcessEngineConfigurationImpl configuration) {
        return windowsFrom(time)
                .filter(window -> time.before(window.getEnd()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public BatchWindow getNextBatchWindow(Date time, ProcessEngineConfigurationImpl configuration) {
        return windowsFrom(time)
                .filter(window -> time.before(window.getStart()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public boolean isBatchWindowConfigured(ProcessEngineConfigurationImpl configuration) {
        return true;
    }

    /** Tonight's and tomorrow night's. */
    private static Stream<BatchWindow> windowsFrom(Date time) {
        var day = SwedishDate.on(time.toInstant());
        return Stream.of(day, day.plusDays(1)).map(night -> new BatchWindow(at(night, START), at(night, END)));
    }

    private static Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(SwedishDate.ZONE).toInstant());
    }
}
