package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.deployment.NewProgram;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;

/**
 * A new program over a bundle that process owners have published: the owners' bundle stays in force until they take
 * in the new one.
 */
@TidigTest
class OwnersNewProgramTest {

    private static final String LETTER = "forms/letters/decision-grant.html";
    private static final String TAKE_IN = "userTask_takeIn";

    @Autowired
    OwnersDesk desk;

    @Autowired
    NewProgram program;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Play play;

    @Autowired
    FormService forms;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
        jdbc.sql("delete from tidig.models_offer_file").update();
        jdbc.sql("delete from tidig.models_offer").update();
    }

    @Test
    void casesFollowTheOwnersBundleAndThenWhatTheOwnersTakeIn() throws IOException {
        desk.tables("delegation", tables -> {
                    Drawing.cell(tables, "inputEntry_granted_decisionAmount", "<= 200000");
                    Drawing.cell(tables, "inputEntry_grantedLarge_decisionAmount", "> 200000");
                })
                .deploy(port);

        var newer = Bundle.packaged()
                .text(LETTER)
                .replace("Länsstyrelsen beviljar", "Länsstyrelsen har beslutat att bevilja");
        assertThat(newer).isNotEqualTo(Bundle.packaged().text(LETTER));
        program.start(Bundle.packaged().with(Map.of(LETTER, newer.getBytes(StandardCharsets.UTF_8))), folder);

        assertThat(granted()).contains("Länsstyrelsen beviljar");
        play.as("processOwner");
        assertThat(forms.getTaskFormVariables(play.task(TAKE_IN, "new-models").getId())
                        .get("newModels")
                        .toString())
                .contains(LETTER)
                .doesNotContain("dmn/eligibility.dmn");

        desk.write(LETTER, newer).deploy(port);
        play.as("processOwner");
        play.complete(TAKE_IN, "new-models", Map.of("newModelsNote", "Brevet är infört."));
        assertThat(granted()).contains("Länsstyrelsen har beslutat att bevilja");
    }

    /** The decision's letter in a case of the owners' rule that the head decides above 200,000. */
    private String granted() {
        var reference = cases.toPropose(cases.call(), 300_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 300_000L));
        cases.goOn();
        assertThatThrownBy(() -> cases.decide(reference, "deciderK")).isInstanceOf(AuthorizationException.class);
        cases.decide(reference, "headK");
        return cases.letter(reference, "decision");
    }
}
