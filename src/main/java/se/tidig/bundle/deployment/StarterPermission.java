package se.tidig.bundle.deployment;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;
import se.tidig.bundle.Bundle;

/**
 * Permits the groups that a model names as candidate starters to start its process in Tasklist. The engine does not
 * enforce that list, so each deployed bundle is turned into authorizations.
 */
@Component
class StarterPermission {

    private final AuthorizationService authorizations;

    StarterPermission(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /**
     * Permits the groups that the bundle names to start its processes, and withdraws the permission from groups that
     * only the previous bundle named.
     *
     * @param before the groups of the previous bundle, as {@link #named} returns them
     * @param now the groups of the new bundle
     */
    void permit(Map<String, Set<String>> before, Map<String, Set<String>> now) {
        now.forEach((process, groups) -> {
            groups.forEach(group -> {
                grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
                grant(group, Resources.PROCESS_DEFINITION, process, ProcessDefinitionPermissions.CREATE_INSTANCE);
            });
            before.getOrDefault(process, Set.of()).stream()
                    .filter(group -> !groups.contains(group))
                    .forEach(group -> revoke(group, process));
        });
    }

    /** The groups that each process names, by the process's id; an empty set if it names none. */
    static Map<String, Set<String>> named(Bundle bundle) {
        var starters = new TreeMap<String, Set<String>>();
        for (var file : bundle.names("processes/", ".bpmn")) {
            var model = Bpmn.readModelFromStream(new ByteArrayInputStream(bundle.bytes(file)));
            for (var process : model.getModelElementsByType(Process.class)) {
                var groups = new TreeSet<String>();
                process.getCamundaCandidateStarterGroupsList().forEach(group -> groups.add(group.strip()));
                starters.put(process.getId(), groups);
            }
        }
        return starters;
    }

    private void grant(String group, Resource resource, String id, Permission permission) {
        var present = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (present == null) {
            present = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            present.setGroupId(group);
            present.setResource(resource);
            present.setResourceId(id);
        } else if (present.isPermissionGranted(permission)) {
            return;
        }
        present.addPermission(permission);
        authorizations.saveAuthorization(present);
    }

    private void revoke(String group, String process) {
        authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(process)
                .list()
                .forEach(present -> authorizations.deleteAuthorization(present.getId()));
    }
}
