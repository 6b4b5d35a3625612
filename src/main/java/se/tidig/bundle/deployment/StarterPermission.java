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
 * Who may start a process in Tasklist: the groups that the model names as candidate starters. To the engine these are
 * only a hint, so each deployed bundle is turned into permissions here.
 */
@Component
class StarterPermission {

    private final AuthorizationService authorizations;

    StarterPermission(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /**
     * Lets the groups that the bundle names start its processes, and no longer those that only the one before named.
     *
     * @param before what {@link #named} reads of it
     * @param now the same of the new one
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

    /** By the process's id the groups that its model names; none where it names none. */
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
