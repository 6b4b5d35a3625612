package se.tidig.engine.security;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;

/**
 * An engine with Camunda's defaults, on the same database and behind the same HTTP interfaces: {@code
 * /engine-rest/engine/bare}. It shows that a request which Tidig's engine refuses is valid and does harm in other
 * engines.
 */
class BareEngine implements AutoCloseable {

    static final String NAME = "bare";

    private final ProcessEngine engine;

    BareEngine(DataSource dataSource) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(NAME);
        configuration.setDataSource(dataSource);
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setHistory("full");
        configuration.setJavaSerializationFormatEnabled(true);
        configuration.setProcessEnginePlugins(List.of(new SpinProcessEnginePlugin()));
        configuration.setDbMetricsReporterActivate(false);
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        RuntimeContainerDelegate.INSTANCE.get().registerProcessEngine(engine);
    }

    ProcessEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        RuntimeContainerDelegate.INSTANCE.get().unregisterProcessEngine(engine);
        engine.close();
    }
}
