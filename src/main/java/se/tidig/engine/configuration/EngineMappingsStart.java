package se.tidig.engine.configuration;

import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import se.tidig.HeadStart;

/**
 * Reads the engine's SQL mappings in the background while Spring creates its beans. This is the slowest part of
 * building an engine (docs/benchmarks.md).
 */
class EngineMappingsStart implements ApplicationListener<ApplicationContextInitializedEvent> {

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        var reading = HeadStart.inTurn(() -> new Reader().read());
        event.getApplicationContext().getBeanFactory().registerSingleton("startingMappings", new Starting(reading));
    }

    /** The mappings that are being read. */
    record Starting(HeadStart<SqlSessionFactory> head) {

        /** Waits for the mappings and gives them to the engine, together with the engine's data source. */
        void handTo(ProcessEngineConfigurationImpl configuration) {
            var sql = head.result();
            sql.getConfiguration()
                    .setEnvironment(
                            new Environment("default", new ManagedTransactionFactory(), configuration.getDataSource()));
            configuration.setSqlSessionFactory(sql);
        }
    }

    /** An engine configuration that is used only to read the mappings. */
    private static final class Reader extends StandaloneProcessEngineConfiguration {

        private SqlSessionFactory read() {
            databaseType = DbSqlSessionFactory.POSTGRES;
            transactionFactory = new ManagedTransactionFactory();
            // MyBatis requires one; handTo replaces it.
            dataSource = new SimpleDriverDataSource();
            initSqlSessionFactory();
            return sqlSessionFactory;
        }
    }
}
