package se.tidig.form.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;

/** Covers all commands of the engine: a command that carries variables and takes no road would pass unseen. */
class CommandsTest {

    /** They carry values, but write none to a process. */
    private static final Set<String> HARMLESS = Set.of(
            "EvaluateDecisionCmd",
            "EvaluateDecisionTableCmd",
            "HistoryCleanupSchedulerCmd",
            "SetUserInfoCmd",
            "FetchExternalTasksCmd",
            "DeployCmd",
            // Makes a plan; executing it is a migration.
            "CreateMigrationPlanCmd",
            "UpdateProcessInstancesSuspendStateCmd",
            "UpdateProcessInstancesSuspendStateBatchCmd",
            "SetExternalTasksRetriesCmd",
            "SetExternalTasksRetriesBatchCmd",
            "SetRemovalTimeToHistoricBatchesCmd",
            "SetRemovalTimeToHistoricDecisionInstancesCmd",
            "SetRemovalTimeToHistoricProcessInstancesCmd",
            "GetTaskVariablesCmd",
            "GetExecutionVariablesCmd",
            "GetStartFormVariablesCmd",
            "GetCaseExecutionVariablesCmd",
            // Deletes history; no process reads it.
            "DeleteHistoricVariableInstancesByProcessInstanceIdCmd");

    @Test
    void everyCommandThatCarriesVariablesTakesARoad() {
        var commands = new ClassFileImporter()
                .withImportOption(location -> location.contains("Cmd"))
                .importPackages("org.camunda.bpm.engine.impl");
        assertThat(commands.contain(CompleteTaskCmd.class)).isTrue();
        var unseen = commands.stream()
                .filter(type -> type.isAssignableTo(Command.class)
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> type.getSimpleName().endsWith("Cmd"))
                .filter(CommandsTest::carriesValues)
                .filter(type -> !HARMLESS.contains(type.getSimpleName()))
                .filter(type -> !gated(type))
                .map(JavaClass::getName)
                .sorted()
                .toList();
        assertThat(unseen).isEmpty();
    }

    /** Nobody changes the engine's users; filters, authorisations and links of tasks are no record of a case. */
    private static final Set<String> DELETES_NO_RECORD = Set.of(
            "DeleteAuthorizationCmd",
            "DeleteFilterCmd",
            "DeleteGroupCmd",
            "DeleteGroupIdentityLinkCmd",
            "DeleteIdentityLinkCmd",
            "DeleteIdentityLinkForProcessDefinitionCmd",
            "DeleteLicenseKeyCmd",
            "DeleteMembershipCmd",
            "DeleteMetricsCmd",
            "DeletePropertyCmd",
            "DeleteTaskMetricsCmd",
            "DeleteTenantCmd",
            "DeleteTenantGroupMembershipCmd",
            "DeleteTenantUserMembershipCmd",
            "DeleteUserCmd",
            "DeleteUserIdentityLinkCmd",
            "DeleteUserInfoCmd",
            "DeleteUserPictureCmd",
            // Runs within the engine, when a transaction with a deployment fails.
            "DeleteDeploymentFailCmd",
            "DeleteDeploymentListenerCmd");

    @Test
    void everyCommandThatDeletesIsRefused() {
        var unseen = new ClassFileImporter()
                        .withImportOption(location -> location.contains("Cmd"))
                        .importPackages("org.camunda.bpm.engine.impl")
                        .stream()
                        .filter(type -> type.isAssignableTo(Command.class)
                                && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(type -> type.getSimpleName().matches("Delete.*|.*RemovalTime.*|.*TimeToLive.*"))
                        .filter(type -> !DELETES_NO_RECORD.contains(type.getSimpleName()))
                        .filter(type -> NeverDeleted.COMMANDS.keySet().stream().noneMatch(type::isAssignableTo))
                        .map(JavaClass::getName)
                        .sorted()
                        .toList();
        assertThat(unseen).isEmpty();
    }

    private static boolean carriesValues(JavaClass type) {
        return type.getAllFields().stream()
                .anyMatch(field -> !field.getModifiers().contains(JavaModifier.STATIC)
                        && (field.getName().toLowerCase().contains("variables")
                                || field.getName().equals("properties")
                                || field.getRawType().getName().equals("java.util.Map")
                                || field.getRawType().getSimpleName().endsWith("BuilderImpl")));
    }

    private static boolean gated(JavaClass type) {
        return RoadRegister.GENERIC_WRITES.stream().anyMatch(type::isAssignableTo)
                || RoadRegister.TASKS.stream().anyMatch(type::isAssignableTo)
                || NeverDeleted.COMMANDS.keySet().stream().anyMatch(type::isAssignableTo)
                || RoadRegister.STARTS.stream().anyMatch(type::isAssignableTo)
                || type.isEquivalentTo(GetTaskFormVariablesCmd.class);
    }
}
