package se.tidig.engine.configuration;

import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;

/**
 * The authorisations that the engine makes by itself: those of a task's people only. Whoever deploys gets none: the
 * engine would give them the right to delete the deployment, and with it all cases that run by it.
 */
class TaskPeopleOnly extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return null;
    }
}
