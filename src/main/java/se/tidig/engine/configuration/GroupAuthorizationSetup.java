package se.tidig.engine.configuration;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.engine.StaffGroup;
import se.tidig.engine.StaffGroups;
import se.tidig.engine.WorkerAccount;

/**
 * Creates the authorizations of each group if they are missing, at start-up and when a bundle adds a group. They are
 * few and per group, because the engine joins them into every query. Who may work on a task follows from its
 * candidates; who may start a process is said by its model.
 */
@Component
class GroupAuthorizationSetup implements SmartInitializingSingleton {

    /** An arbitrary number, the same on every node. */
    private static final long LOCK = 20161364;

    private final AuthorizationService authorizations;
    private final StaffGroups groups;
    private final JdbcTemplate jdbc;

    GroupAuthorizationSetup(AuthorizationService authorizations, StaffGroups groups, JdbcTemplate jdbc) {
        this.authorizations = authorizations;
        this.groups = groups;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        give();
    }

    @EventListener(StaffGroups.Added.class)
    void give() {
        // Several nodes may start at the same time.
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
        var present = new HashSet<String>();
        authorizations.createAuthorizationQuery().authorizationType(AUTH_TYPE_GRANT).list().stream()
                .filter(grant -> grant.getGroupId() != null)
                .forEach(grant ->
                        present.add(grant.getGroupId() + "/" + grant.getResourceType() + "/" + grant.getResourceId()));
        grants().filter(grant -> !present.contains(grant.key())).forEach(this::save);
    }

    private Stream<Grant> grants() {
        return Stream.of(administrators(), staff(), processOwners(), workers()).flatMap(grants -> grants);
    }

    private static Stream<Grant> administrators() {
        return EnumSet.allOf(Resources.class).stream()
                .map(resource -> new Grant(StaffGroup.ADMINISTRATORS.id(), resource, ANY, Set.of(Permissions.ALL)));
    }

    private Stream<Grant> staff() {
        return groups.all().stream()
                .filter(group -> !group.isAdministrators())
                .flatMap(group -> Stream.of(
                        new Grant(group.id(), Resources.APPLICATION, "tasklist", Set.of(Permissions.ACCESS)),
                        new Grant(group.id(), Resources.FILTER, ANY, Set.of(Permissions.READ)),
                        new Grant(group.id(), Resources.DECISION_DEFINITION, ANY, Set.of(Permissions.READ)),
                        new Grant(
                                group.id(),
                                Resources.PROCESS_DEFINITION,
                                ANY,
                                Set.of(ProcessDefinitionPermissions.READ))));
    }

    private static Stream<Grant> processOwners() {
        var group = StaffGroup.PROCESS_OWNERS.id();
        return Stream.of(
                new Grant(group, Resources.APPLICATION, "cockpit", Set.of(Permissions.ACCESS)),
                new Grant(group, Resources.DEPLOYMENT, ANY, Set.of(Permissions.READ, Permissions.CREATE)),
                new Grant(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Set.of(Permissions.READ)),
                new Grant(group, Resources.GROUP, ANY, Set.of(Permissions.READ)),
                new Grant(group, Resources.BATCH, ANY, Set.of(BatchPermissions.READ)));
    }

    private static Stream<Grant> workers() {
        return Stream.of(new Grant(
                WorkerAccount.GROUP,
                Resources.PROCESS_DEFINITION,
                ANY,
                Set.of(ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.UPDATE_INSTANCE)));
    }

    private void save(Grant grant) {
        var authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        authorization.setGroupId(grant.group());
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.id());
        grant.permissions().forEach(authorization::addPermission);
        authorizations.saveAuthorization(authorization);
    }

    private record Grant(String group, Resource resource, String id, Set<? extends Permission> permissions) {

        private String key() {
            return group + "/" + resource.resourceType() + "/" + id;
        }
    }
}
