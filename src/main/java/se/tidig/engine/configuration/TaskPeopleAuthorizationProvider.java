package se.tidig.engine.configuration;

import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;

/**
 * Limits the authorizations that the engine creates by itself to those for the people of a task. A person who deploys
 * gets none: the engine would let them delete the deployment, and with it all cases that run on it.
 */
class TaskPeopleAuthorizationProvider extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return null;
    }
}
