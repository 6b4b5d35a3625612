package se.tidig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.stereotype.Component;

/** The engine's history of what has ended, and the night in which it is removed. */
@Component
public class EngineHistory {

    private final HistoryService history;
    private final Play play;
    private final Clock clock;

    EngineHistory(HistoryService history, Play play, Clock clock) {
        this.history = history;
        this.play = play;
        this.clock = clock;
    }

    /** Lets the time to live of everything that has ended pass, and cleans up. */
    public void forget() {
        play.asNobody();
        history.setRemovalTimeToHistoricProcessInstances()
                .absoluteRemovalTime(Date.from(clock.instant().minus(Duration.ofDays(1))))
                .byQuery(history.createHistoricProcessInstanceQuery().finished())
                .executeAsync();
        play.runJobs();
        history.cleanUpHistoryAsync(true);
        play.runJobs();
        assertThat(history.createHistoricProcessInstanceQuery().finished().count())
                .as("ended processes that the engine still knows")
                .isZero();
    }
}
