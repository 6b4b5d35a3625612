package se.tidig.form.process;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.*;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.CaseExecutionVariableCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.CreateCaseInstanceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import se.tidig.engine.WorkerAccount;
import se.tidig.form.Rejected;

/** Which of the engine's commands take which road through the gate. */
@Component
class RoadRegister {

    /** Commands that write by other ways than forms: for administrators, and journalled. */
    static final List<Class<?>> GENERIC_WRITES = List.of(
            AbstractVariableCmd.class,
            AbstractPatchVariablesCmd.class,
            SetVariablesToProcessInstancesBatchCmd.class,
            AbstractCorrelateMessageCmd.class,
            CorrelateAllMessageBatchCmd.class,
            MessageEventReceivedCmd.class,
            SignalEventReceivedCmd.class,
            SignalCmd.class,
            EvaluateStartConditionCmd.class,
            StartProcessInstanceAtActivitiesCmd.class,
            ModifyProcessInstanceCmd.class,
            ModifyProcessInstanceAsyncCmd.class,
            AbstractModificationCmd.class,
            AbstractProcessInstanceModificationCommand.class,
            AbstractRestartProcessInstanceCmd.class,
            AbstractMigrationCmd.class,
            SetProcessDefinitionVersionCmd.class,
            HandleExternalTaskCmd.class,
            ResolveIncidentCmd.class,
            SetAnnotationForIncidentCmd.class,
            CaseExecutionVariableCmd.class,
            CreateCaseInstanceCmd.class);

    static final List<Class<?>> STARTS = List.of(SubmitStartFormCmd.class, StartProcessInstanceCmd.class);

    static final List<Class<?>> TASKS = List.of(
            CompleteTaskCmd.class,
            SubmitTaskFormCmd.class,
            HandleTaskBpmnErrorCmd.class,
            HandleTaskEscalationCmd.class,
            DelegateTaskCmd.class,
            ClaimTaskCmd.class,
            AbstractAddIdentityLinkCmd.class,
            SetTaskOwnerCmd.class,
            SaveTaskCmd.class);

    /** A personal authorisation would let a person who is recused or of another group back to a task. */
    private static final List<Class<?>> AUTHORIZATIONS =
            List.of(SaveAuthorizationCmd.class, DeleteAuthorizationCmd.class);

    private final TaskWork tasks;
    private final Assignment assignment;
    private final StartWork starts;
    private final TaskContent content;
    private final AdminWrites journal;

    RoadRegister(TaskWork tasks, Assignment assignment, StartWork starts, TaskContent content, AdminWrites journal) {
        this.tasks = tasks;
        this.assignment = assignment;
        this.starts = starts;
        this.content = content;
        this.journal = journal;
    }

    /** Whether the command completes a user task, which only a person may. */
    static boolean completes(Command<?> command) {
        return command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd;
    }

    /** Whether the command is one that people work with, and not the system's. */
    static boolean byPeople(Command<?> command) {
        return is(command, TASKS) || is(command, STARTS);
    }

    static boolean isGated(Command<?> command) {
        return byPeople(command)
                || is(command, GENERIC_WRITES)
                || NeverDeleted.refusal(command).isPresent()
                || command instanceof GetTaskFormVariablesCmd
                || command instanceof GetTaskFormCmd
                || command instanceof GetDeployedTaskFormCmd
                || is(command, AUTHORIZATIONS)
                || Notes.isNote(command)
                || Notes.isRead(command)
                || Overviews.isOverview(command);
    }

    private static boolean is(Command<?> command, List<Class<?>> classes) {
        return classes.stream().anyMatch(type -> type.isInstance(command));
    }

