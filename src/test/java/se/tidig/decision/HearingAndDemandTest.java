package se.tidig.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.DecisionDemands;
import se.tidig.bundle.Bundle;
import se.tidig.document.Documents;
import se.tidig.document.TemplateFiller;
import se.tidig.form.CaseTask;
import se.tidig.form.WatchedContents;
import se.tidig.notification.Mail;

/** What the applicant is asked, and may demand, before the decision (12 and 25 §§ FL). */
@TidigTest
class HearingAndDemandTest {

    private static final String PROPOSE = "userTask_proposeDecision";
    private static final String OVERSEE = "userTask_overseeDemand";
    private static final String REJECT = "userTask_rejectDemand";

    @Autowired
    Play play;

    @Autowired
    DecisionPlay cases;

    @Autowired
    ApplicationIntakeService intake;

    @Autowired
    DecisionDemands demands;

    @Autowired
    Documents documents;

    @Autowired
    TemplateFiller templates;

    @Autowired
    WatchedContents shown;

    @Autowired
    Clock clock;

    @Test
    void externalMaterialIsCommunicatedBeforeAnAdverseDecision() {
        var reference = cases.takenOn(cases.call(), ApplicationFixture.answers("activeInSwedenSince", "2026-06-01"));
        cases.uphold(reference, "userTask_examineRefusal", "TOO_NEW", true);

        assertThat(play.openTasks(reference.value())).containsExactly("userTask_communicate");
        play.as("officerK1")
                .complete(
                        "userTask_communicate",
                        reference.value(),
                        Map.of(
                                "hearingText",
                                "Skatteverket har uppgett att föreningen registrerades i juni.",
                                "replyBy",
                                SwedishDate.on(clock.instant()).plusDays(14).toString()));
        cases.goOn();
        intake.reply(reference, "Vi har funnits längre.", clock.instant(), Actor.of("forening@example.org"));
        cases.goOn();

        assertThat(play.openTasks(reference.value())).containsExactly(PROPOSE);
    }

    @Test
    void withoutExternalMaterialAnAdverseDecisionNeedsNoHearing() {
        var reference = cases.takenOn(cases.call(), ApplicationFixture.answers("activeInSwedenSince", "2026-06-01"));
        cases.uphold(reference, "userTask_examineRefusal", "TOO_NEW", false);

        assertThat(play.path("application", reference.value())).doesNotContain("userTask_communicate");
        assertThat(play.openTasks(reference.value())).containsExactly(PROPOSE);
    }

    @Test
    void aDemandForADecisionMayBeRefusedByADecisionThatCanBeAppealed() {
        var reference = demanded();
        play.as("deciderK")
                .complete(
                        "userTask_answerDemand",
                        reference.value(),
                        Map.of(
                                "demandDecision", "REFUSE",
                                "demandReasons", "Prioriteringen av ansökningarna är inte klar.",
                                "demandDissent", "Olle Berg anser att ärendet kan avgöras."));
        cases.goOn();

        assertThat(cases.letter(reference, "demand-refused"))
                .contains("Prioriteringen av ansökningarna är inte klar.")
                .contains("Avvikande mening: Olle Berg anser att ärendet kan avgöras.")
                .contains("Ställ det till Förvaltningsrätten i Växjö")
                .contains("Länsstyrelsen i Blekinge län, 371 86 Karlskrona, blekinge@lansstyrelsen.se")
                .contains("12 § andra stycket", "inom tre veckor")
                .doesNotContain("ska skrivas under", "länsstyrelsen inte ändrar");
        shown.givesEachField("demand", reference, Map.of());
        shown.givesEachField("timeLimits", reference, Map.of());
        assertThat(play.path("application", reference.value())).contains("endEvent_demandRefused");
        assertThat(play.openTasks(reference.value())).contains(PROPOSE);
    }

    @Test
    void aDemandMayBeAnsweredByDecidingInTime() {
        var reference = demanded();
        play.as("deciderK")
                .complete(
                        "userTask_answerDemand",
                        reference.value(),
                        Map.of("demandDecision", "DECIDE", "demandReasons", "Ärendet avgörs nästa vecka."));

        assertThat(documents.latest(reference, "demand-refused")).isEmpty();
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        cases.decide(reference, "deciderK");

        assertThat(play.path("application", reference.value())).contains("endEvent_demandAccepted");
        assertThat(play.ended("application", reference.value())).isTrue();
    }

