package se.tidig.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.TidigTest;
import se.tidig.engine.TopicTask;
import se.tidig.engine.TopicWorker;
import se.tidig.engine.WorkerAccount;

@TidigTest
class WorkersTest {

    @LocalServerPort
    int port;

    @Autowired
    WorkerAccount account;

    /** Each waits for an answer to its question for work, and whoever stops Tidig waits for them. */
    @Test
    void idleWorkersStopWithinSeconds() {
        var workers = new Workers(
                List.of(idle("test.first"), idle("test.second")), account, "http://localhost:" + port + "/engine-rest");
        workers.start();
        // Long enough for both to have asked.
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());

        var begun = System.nanoTime();
        workers.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(workers.isRunning()).isFalse();
    }

    private static TopicWorker idle(String topic) {
        return new TopicWorker() {
            @Override
            public String topic() {
                return topic;
            }

            @Override
            public Map<String, Object> work(TopicTask task) {
                throw new AssertionError("There is nothing to do.");
            }
        };
    }
}
