package se.tidig.form.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.batch.DeleteBatchCmd;
import org.camunda.bpm.engine.impl.batch.history.DeleteHistoricBatchCmd;
import org.camunda.bpm.engine.impl.cmd.*;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteHistoricProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteProcessInstanceBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricBatchesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricDecisionInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.UpdateCaseDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstanceByDefinitionIdCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstanceByInstanceIdCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstancesBatchCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstancesBulkCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import se.tidig.form.Rejected;

/**
 * What nobody deletes by any road, not even an administrator: models, which running and ended cases need, running
 * cases, and the record of what was done in a case (27 § förvaltningslagen). Only the engine's own clean-up removes
 * history, when its time is over.
 */
final class NeverDeleted {

    private static final String MODELS =
            "Modeller tas inte bort, eftersom pågående och avslutade ärenden behöver dem. Publicera en ny version i stället.";
    private static final String CASES =
            "Ett ärende tas inte bort. En administratör avslutar handläggningen med skäl på ärendets sida i Tidig.";
    private static final String RECORD =
            "Det som har gjorts i ett ärende tas inte bort. Gallringen sker av sig själv när tiden är ute.";
    private static final String WORK =
            "Det som ett ärende väntar på tas inte bort. Åtgärda orsaken och försök igen, eller pausa det.";

    static final Map<Class<?>, String> COMMANDS = Map.ofEntries(
            Map.entry(DeleteDeploymentCmd.class, MODELS),
            Map.entry(AbstractDeleteProcessDefinitionCmd.class, MODELS),
            Map.entry(DeleteProcessDefinitionsByIdsCmd.class, MODELS),
            Map.entry(AbstractDeleteProcessInstanceCmd.class, CASES),
            Map.entry(DeleteProcessInstanceBatchCmd.class, CASES),
            Map.entry(DeleteTaskCmd.class, CASES),
            Map.entry(DeleteJobCmd.class, WORK),
            Map.entry(DeleteJobsCmd.class, WORK),
            Map.entry(DeleteBatchCmd.class, WORK),
            Map.entry(DeleteHistoricBatchCmd.class, RECORD),
            Map.entry(DeleteHistoricProcessInstancesCmd.class, RECORD),
            Map.entry(DeleteHistoricProcessInstancesBatchCmd.class, RECORD),
            Map.entry(DeleteHistoricTaskInstanceCmd.class, RECORD),
            Map.entry(DeleteHistoricVariableInstanceCmd.class, RECORD),
            Map.entry(DeleteHistoricVariableInstancesByProcessInstanceIdCmd.class, RECORD),
            Map.entry(DeleteHistoricCaseInstanceCmd.class, RECORD),
            Map.entry(DeleteHistoricCaseInstancesBulkCmd.class, RECORD),
            Map.entry(DeleteHistoricDecisionInstanceByDefinitionIdCmd.class, RECORD),
            Map.entry(DeleteHistoricDecisionInstanceByInstanceIdCmd.class, RECORD),
            Map.entry(DeleteHistoricDecisionInstancesBatchCmd.class, RECORD),
            Map.entry(DeleteHistoricDecisionInstancesBulkCmd.class, RECORD),
            Map.entry(DeleteUserOperationLogEntryCmd.class, RECORD),
            Map.entry(DeleteAttachmentCmd.class, RECORD),
            Map.entry(DeleteTaskCommentCmd.class, RECORD),
            Map.entry(DeleteProcessInstanceCommentCmd.class, RECORD),
            Map.entry(UpdateCommentCmd.class, RECORD),
            // The clean-up would remove on the next night what gets an earlier day.
            Map.entry(SetRemovalTimeToHistoricBatchesCmd.class, RECORD),
            Map.entry(SetRemovalTimeToHistoricDecisionInstancesCmd.class, RECORD),
            Map.entry(SetRemovalTimeToHistoricProcessInstancesCmd.class, RECORD),
            Map.entry(UpdateProcessDefinitionHistoryTimeToLiveCmd.class, RECORD),
            Map.entry(UpdateDecisionDefinitionHistoryTimeToLiveCmd.class, RECORD),
            Map.entry(UpdateCaseDefinitionHistoryTimeToLiveCmd.class, RECORD));

    private NeverDeleted() {}

    /** Why the command is refused, whoever sends it; empty for commands that delete nothing of the kind. */
    static Optional<String> refusal(Command<?> command) {
        return COMMANDS.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(command))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The refusal of a move that would end a case. */
    static Rejected aCase() {
        return new Rejected("", CASES);
    }
}
