package se.tidig.engine.configuration;

import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/**
 * Jobs that somebody executes by hand: an administrator. The engine asks for the right to while it executes the job and
 * takes its own refusal for a failure of the job, so that anybody could use up the tries of any board's jobs.
 */
class JobsByAdministrators extends ManagementServiceImpl {

    JobsByAdministrators(ProcessEngineConfigurationImpl configuration) {
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
