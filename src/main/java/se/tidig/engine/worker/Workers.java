package se.tidig.engine.worker;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.interceptor.auth.BasicAuthProvider;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tidig.engine.ConditionalOnRole;
import se.tidig.engine.FailureLine;
import se.tidig.engine.TopicTask;
import se.tidig.engine.TopicWorker;
import se.tidig.engine.WorkerAccount;

/**
 * Connects the workers to the engine over REST. They start after the web server, because the engine's address is known
 * only then; {@code tidig.worker.engine-url} names an engine on another machine. A client has one thread, so each topic
 * has its own client and a slow mail server does not delay payments.
 */
@Component
@ConditionalOnRole("worker")
class Workers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final long LOCK_MILLIS = 120_000;
    /**
     * How long the engine waits with its answer if there is nothing to do; stopping the workers waits for the answer
     * too.
     */
    private static final long LONG_POLL_MILLIS = 4_000;

    private final List<TopicWorker> workers;
    private final WorkerAccount account;
    private final String engineUrl;
    private final List<ExternalTaskClient> clients = new ArrayList<>();
    private int port;

    Workers(List<TopicWorker> workers, WorkerAccount account, @Value("${tidig.worker.engine-url:}") String engineUrl) {
        this.workers = workers;
        this.account = account;
        this.engineUrl = engineUrl;
    }

    @EventListener
    void on(WebServerInitializedEvent started) {
        if (started.getApplicationContext().getServerNamespace() == null) {
            port = started.getWebServer().getPort();
        }
    }

    @Override
    public void start() {
        var url = engineUrl.isBlank() ? "http://localhost:" + port + "/engine-rest" : engineUrl;
        for (var worker : workers) {
            var client = ExternalTaskClient.create()
                    .baseUrl(url)
                    .workerId("tidig-" + worker.topic() + "-"
                            + ProcessHandle.current().pid())
                    .addInterceptor(new BasicAuthProvider(WorkerAccount.ID, account.password()))
                    .maxTasks(5)
                    .lockDuration(LOCK_MILLIS)
                    .asyncResponseTimeout(LONG_POLL_MILLIS)
                    .backoffStrategy(new PatientPolls())
                    .build();
            client.subscribe(worker.topic())
                    .handler((task, engine) -> serve(worker, task, engine))
                    .open();
            clients.add(client);
        }
    }

    /** Stops all clients at the same time: each waits for its current work and for the engine's answer. */
    @Override
    public void stop() {
        var endings = clients.stream()
                .map(client -> new Thread(client::stop, "worker-stop"))
                .toList();
        endings.forEach(Thread::start);
        try {
            for (var ending : endings) {
                ending.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clients.clear();
    }

    @Override
    public boolean isRunning() {
        return !clients.isEmpty();
    }

    // Starts after the web server and stops before it.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private static void serve(TopicWorker worker, ExternalTask task, ExternalTaskService engine) {
        try {
            engine.complete(task, worker.work(taskOf(task)));
        } catch (Exception failure) {
            var left = Attempts.left(task.getRetries());
            LOG.warn(
                    "{} {} failed, {} tries left: {}",
                    task.getTopicName(),
                    task.getId(),
                    left,
                    FailureLine.of(failure));
            tell(task, engine, failure, left);
        }
    }

    private static void tell(ExternalTask task, ExternalTaskService engine, Exception failure, int left) {
        try {
            engine.handleFailure(task, Cause.of(failure), trace(failure), left, Attempts.rest(left));
        } catch (RuntimeException untold) {
            // The lock expires, and the task is tried again.
            LOG.warn("{} {}: the engine was not told: {}", task.getTopicName(), task.getId(), FailureLine.of(untold));
        }
    }

    private static TopicTask taskOf(ExternalTask task) {
        return new TopicTask(
                task.getId(),
                task.getTopicName(),
                task.getBusinessKey(),
                task.getProcessDefinitionKey(),
                task.getActivityId(),
                task.getProcessInstanceId(),
                new HashMap<>(task.getAllVariables()));
    }

    private static String trace(Exception failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
