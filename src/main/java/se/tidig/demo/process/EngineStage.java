package se.tidig.demo.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import se.tidig.demo.Stage;
import se.tidig.engine.EngineTime;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.Topic;
import se.tidig.engine.TopicTask;
import se.tidig.engine.TopicWorker;

/** Plays on the engine of this JVM and moves its clock: the job executor and the workers do not run yet. */
@Component
class EngineStage implements Stage {

    private static final String WORKER = "demo";
    private static final long LOCK_MILLIS = 600_000;

    private final StaffRegister staff;
    private final IdentityService identity;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final FormService forms;
    private final ManagementService management;
    private final HistoryService history;
    private final ExternalTaskService external;
    private final List<TopicWorker> workers;
    private final Clock clock;

    /** The clock's offset before the demonstration; {@code tidig.clock-offset} may have moved it. */
    private Long home;

    EngineStage(
            StaffRegister staff,
            IdentityService identity,
            RepositoryService repository,
            TaskService tasks,
            FormService forms,
            ManagementService management,
            HistoryService history,
            ExternalTaskService external,
            List<TopicWorker> workers,
            Clock clock) {
        this.staff = staff;
        this.identity = identity;
        this.repository = repository;
        this.tasks = tasks;
        this.forms = forms;
        this.management = management;
        this.history = history;
        this.external = external;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public void to(Instant instant) {
        if (home == null) {
            home = clock.millis() - System.currentTimeMillis();
        } else if (!instant.isAfter(clock.instant())) {
            return;
        } else {
            passTo(instant);
        }
        set(instant);
        goOn();
    }

    private void passTo(Instant instant) {
        while (true) {
            var next = management
                    .createJobQuery()
                    .withRetriesLeft()
                    .active()
                    .duedateLowerThan(Date.from(instant))
                    .orderByJobDuedate()
                    .asc()
                    .list()
                    .stream()
                    .filter(this::isOfTheStory)
                    .findFirst();
            if (next.isEmpty()) {
                return;
            }
            var due = next.get().getDuedate().toInstant();
            if (due.isAfter(clock.instant())) {
                set(due);
            }
            goOn();
        }
    }

    /**
     * Whether it is not the engine's nightly clean-up of history: that plans its next run only after the transaction, and
     * within the story it would be due for ever.
     */
    private boolean isOfTheStory(Job job) {
        return history.findHistoryCleanupJobs().stream()
                .noneMatch(cleanUp -> cleanUp.getId().equals(job.getId()));
    }

    private static void set(Instant instant) {
        EngineTime.offset(Duration.ofMillis(instant.toEpochMilli() - System.currentTimeMillis()));
    }

    @Override
    public void leave() {
        identity.clearAuthentication();
        if (home != null) {
            // Less than a second is only the time between reading the two clocks, not an offset.
            EngineTime.offset(Math.abs(home) < 1000 ? Duration.ZERO : Duration.ofMillis(home));
            home = null;
        }
    }

    @Override
    public void answer(String person, String element, String businessKey, Map<String, Object> answers) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(element)
                .singleResult();
        if (task == null) {
            throw new IllegalStateException("No task " + element + " in " + businessKey + ", where there are "
                    + tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list().stream()
                            .map(found -> found.getTaskDefinitionKey())
                            .toList());
        }
        enter(person);
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), person);
        }
        forms.submitTaskForm(task.getId(), declared(task.getId(), answers));
        identity.clearAuthentication();
        goOn();
    }

    /** A person who is asked about conflicts of interest declares none, unless the story says otherwise. */
    private Map<String, Object> declared(String task, Map<String, Object> answers) {
        try (var form = forms.getDeployedTaskForm(task)) {
            var asked = new String(form.readAllBytes(), StandardCharsets.UTF_8).contains("\"conflictAnswer\"");
            var all = new HashMap<>(answers);
            if (asked) {
                all.putIfAbsent("conflictAnswer", "none");
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String start(String person, String process, Map<String, Object> answers) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        enter(person);
        var started = forms.submitStartForm(definition.getId(), answers);
        identity.clearAuthentication();
        goOn();
        return started.getBusinessKey();
    }

    private void enter(String person) {
        var who = staff.find(person).orElseThrow();
        identity.setAuthentication(who.id(), List.copyOf(who.groups()), List.copyOf(who.tenants()));
    }

    @Override
    public void goOn() {
        do {
            runJobs();
        } while (work(Topic.NOTIFICATION_SEND.name()));
    }

    @Override
    public void handOver() {
        work(Topic.PAYMENT_EXPORT.name());
        goOn();
    }

    private void runJobs() {
        while (true) {
            var due = management.createJobQuery().executable().withRetriesLeft().active().list().stream()
                    .filter(this::isOfTheStory)
                    .toList();
            if (due.isEmpty()) {
                return;
            }
            for (var job : due) {
                // An earlier event may have ended this wait.
                if (due.size() == 1
                        || management.createJobQuery().jobId(job.getId()).count() == 1) {
                    management.executeJob(job.getId());
                }
            }
        }
    }

    /** Whether there was anything to do. */
    private boolean work(String topic) {
        var locked =
                external.fetchAndLock(100, WORKER).topic(topic, LOCK_MILLIS).execute();
        locked.forEach(this::work);
        return !locked.isEmpty();
    }

    private void work(LockedExternalTask task) {
        var worker = workers.stream()
                .filter(candidate -> candidate.topic().equals(task.getTopicName()))
                .findFirst()
                .orElseThrow();
        try {
            var result = worker.work(TopicTask.of(task));
            external.complete(task.getId(), WORKER, result);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(task.getActivityId() + " of " + task.getBusinessKey(), e);
        }
    }
}
