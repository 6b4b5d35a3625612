package se.tidig.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.Hearings;

/** 25 § FL: material from others is sent to the applicant for comment before a decision that goes against it. */
@TidigTest
class HearingPathsTest {

    private static final String COMMUNICATE = "userTask_communicate";
    private static final String PROPOSE = "userTask_proposeDecision";

    @Autowired
    private ApplicationPlay cases;

    @Autowired
    private ApplicationIntakeService intake;

    @Autowired
    private Hearings hearings;

    @Autowired
    private Play play;

    @Autowired
    private Clock clock;

    @Test
    void withoutMaterialFromOthersNothingNeedsToBeCommunicated() {
        var reference = cases.checked("enforcementDebt", true);

        cases.examine("userTask_examineRefusal", reference, "UPHELD", "uphold", false);

        assertThat(play.openTasks(reference.value())).containsExactly(PROPOSE);
    }

    @Test
    void theReplyIsWaitedForAndLetsTheCaseGoOn() {
        var reference = communicated();
        assertThat(play.openTasks(reference.value())).isEmpty();

        intake.reply(reference, "Skulden är betald.", clock.instant(), null);
        cases.goOn();

        assertThat(play.openTasks(reference.value())).containsExactly(PROPOSE);
        assertThat(hearings.latest(reference).orElseThrow().reply()).isEqualTo("Skulden är betald.");
        assertThat(play.path("application", reference.value())).contains("serviceTask_mailHearing", "catch_replied");
    }

    @Test
    void whenTheTimeIsOverTheCaseGoesOnWithoutReply() {
        var reference = communicated();

        play.pass(Duration.ofDays(20));

        assertThat(play.openTasks(reference.value())).contains(PROPOSE);
        assertThat(hearings.latest(reference).orElseThrow().isReplied()).isFalse();
    }

    @Test
    void aLateReplyIsPutBeforeTheOfficer() {
        var reference = communicated();
        play.pass(Duration.ofDays(20));

        intake.reply(reference, "Skulden är betald.", clock.instant(), null);

        assertThat(play.openTasks(reference.value())).contains(PROPOSE, "userTask_readSupplement");
    }

    @Test
    void aReplyThatComesBeforeTheCaseWaitsForItIsNotLost() {
        var reference = upheld();
        play.as("officerK1").complete(COMMUNICATE, reference.value(), material());
        play.asNobody();
        intake.reply(reference, "Skulden är betald.", clock.instant(), null);

        cases.goOn();

        assertThat(play.openTasks(reference.value())).containsExactly(PROPOSE);
        assertThat(play.path("application", reference.value())).doesNotContain("eventGateway_reply");
    }

    private Reference upheld() {
        var reference = cases.checked("enforcementDebt", true);
        cases.examine("userTask_examineRefusal", reference, "UPHELD", "uphold", true);
        assertThat(play.openTasks(reference.value())).containsExactly(COMMUNICATE);
        return reference;
    }

    private Reference communicated() {
        var reference = upheld();
        cases.complete(COMMUNICATE, reference, material());
        return reference;
    }

    private Map<String, Object> material() {
        return Map.of(
                "hearingText",
                "Kronofogden har den 3 november uppgett att ni har en skuld om 12 000 kr.",
                "replyBy",
                cases.today().plusDays(14).toString());
    }
}
