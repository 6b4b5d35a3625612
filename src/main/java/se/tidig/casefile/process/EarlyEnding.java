package se.tidig.casefile.process;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.application.Applications;
import se.tidig.call.CallJournal;
import se.tidig.call.Calls;
import se.tidig.engine.AsNobody;
import se.tidig.engine.EarlyEnd;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Board;

/**
 * Ends a process before its model does: the only road on which a running case ends from outside, since nobody may delete
 * it. The records of the case come to their end in the same transaction, and its journal tells who did it and why.
 */
@Service
public class EarlyEnding {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 1000;

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final IdentityService identity;
    private final List<EarlyEnd> records;
    private final Applications applications;
    private final Calls calls;
    private final CaseJournal journal;
    private final CallJournal callJournal;
    private final JdbcClient jdbc;
    private final Clock clock;

    EarlyEnding(
            RuntimeService runtime,
            RepositoryService repository,
            TaskService tasks,
            IdentityService identity,
            List<EarlyEnd> records,
            Applications applications,
            Calls calls,
            CaseJournal journal,
            CallJournal callJournal,
            JdbcClient jdbc,
            Clock clock) {
        this.runtime = runtime;
        this.repository = repository;
        this.tasks = tasks;
        this.identity = identity;
        this.records = records;
        this.applications = applications;
        this.calls = calls;
        this.journal = journal;
        this.callJournal = callJournal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A process that runs and that no other process has called.
     *
     * @param reference the case's or the call's; null where the process belongs to none
     * @param name the process's, in Swedish
     * @param board null where it belongs to none
     */
    public record Running(String id, String process, String name, String reference, Board board) {}

    /** The processes of the case that can be ended. */
    public List<Running> of(String reference) {
        return AsNobody.call(
                identity, () -> runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .rootProcessInstances()
                        .list()
                        .stream()
                        .map(this::running)
                        .toList());
    }

    /** Empty where it has ended, was never there, or was called by another process, which is the one to end. */
    public Optional<Running> find(String instance) {
        return AsNobody.call(identity, () -> Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .rootProcessInstances()
                        .singleResult())
                .map(this::running));
    }

    /**
     * Ends the process with all that it has called.
     *
     * @param actor user id of the administrator
     * @throws Rejected where no reason is given, it has ended already, or the case must come to its end in another way
     */
    @Transactional
    public void end(String instance, String reason, String actor) {
        var why = reason == null ? "" : reason.strip();
        if (why.length() < SHORTEST || why.length() > LONGEST) {
            throw new Rejected("reason", "Skriv skälet till att handläggningen avslutas, med 10 till 1 000 tecken.");
        }
        var ended = find(instance)
                .orElseThrow(() -> new Rejected("", "Processen är redan avslutad. Uppdatera ärendets sida."));
        records.stream()
                .filter(record -> record.process().equals(ended.process()) && ended.reference() != null)
                .forEach(record -> record.end(ended.reference(), actor));
        note(ended, why, actor);
        AsNobody.call(identity, () -> {
            runtime.deleteProcessInstance(instance, "Avslutad av " + actor + ": " + why, true, true, true);
            return null;
        });
    }

    private void note(Running ended, String why, String actor) {
        var waited = AsNobody.call(identity, () -> {
            var query = tasks.createTaskQuery();
            return (ended.reference() == null
                            ? query.processInstanceId(ended.id())
                            : query.processInstanceBusinessKey(ended.reference()))
                    .list().stream().map(Task::getName).toList();
        });
        jdbc.sql(
                        """
                        insert into tidig.early_end (at, actor, process, process_instance, reference, board, waited, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        actor,
                        ended.process(),
                        ended.id(),
                        ended.reference(),
                        ended.board() == null ? null : ended.board().name(),
                        waited.toArray(String[]::new),
                        why)
                .update();
        var text = "Handläggningen ”%s” avslutades i förtid av en administratör. Skäl: %s".formatted(ended.name(), why);
        if (ended.reference() == null) {
            return;
        }
        if (applications.find(ended.reference()).isPresent()) {
            journal.note(ended.reference(), EventKind.ENDED, actor, text);
        } else if (calls.find(ended.reference()).isPresent()) {
            callJournal.note(ended.reference(), actor, text);
        }
    }

    private Running running(ProcessInstance instance) {
        var definition = repository.getProcessDefinition(instance.getProcessDefinitionId());
        return new Running(
                instance.getId(),
                definition.getKey(),
                definition.getName() == null ? definition.getKey() : definition.getName(),
                instance.getBusinessKey(),
                Arrays.stream(Board.values())
                        .filter(board -> board.tenant().equals(instance.getTenantId()))
                        .findFirst()
                        .orElse(null));
    }
}
