package se.tidig.engine.configuration;

import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/**
 * Lets only administrators execute jobs by hand. The engine checks the permission while it executes the job and counts
 * its own refusal as a failure of the job, so anybody could use up the attempts of any board's jobs.
 */
class AdministratorManagementService extends ManagementServiceImpl {

    AdministratorManagementService(ProcessEngineConfigurationImpl configuration) {
        super(configuration);
    }

    @Override
    public void executeJob(String job) {
        commandExecutor.execute(context -> {
            context.getAuthorizationManager().checkCamundaAdmin();
            return null;
        });
        super.executeJob(job);
    }
}
