package se.tidig.engine.configuration;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import se.tidig.engine.CaseFacts;

/** Turns off what the engine allows by default. */
@Component
class ClosedEnginePlugin extends AbstractProcessEnginePlugin {

    /** The webapps ask for up to 2000 rows at once. */
    private static final int MAX_RESULTS = 2000;

    private final ApplicationContext context;
    private final BoardTenantProvider tenants;

    ClosedEnginePlugin(ApplicationContext context, BoardTenantProvider tenants) {
        this.context = context;
        this.tenants = tenants;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var delegates = new DelegateBeanMap(context);
        configuration.setBeans(delegates);
        configuration.setExpressionManager(
                new ModelExpressions(delegates, CaseFacts.ofAll(() -> context.getBeanProvider(CaseFacts.class)
                        .orderedStream())));
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setTaskService(new PlainTaskService());
        configuration.setManagementService(new AdministratorManagementService(configuration));
        // The task lists need ${currentUser()}; ModelExpressions allows no other expression.
        configuration.setEnableExpressionsInStoredQueries(true);
        configuration.setDeserializationTypeValidationEnabled(true);
        configuration.setJavaSerializationFormatEnabled(false);
        configuration.setQueryMaxResultsLimit(MAX_RESULTS);
        configuration.setWebappsAuthenticationLoggingEnabled(true);
        configuration.setDefaultUserPermissionForTask(TaskPermissions.TASK_WORK);
        configuration.setTenantIdProvider(tenants);
        configuration.setHistoryEventProducer(new JobHistoryProducer());
        // JobHistory logs a failed job, and whoever answers a request logs its failure. The command would log both
        // again.
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setResourceAuthorizationProvider(new TaskPeopleAuthorizationProvider());
        configuration.setCmmnEnabled(false);
        configuration.setStandaloneTasksEnabled(false);
    }

    /** Offers no script language, whatever is on the class path. */
    private static final class NoScripts implements ScriptEngineResolver {

        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {
            // no script engine is offered
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            return null;
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean cached) {
            return null;
        }
    }
}
