package se.tidig.database;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/** Creates the engine's tables in schema {@code engine} with the scripts from the engine's own jar. */
@Component
class V1__Engine_schema extends BaseJavaMigration {

    private static final List<String> SCRIPTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws Exception {
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("create schema if not exists engine");
            statement.execute("set search_path to engine");
        }
        var populator = new ResourceDatabasePopulator();
        SCRIPTS.forEach(name -> populator.addScript(
                new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + name + ".sql")));
        populator.execute(new SingleConnectionDataSource(context.getConnection(), true));
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("set search_path to tidig");
        }
    }
}
