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

/** Reads the engine's SQL, the slowest part of building an engine, while Spring reads its beans. */
class EngineMappingsStart implements ApplicationListener<ApplicationContextInitializedEvent> {

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        var reading = HeadStart.inTurn(() -> new Reader().read());
        event.getApplicationContext().getBeanFactory().registerSingleton("startingMappings", new Starting(reading));
    }

    /** The SQL on its way. */
    record Starting(HeadStart<SqlSessionFactory> head) {

        /** Hands it to the engine that is being configured, with that engine's database. */
        void handTo(ProcessEngineConfigurationImpl configuration) {
            var sql = head.result();
            sql.getConfiguration()
                    .setEnvironment(
                            new Environment("default", new ManagedTransactionFactory(), configuration.getDataSource()));
            configuration.setSqlSessionFactory(sql);
        }
    }

    /** An engine configuration that is asked for nothing but its SQL. */
    private static final class Reader extends StandaloneProcessEngineConfiguration {

        private SqlSessionFactory read() {
            databaseType = DbSqlSessionFactory.POSTGRES;
            transactionFactory = new ManagedTransactionFactory();
            // MyBatis demands one; it is set by handTo.
            dataSource = new SimpleDriverDataSource();
            initSqlSessionFactory();
            return sqlSessionFactory;
        }
    }
}
