package se.tidig.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.TidigTest;

@TidigTest
class TopicTest {

    @Autowired
    List<TopicWorker> workers;

    @Test
    void modelsMayUseOnlyTheTopicsThatWorkersServe() {
        assertThat(workers)
                .extracting(TopicWorker::topic)
                .containsExactlyInAnyOrderElementsOf(Topic.all().keySet());
    }
}
