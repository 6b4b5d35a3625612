package se.tidig.owner.lives;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import se.tidig.Declared;
import se.tidig.Play;
import se.tidig.SwedishDate;
import se.tidig.form.Rejected;

/**
 * Lives a life in an engine that holds nothing else, as far as it goes: jobs and workers until all is quiet; then the
 * task that is open, what comes from outside, or the next moment at which something is due.
 */
@Component
class CaseRun {

    private static final int MOST_STEPS = 250;
    private static final int MOST_JOBS = 400;
    private static final int MOST_OF_ONE_TASK = 8;

    private final Play play;
    private final Staffing staffing;
    private final TaskService tasks;
    private final FormService forms;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Clock clock;
    private final Set<String> formsSeen = new TreeSet<>();

    CaseRun(
            Play play,
            Staffing staffing,
            TaskService tasks,
            FormService forms,
            RuntimeService runtime,
            ManagementService management,
            Clock clock) {
        this.play = play;
        this.staffing = staffing;
        this.tasks = tasks;
        this.forms = forms;
        this.runtime = runtime;
        this.management = management;
        this.clock = clock;
    }

    /** The ids of the forms of the tasks that were answered in the latest life. */
    Set<String> formsSeen() {
        return formsSeen;
    }

    /** @throws Incident if a step fails */
    Rest live(Life life) {
        var counts = new HashMap<String, Integer>();
        formsSeen.clear();
        try {
            told("the beginning", life::begin);
            for (int step = 0; step < MOST_STEPS; step++) {
                settle();
                if (!goOn(life, counts)) {
                    return rest(life);
                }
            }
            return Rest.stopped("goes round and round");
        } catch (Refused refused) {
            return Rest.stopped(refused.getMessage());
        } finally {
            play.asNobody();
        }
    }

    /** Something that a person is told and may do something about; the play has no other answer. */
    private static final class Refused extends RuntimeException {

        Refused(String where, String message) {
            super(where + ": " + message);
        }
    }

    private boolean goOn(Life life, Map<String, Integer> counts) {
        var open = open();
        var now = open.stream()
                .filter(task -> !life.isLeft(task.getTaskDefinitionKey()))
                .findFirst();
        if (now.isPresent()) {
            answer(life, now.get(), counts);
            return true;
        }
        if (hasCome(life) || nextMoment()) {
            return true;
        }
        if (!open.isEmpty()) {
            answer(life, open.get(0), counts);
            return true;
        }
        var next = life.next();
        next.ifPresent(what -> told("what follows", what));
        return next.isPresent();
    }

    private List<Task> open() {
        play.asNobody();
        return tasks.createTaskQuery().active().initializeFormKeys().list().stream()
                .sorted(Comparator.comparing(Task::getCreateTime).thenComparing(Task::getTaskDefinitionKey))
                .toList();
    }

    private void answer(Life life, Task task, Map<String, Integer> counts) {
        var element = task.getTaskDefinitionKey();
        if (counts.merge(element, 1, Integer::sum) > MOST_OF_ONE_TASK) {
            throw new Refused(element, "is asked again and again");
        }
        var form =
                task.getCamundaFormRef() == null ? "" : task.getCamundaFormRef().getKey();
        formsSeen.add(form);
        var answers = life.answer(element).orElseGet(() -> PlainAnswers.of(form, SwedishDate.on(clock.instant())));
        String refusal = "nobody is asked";
        for (var person : staffing.of(task)) {
            var refused = submit(person, task, answers);
            if (refused.isEmpty()) {
                life.did(element);
                return;
            }
            refusal = person + " is told: " + refused.get();
            if (task.getAssignee() == null) {
                tasks.setAssignee(task.getId(), null);
            }
            if (!refusal.contains("En annan person")) {
                break;
            }
        }
        throw new Refused(element, refusal);
    }

    /** The words of the refusal, if the person may not or cannot do the task. */
    private Optional<String> submit(String person, Task task, Map<String, Object> answers) {
        try {
            play.as(person);
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), person);
            }
            // What the Tasklist asks for when the person opens the task.
            forms.getTaskFormVariables(task.getId());
            forms.submitTaskForm(task.getId(), Declared.in(play.form(task.getId()), answers));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(refusal(person + " at " + task.getTaskDefinitionKey(), e));
        } finally {
            play.asNobody();
        }
    }

    private void told(String where, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            throw new Refused(where, refusal(where, e));
        } finally {
            play.asNobody();
        }
    }

    /** @throws Incident if the fault is no refusal in words for a person */
    private static String refusal(String where, RuntimeException fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof Rejected || at instanceof AuthorizationException) {
                return at.getMessage();
            }
        }
        throw new Incident(where, fault);
    }

    private boolean hasCome(Life life) {
        for (var waiting : runtime.createEventSubscriptionQuery().list()) {
            if (waiting.getProcessInstanceId() != null) {
                var coming = life.coming(waiting.getActivityId());
                if (coming.isPresent()) {
                    var key = businessKey(waiting);
                    told(waiting.getActivityId(), () -> coming.get().accept(key));
                    return true;
                }
            }
        }
        return false;
    }

    private String businessKey(EventSubscription waiting) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(waiting.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    private boolean nextMoment() {
        var next = management.createJobQuery().timers().active().withRetriesLeft().list().stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .map(Job::getDuedate)
                .min(Comparator.naturalOrder());
        next.ifPresent(due -> ClockUtil.offset(due.getTime() + 1_000 - System.currentTimeMillis()));
        return next.isPresent();
    }

    /** Due jobs and workers until none is left. */
    private void settle() {
        play.asNobody();
        int done = 0;
        do {
            for (var due = due(); !due.isEmpty(); due = due()) {
                for (var job : due) {
                    if (done++ > MOST_JOBS) {
                        throw new Incident("the jobs never end; the latest is " + job.getJobDefinitionId());
                    }
                    execute(job);
                }
            }
        } while (work());
    }

    private List<Job> due() {
        return management.createJobQuery().executable().withRetriesLeft().active().list().stream()
                // A process that the clock starts, such as the yearly review, belongs to no case.
                .filter(job -> !TimerStartEventJobHandler.TYPE.equals(((JobEntity) job).getJobHandlerType()))
                .toList();
    }

    private void execute(Job job) {
        // An earlier job may have ended the case.
        if (management.createJobQuery().jobId(job.getId()).count() == 1) {
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException e) {
                throw new Incident("a job of " + job.getProcessDefinitionKey(), e);
            }
        }
    }

    private boolean work() {
        try {
            return play.work();
        } catch (RuntimeException | AssertionError e) {
            throw new Incident("a worker", e);
        }
    }

    private Rest rest(Life life) {
        var left = runtime.createProcessInstanceQuery().list().stream()
                .map(Execution::getId)
                .flatMap(instance -> places(instance).stream())
                .sorted()
                .collect(Collectors.joining(", "));
        return left.isEmpty() ? Rest.ended(life.outcome()) : Rest.stopped("waits at " + left);
    }

    private List<String> places(String instance) {
        return runtime.getActiveActivityIds(instance);
    }
}
