package se.tidig.engine.identity;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;
import se.tidig.engine.StaffGroups;
import se.tidig.engine.StaffRegister;

/** Replaces the engine's own user tables with the staff table. */
@Component
class StaffIdentityPlugin extends AbstractProcessEnginePlugin {

    private final StaffRegister register;
    private final StaffGroups groups;

    StaffIdentityPlugin(StaffRegister register, StaffGroups groups) {
        this.register = register;
        this.groups = groups;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setIdentityProviderSessionFactory(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return ReadOnlyIdentityProvider.class;
            }

            @Override
            public Session openSession() {
                return new StaffIdentity(register, groups);
            }
        });
    }
}
