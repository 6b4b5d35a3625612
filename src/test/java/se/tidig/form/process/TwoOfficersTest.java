package se.tidig.form.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.form.FormAnswers;
import se.tidig.form.Rejected;

@TidigTest
class TwoOfficersTest {

    @Autowired
    private Play play;

    @Autowired
    private TestModels models;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormAnswers answers;

    @RepeatedTest(3)
    void ofTwoWhoCompleteTheSameTaskAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        models.deploy();
        play.as("registrarK").start(TestModels.PROCESS, Map.of("applicant", "Förening", "atBoard", "K"));
        var taskId = play.task("userTask_assess", "T-1").getId();
        var together = new CyclicBarrier(2);
        var told = new ArrayList<String>();
        try (var people = closing(Executors.newFixedThreadPool(2))) {
            var attempts = List.of("officerK1", "officerK2").stream()
                    .<Callable<String>>map(person -> () -> {
                        play.as(person);
                        together.await();
                        try {
                            tasks.complete(taskId, Map.of("need", 1, "outcome", "GRANT"));
                            return "slutförd";
                        } catch (Rejected e) {
                            return e.getMessage();
                        }
                    })
                    .toList();
            for (var attempt : people.threads().invokeAll(attempts)) {
                told.add(attempt.get());
            }
        }
        assertThat(told).containsExactlyInAnyOrder("slutförd", "Uppgiften är redan avslutad av någon annan.");
        assertThat(answers.of(Reference.of("T-1"))).hasSize(2);
    }

    private record People(java.util.concurrent.ExecutorService threads) implements AutoCloseable {
        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    private static People closing(java.util.concurrent.ExecutorService threads) {
        return new People(threads);
    }
}
