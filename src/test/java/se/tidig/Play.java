package se.tidig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.TopicTask;
import se.tidig.engine.TopicWorker;

/** Plays the people of a case, and the clock: process tests are written with it. */
@Component
public class Play {

    private final StaffRegister staff;
    private final IdentityService identity;
    private final TaskService tasks;
    private final FormService forms;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final HistoryService history;
    private final ManagementService management;
    private final ExternalTaskService external;
    private final List<TopicWorker> workers;

    Play(
            StaffRegister staff,
            IdentityService identity,
            TaskService tasks,
            FormService forms,
            RuntimeService runtime,
            RepositoryService repository,
            HistoryService history,
            ManagementService management,
            ExternalTaskService external,
            List<TopicWorker> workers) {
        this.staff = staff;
        this.identity = identity;
        this.tasks = tasks;
        this.forms = forms;
        this.runtime = runtime;
        this.repository = repository;
        this.history = history;
        this.management = management;
        this.external = external;
        this.workers = workers;
    }

    /** The calls that follow are made by the person, with the person's groups and boards. */
    public Play as(String person) {
        var who = staff.find(person).orElseThrow(() -> new AssertionError("No such person: " + person));
        identity.setAuthentication(who.id(), List.copyOf(who.groups()), List.copyOf(who.tenants()));
        return this;
    }

    /** During the work the person is in this group as well as in their own. */
    public void alsoIn(String group, String person, Runnable work) {
        var who = staff.find(person).orElseThrow(() -> new AssertionError("No such person: " + person));
        var groups = new HashSet<>(who.groups());
        groups.add(group);
        staff.save(new Staff(who.id(), who.name(), who.email(), who.password(), groups, who.boards(), who.active()));
        try {
            work.run();
        } finally {
            staff.save(who);
        }
    }

    /** The calls that follow are made by the system: no authorisation is checked. */
    public Play asNobody() {
        identity.clearAuthentication();
        return this;
    }

    /** The open task at the element of the case, whoever works on it. */
    public Task task(String element, String businessKey) {
        return findTask(element, businessKey)
                .orElseThrow(() -> new AssertionError("No task " + element + " in " + businessKey + "; open are "
                        + openTasks(businessKey) + ", jobs " + openJobs(businessKey)));
    }

    public Optional<Task> findTask(String element, String businessKey) {
        var found = unseen(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(element)
                .initializeFormKeys()
                .list());
        return found.stream().findFirst();
    }

    /** The element ids of the case's open tasks. */
    public List<String> openTasks(String businessKey) {
        return unseen(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(businessKey)
                        .list())
                .stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** Claims the task for the person who is logged in, if nobody has it. */
    public Task claim(String element, String businessKey) {
        var task = task(element, businessKey);
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), identity.getCurrentAuthentication().getUserId());
        }
        return task;
    }

    /** The person at work takes the task, if nobody has it. */
    public void complete(String element, String businessKey, Map<String, Object> answers) {
        var task = claim(element, businessKey).getId();
        forms.submitTaskForm(task, Declared.in(form(task), answers));
    }

    /** The task's form as the person who is logged in gets it. */
    public String form(String task) {
        try (var form = forms.getDeployedTaskForm(task)) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        } catch (BadUserRequestException none) {
            // A task without a form, which only tests of the gate have.
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the process with its start form as the person who is logged in. */
    public ProcessInstance start(String process, Map<String, Object> answers) {
        var definition = unseen(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult());
        return forms.submitStartForm(definition.getId(), answers);
    }

    /** Runs the due jobs, as the job executor would, until none is due; a failing job fails the test. */
    public void runJobs() {
        unseen(() -> {
            while (true) {
                var due = management
                        .createJobQuery()
                        .executable()
                        .withRetriesLeft()
                        .active()
                        .list();
                if (due.isEmpty()) {
                    return null;
                }
                for (var job : due) {
                    // An earlier job may have ended the case.
                    if (management.createJobQuery().jobId(job.getId()).count() == 1) {
                        management.executeJob(job.getId());
                    }
                }
            }
        });
    }

    /** Runs jobs and workers until there is nothing left to do. */
    public void goOn() {
        do {
            runJobs();
        } while (work());
    }

    /**
     * Does the work that waits for workers, as they would over REST, until none is left; failing work fails the test.
     *
     * @return whether there was any work work
     */
    public boolean work() {
        return unseen(() -> {
            for (var any = false; ; any = true) {
                var fetch = external.fetchAndLock(100, "test");
                for (var worker : workers) {
                    fetch = fetch.topic(worker.topic(), 60_000L);
                }
                var locked = fetch.execute();
                if (locked.isEmpty()) {
                    return any;
                }
                locked.forEach(this::work);
            }
        });
    }

    private void work(LockedExternalTask task) {
        var worker = workers.stream()
                .filter(candidate -> candidate.topic().equals(task.getTopicName()))
                .findFirst()
                .orElseThrow();
        try {
            external.complete(task.getId(), "test", worker.work(TopicTask.of(task)));
        } catch (Exception e) {
            throw new AssertionError(task.getTopicName() + " at " + task.getActivityId() + ": " + e.getMessage(), e);
        }
    }

    /** Moves the clock forward and runs what is due. */
    public void pass(Duration time) {
        ClockUtil.offset(ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis() + time.toMillis());
        runJobs();
    }

    /** Moves the clock to the instant and runs what is due. */
    public void passTo(Instant instant) {
        ClockUtil.offset(instant.toEpochMilli() - System.currentTimeMillis());
        runJobs();
    }

    /** The routing variables of the running case. */
    public Map<String, Object> variables(String process, String businessKey) {
        return unseen(() -> {
            var instance = runtime.createProcessInstanceQuery()
                    .processDefinitionKey(process)
                    .processInstanceBusinessKey(businessKey)
                    .singleResult();
            return runtime.getVariables(instance.getId());
        });
    }

    /** Whether the process of the case has ended. */
    public boolean ended(String process, String businessKey) {
        return unseen(() -> history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(businessKey)
                        .finished()
                        .count()
                > 0);
    }

    /** The elements that the case has passed or is at, in order. */
    public List<String> path(String process, String businessKey) {
        return unseen(() -> {
            var instances = history.createHistoricProcessInstanceQuery()
                    .processDefinitionKey(process)
                    .processInstanceBusinessKey(businessKey)
                    .list();
            return instances.stream()
                    .flatMap(instance -> history
                            .createHistoricActivityInstanceQuery()
                            .processInstanceId(instance.getId())
                            .orderPartiallyByOccurrence()
                            .asc()
                            .list()
                            .stream())
                    .map(activity -> activity.getActivityId())
                    .toList();
        });
    }

    /** Nobody is logged in and the clock is right. */
    public void leave() {
        asNobody();
        ClockUtil.reset();
    }

    private Collection<String> openJobs(String businessKey) {
        return unseen(() -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .map(job ->
                        "due " + job.getDuedate() + " retries " + job.getRetries() + " " + job.getExceptionMessage())
                .toList());
    }

    private <T> T unseen(Supplier<T> question) {
        var at = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return question.get();
        } finally {
            if (at != null) {
                identity.setAuthentication(at.getUserId(), at.getGroupIds(), at.getTenantIds());
            }
        }
    }
}