    /** Executes the command, or the part of it that is allowed, or throws. */
    <T> T take(Command<T> command, Authentication person, CommandExecutor next) {
        if (person == null) {
            throw new Rejected("", "En uppgift kan bara slutföras av en inloggad person.");
        }
        NeverDeleted.refusal(command).ifPresent(why -> {
            throw new Rejected("", why);
        });
        if (is(command, AUTHORIZATIONS)) {
            throw new Rejected(
                    "",
                    "Behörigheter följer av grupper och länsstyrelser. En administratör ändrar dem på sidan Personal.");
        }
        if (command instanceof ResolveTaskCmd || command instanceof DelegateTaskCmd) {
            throw new Rejected("", "Uppgifter delegeras inte. Gör uppgiften ledig eller tilldela den en annan person.");
        }
        if (command instanceof CompleteTaskCmd) {
            return complete(
                    next,
                    tasks.complete(Fields.text(command, "taskId"), Fields.map(command, "variables"), person),
                    variables -> new CompleteTaskCmd(
                            Fields.text(command, "taskId"),
                            variables,
                            Fields.flag(command, "returnVariables"),
                            Fields.flag(command, "deserializeReturnedVariables")));
        }
        if (command instanceof SubmitTaskFormCmd) {
            return complete(
                    next,
                    tasks.complete(Fields.text(command, "taskId"), Fields.map(command, "properties"), person),
                    variables -> new SubmitTaskFormCmd(
                            Fields.text(command, "taskId"),
                            variables,
                            Fields.flag(command, "returnVariables"),
                            Fields.flag(command, "deserializeValues")));
        }
        if (command instanceof HandleTaskBpmnErrorCmd) {
            tasks.leave(
                    Fields.text(command, "taskId"),
                    Fields.text(command, "errorCode"),
                    true,
                    Fields.map(command, "variables"),
                    person);
            return next.execute(command);
        }
        if (command instanceof HandleTaskEscalationCmd) {
            tasks.leave(
                    Fields.text(command, "taskId"),
                    Fields.text(command, "escalationCode"),
                    false,
                    Fields.map(command, "variables"),
                    person);
            return next.execute(command);
        }
        if (command instanceof SubmitStartFormCmd || command instanceof StartProcessInstanceCmd) {
            return start(command, person, next);
        }
        if (command instanceof GetTaskFormVariablesCmd read) {
            content.check(read.resourceId);
            var variables = (VariableMap) next.execute(command);
            content.add(variables, read.resourceId, read.formVariableNames, person);
            @SuppressWarnings("unchecked")
            var result = (T) variables;
            return result;
        }
        if (command instanceof GetTaskFormCmd) {
            content.check(Fields.text(command, "taskId"));
            return next.execute(command);
        }
        if (command instanceof GetDeployedTaskFormCmd) {
            content.check(Fields.text(command, "taskId"));
            @SuppressWarnings("unchecked")
            var form = (T) content.form(Fields.text(command, "taskId"), person).orElse(null);
            return form == null ? next.execute(command) : form;
        }
        if (Overviews.isOverview(command)) {
            return Overviews.take(command, person, next);
        }
        if (Notes.isRead(command)) {
            content.checkNote(Fields.text(command, "taskId"), person);
            return next.execute(command);
        }
        if (Notes.isNote(command)) {
            Notes.check(command);
            return next.execute(command);
        }
        if (is(command, TASKS)) {
            return next.execute(assignment.check(command, person));
        }
        return write(command, person, next);
    }

    @SuppressWarnings("unchecked")
    private <T> T start(Command<T> command, Authentication person, CommandExecutor next) {
        Function<Command<?>, ProcessInstance> engine = replaced -> (ProcessInstance) next.execute(replaced);
        return (T)
                (command instanceof SubmitStartFormCmd form
                        ? starts.submit(form, person, engine)
                        : starts.start((StartProcessInstanceCmd) command, person, engine));
    }

    private <T> T write(Command<T> command, Authentication person, CommandExecutor next) {
        var worker = command instanceof HandleExternalTaskCmd
                && person.getGroupIds() != null
                && person.getGroupIds().contains(WorkerAccount.GROUP);
        if (!worker) {
            if (!Context.getCommandContext().getAuthorizationManager().isCamundaAdmin(person)) {
                throw new Rejected(
                        "",
                        "Ett ärende ändras genom sina uppgifter och formulär. Be en administratör om något måste rättas.");
            }
            starts.checkPublished(command);
            journal.add(command, person.getUserId());
        }
        return CaseMoves.take(command, next);
    }

    /** If a conflict of interest was declared, there is nothing to complete, and no variables to return. */
    @SuppressWarnings("unchecked")
    private static <T> T complete(
            CommandExecutor next, Optional<VariableMap> stored, Function<VariableMap, Command<?>> command) {
        return stored.isPresent() ? (T) next.execute(command.apply(stored.get())) : (T) Variables.createVariables();
    }
}