    @Test
    void theHeadOfUnitIsToldAWeekBeforeTheFourWeeksEnd() {
        var reference = demanded();
        assertThat(play.openTasks(reference.value())).doesNotContain(OVERSEE);
        play.as("deciderK")
                .complete(
                        "userTask_answerDemand",
                        reference.value(),
                        Map.of("demandDecision", "DECIDE", "demandReasons", "Ärendet avgörs nästa vecka."));

        play.passTo(weekBeforeTheAnswer(reference).minusSeconds(1));
        assertThat(play.openTasks(reference.value())).doesNotContain(OVERSEE);
        play.passTo(weekBeforeTheAnswer(reference).plusSeconds(1));
        assertThat(play.openTasks(reference.value())).contains(OVERSEE);
        play.as("headK").complete(OVERSEE, reference.value(), Map.of("overseeNote", "Föredraget på fredag."));

        cases.propose(reference, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        cases.decide(reference, "deciderK");
        assertThat(play.ended("application", reference.value())).isTrue();
    }

    @Test
    void anUnansweredDemandIsToldToTheHeadOfUnitToo() {
        var reference = demanded();

        play.passTo(weekBeforeTheAnswer(reference).plusSeconds(1));

        assertThat(play.openTasks(reference.value())).contains("userTask_answerDemand", OVERSEE);
    }

    @Test
    void anEarlyDemandIsRejectedByADecisionThatCanBeAppealed() {
        var reference = cases.toPropose(cases.call(), 100_000);
        demand(reference);

        assertThat(play.openTasks(reference.value())).contains(REJECT).doesNotContain("userTask_answerDemand");
        reject(reference, "Olle Berg anser att begäran ska prövas.");

        assertThat(cases.letter(reference, "demand-rejected"))
                .contains("avvisar er begäran", "innan sex månader hade gått", "Så här överklagar ni")
                .contains("Avvikande mening: Olle Berg anser att begäran ska prövas.");
        assertThat(mail("demand-rejected.txt", reference))
                .contains("Avvikande mening:", "Olle Berg anser att begäran ska prövas.");
        assertThat(play.path("application", reference.value())).contains("endEvent_demandRejected");
        assertThat(play.openTasks(reference.value())).contains(PROPOSE);
    }

    @Test
    void aSecondDemandIsRejectedAndTheFirstStaysToBeAnswered() {
        var reference = demanded();
        demand(reference);
        reject(reference, null);

        assertThat(cases.letter(reference, "demand-rejected"))
                .contains("redan begärt att ärendet ska avgöras")
                .doesNotContain("Avvikande mening");
        play.as("deciderK")
                .complete(
                        "userTask_answerDemand",
                        reference.value(),
                        Map.of(
                                "demandDecision", "REFUSE",
                                "demandReasons", "Prioriteringen av ansökningarna är inte klar."));
        cases.goOn();
        assertThat(cases.letter(reference, "demand-refused")).contains("Prioriteringen av ansökningarna är inte klar.");
    }

    private void reject(Reference reference, String dissent) {
        var answers = new HashMap<String, Object>(Map.of("demandReasons", "Begäran får inte göras nu."));
        if (dissent != null) {
            answers.put("demandDissent", dissent);
        }
        play.as("deciderK").complete(REJECT, reference.value(), answers);
        cases.goOn();
    }

    /** The text as the party reads it on Mina sidor, or the HTML as it is mailed. */
    private String mail(String name, Reference reference) {
        var text = new String(Bundle.packaged().files().get("forms/mails/" + name), StandardCharsets.UTF_8);
        var task = new CaseTask(
                reference,
                "K",
                "application",
                null,
                name,
                null,
                null,
                null,
                Map.of(Mail.ON_MY_PAGES, name.endsWith(".txt")));
        return name.endsWith(".txt") ? templates.text(text, task) : templates.html(text, task);
    }

    @Test
    void aDecisionAnswersTheDemandByItself() {
        var reference = demanded();
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        cases.decide(reference, "deciderK");

        assertThat(play.path("application", reference.value())).contains("endEvent_demandMoot", "endEvent_delayMoot");
        assertThat(play.ended("application", reference.value())).isTrue();
    }

    /** The four weeks end on a weekday, so a period that would end on a weekend is longer. */
    private Instant weekBeforeTheAnswer(Reference reference) {
        var answerBy = demands.latest(reference).orElseThrow().answerBy();
        return SwedishDate.startOf(answerBy.minusDays(7));
    }

    private Reference demanded() {
        var reference = cases.toPropose(cases.call(), 100_000);
        play.pass(Duration.ofDays(190));
        demand(reference);
        return reference;
    }

    private void demand(Reference reference) {
        play.asNobody();
        intake.demandDecision(
                reference,
                "Vi begär att ärendet avgörs.",
                SwedishDate.on(clock.instant()),
                Actor.of("forening@example.org"));
        cases.goOn();
    }
}
