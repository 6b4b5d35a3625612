package se.tidig.form.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.junit.jupiter.api.Test;

/** What has failed in Tidig is never told as a fault of the request, and the other way about. */
class RequestFaultTest {

    private static final String READS = "org.camunda.bpm.engine.rest.dto.runtime.ProcessInstanceQueryDto";
    private static final String ENGINE = "org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd";

    @Test
    void whatCamundaFallsOverWhileItReadsIsTheRequests() {
        assertThat(status(READS, "se.tidig.form.process.GateInterceptor", "se.tidig.engine.security.ActingStaffFilter"))
                .isEqualTo(400);
        assertThat(status("java.util.Objects", READS, ENGINE)).isEqualTo(400);
    }

    @Test
    void whatFallsWithinAStepIsTidigsHoweverDeepInCamunda() {
        assertThat(status("se.tidig.decision.process.WriteDecision", ENGINE)).isEqualTo(500);
        assertThat(status(
                        "org.camunda.bpm.engine.impl.RuntimeServiceImpl",
                        "se.tidig.decision.process.WriteDecision",
                        ENGINE))
                .isEqualTo(500);
        assertThat(status("org.camunda.feel.FeelEngine", "se.tidig.form.process.TaskWork", ENGINE))
                .isEqualTo(500);
        assertThat(status("java.util.Objects")).as("nobody knows whose").isEqualTo(500);
    }

    private static int status(String... frames) {
        var failure = new NullPointerException("x");
        failure.setStackTrace(Arrays.stream(frames)
                .map(name -> new StackTraceElement(name, "method", "File.java", 1))
                .toArray(StackTraceElement[]::new));
        var answer = RequestFault.answer(failure);
        assertThat(((ExceptionDto) answer.getEntity()).getMessage().contains("Troligen saknar"))
                .isEqualTo(answer.getStatus() == 400);
        return answer.getStatus();
    }
}
