package se.tidig.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Play;
import se.tidig.TidigTest;

/** A cell that asks for a hundred million numbers becomes an incident of its case, and the node keeps running. */
@TidigTest
class BoundedFeelTest {

    private static final String TABLE =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="drd_endless" name="Ändlös" namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="endless" name="Ändlös" camunda:historyTimeToLive="P30D">
                <decisionTable id="dt" hitPolicy="FIRST">
                  <input id="i1" label="Belopp"><inputExpression id="ie"><text>amount</text></inputExpression></input>
                  <output id="o1" label="Svar" name="answer"/>
                  <rule id="r1"><inputEntry id="c1"><text>-</text></inputEntry><outputEntry id="c2"><text>count(for i in 1..100000000 return i)</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private static final String PROCESS =
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
              <bpmn:process id="endless-case" isExecutable="true" camunda:historyTimeToLive="P30D">
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="ask"/>
                <bpmn:businessRuleTask id="ask" camunda:asyncBefore="true" camunda:decisionRef="endless" camunda:resultVariable="answer" camunda:mapDecisionResult="singleEntry"/>
                <bpmn:sequenceFlow id="f2" sourceRef="ask" targetRef="end"/>
                <bpmn:endEvent id="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    Play play;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Test
    void theStepBecomesAnIncidentThatNamesTheReason() {
        play.asNobody();
        var deployment = repository
                .createDeployment()
                .addString("endless.dmn", TABLE)
                .addString("endless-case.bpmn", PROCESS)
                .deploy();
        try {
            var instance = runtime.startProcessInstanceByKey("endless-case", Map.of("board", "SEK", "amount", 1));
            for (int attempt = 0; attempt < 3; attempt++) {
                var job = management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .singleResult();
                assertThatThrownBy(() -> management.executeJob(job.getId()))
                        .hasStackTraceContaining("räckan 1..100000000 är för lång");
            }
            assertThat(runtime.createIncidentQuery()
                            .processInstanceId(instance.getId())
                            .singleResult()
                            .getActivityId())
                    .isEqualTo("ask");
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    void tablesInFilesNameTheReasonToo() {
        var files = FileRuleSet.of(new Bundle(Map.of("dmn/endless.dmn", TABLE.getBytes(StandardCharsets.UTF_8))));
        assertThatThrownBy(() -> files.decide("endless", Map.of("amount", 1)))
                .isInstanceOf(RuleError.class)
                .hasMessageContaining("räckan 1..100000000 är för lång");
    }

    @Test
    void anExpressionIsJudgedAgainByTheSizeOfALargeFact() {
        var pairs = TABLE.replace("for i in 1..100000000 return i", "for a in rows, b in rows return 1");
        var files = FileRuleSet.of(new Bundle(Map.of("dmn/endless.dmn", pairs.getBytes(StandardCharsets.UTF_8))));
        assertThat(files.decide("endless", Map.of("amount", 1, "rows", List.of(1, 2, 3))))
                .isNotNull();
        assertThatThrownBy(() -> files.decide("endless", Map.of("amount", 1, "rows", Collections.nCopies(5_000, 1))))
                .isInstanceOf(RuleError.class)
                .hasMessageContaining("räknar fram för mycket");
    }
}
