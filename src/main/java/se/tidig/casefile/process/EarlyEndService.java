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
import se.tidig.Actor;
import se.tidig.Reference;
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
 * Ends a process before its model does. This is the only way to end a running case from outside, because nobody may
 * delete it. The records of the case are closed in the same transaction, and its journal says who ended it and why.
 */
@Service
public class EarlyEndService {

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

    EarlyEndService(
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
     * A running process that no other process has called.
     *
     * @param name of the process, in Swedish
     * @param businessKey the reference of the case or the call, or the key of a milestone; null if the process has none
     * @param board null if the process belongs to none
     */
    public record Running(String id, String process, String name, String businessKey, Board board) {

        /** The case or the call; empty if the process belongs to none. */
        public Optional<Reference> reference() {
            return Reference.find(businessKey);
        }
    }

    /** The processes of the case that can be ended. */
    public List<Running> of(Reference reference) {
        return AsNobody.call(identity, () -> runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .rootProcessInstances()
                .list()
                .stream()
                .map(this::running)
                .toList());
    }

    /**
     * Empty if the process has ended or does not exist, or if another process called it: that one can be ended instead.
     */
    public Optional<Running> find(String instance) {
        return AsNobody.call(identity, () -> Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .rootProcessInstances()
                        .singleResult())
                .map(this::running));
    }

    /**
     * Ends the process and all processes that it has called.
     *
     * @param actor user id of the administrator
     * @throws Rejected if no reason is given, if the process has already ended, or if the case must be ended in another
     *     way
     */
    @Transactional
    public void end(String instance, String reason, Actor actor) {
        var why = reason == null ? "" : reason.strip();
        if (why.length() < SHORTEST || why.length() > LONGEST) {
            throw new Rejected("reason", "Skriv skälet till att handläggningen avslutas, med 10 till 1 000 tecken.");
        }
        var ended = find(instance)
                .orElseThrow(() -> new Rejected("", "Processen är redan avslutad. Uppdatera ärendets sida."));
        ended.reference().ifPresent(reference -> records.stream()
                .filter(record -> record.process().equals(ended.process()))
                .forEach(record -> record.end(reference, actor)));
        note(ended, why, actor);
        AsNobody.call(identity, () -> {
            runtime.deleteProcessInstance(instance, "Avslutad av " + actor + ": " + why, true, true, true);
            return null;
        });
    }

    private void note(Running ended, String why, Actor actor) {
        var waited = AsNobody.call(identity, () -> {
            var query = tasks.createTaskQuery();
            return (ended.businessKey() == null
                            ? query.processInstanceId(ended.id())
                            : query.processInstanceBusinessKey(ended.businessKey()))
                    .list().stream().map(Task::getName).toList();
        });
        jdbc.sql(
                        """
                        insert into tidig.early_end (at, actor, process, process_instance, reference, board, waited, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        Actor.text(actor),
                        ended.process(),
                        ended.id(),
                        ended.businessKey(),
                        ended.board() == null ? null : ended.board().name(),
                        waited.toArray(String[]::new),
                        why)
                .update();
        var text = "Handläggningen ”%s” avslutades i förtid av en administratör. Skäl: %s".formatted(ended.name(), why);
        ended.reference().ifPresent(reference -> {
            if (applications.find(reference).isPresent()) {
                journal.note(reference, EventKind.ENDED, actor, text);
            } else if (calls.find(reference).isPresent()) {
                callJournal.note(reference, actor, text);
            }
        });
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
