package se.tidig.races;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.call.CallStatus;
import se.tidig.call.Calls;

/** Calls of every size close, are ranked once and give one proposal to each application; 5,000 are in the bench. */
@TidigTest
class CallSizesTest {

    @LocalServerPort
    int port;

    @Autowired
    SizedCall calls;

    @Autowired
    Calls allCalls;

    @Autowired
    Play play;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Standing standing;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 200})
    void eachApplicationComesToItsProposal(int applications) {
        var call = calls.run(applications, port).call();

        // Without applications there is nothing to decide, and the call continues to its outcome.
        assertThat(allCalls.get(call).status())
                .isEqualTo(applications == 0 ? CallStatus.DECIDED : CallStatus.ALLOCATED);
        assertThat(jdbc.sql("select count(*) from tidig.ranking where call = ?")
                        .param(call.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from engine.act_ru_task where task_def_key_ = 'userTask_proposeDecision'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(applications);
        assertThat(jdbc.sql(
                                """
                                select count(*) from tidig.case_event where kind = 'PRIORITISATION'
                                group by reference having count(*) <> 1
                                """)
                        .query(Integer.class)
                        .list())
                .as("told their place more than once")
                .isEmpty();
        assertThat(jdbc.sql("select count(*) from tidig.application where call = ? and status = 'PRIORITISED'")
                        .param(call.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(applications);
        assertThat(play.openTasks(call.value())).isEmpty();
        standing.isSound();
    }
}
