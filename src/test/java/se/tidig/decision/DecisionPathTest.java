package se.tidig.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.ApplicationStatus;
import se.tidig.application.Applications;
import se.tidig.form.Rejected;

/** From the proposal to the dispatched decision, with every end of a case. */
@TidigTest
class DecisionPathTest {

    private static final String DECIDE = "userTask_decide";

    @Autowired
    Play play;

    @Autowired
    DecisionPlay cases;

    @Autowired
    ApplicationIntakeService intake;

    @Autowired
    Applications applications;

    @Autowired
    Decisions decisions;

    @Autowired
    CaseDecisionService deciding;

    @Autowired
    GrantDecisionService granted;

    @Autowired
    DecidedCallService callDecisions;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Clock clock;

    @Test
    void theWholeRequestIsGrantedAndTheGrantBegins() {
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        cases.decide(reference, "deciderK");

        var decision = decisions.get(reference);
        assertThat(decision.kind()).isEqualTo(DecisionKind.GRANT);
        assertThat(decision.amount()).isEqualTo(Sek.of(100_000));
        assertThat(decision.decidedOn()).isEqualTo(SwedishDate.on(clock.instant()));
        assertThat(decision.decider()).isEqualTo(Actor.of("deciderK"));
        assertThat(decision.proposer()).isEqualTo(Actor.of("officerK1"));
        assertThat(decision.payingBoard()).isEqualTo("F");
        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.DECIDED);
        assertThat(play.ended("application", reference.value())).isTrue();
        assertThat(play.path("application", reference.value())).endsWith("serviceTask_startGrant", "endEvent_granted");
        assertThat(granted.ofCall(decision.call())).containsExactly(reference);
        assertThat(granted.get(reference).conditions())
                .containsExactly("Bidraget får bara användas till språkcaféet.", "Behåll alla underlag.");
    }

    @Test
    void theLetterOfAGrantSaysWhatTheOrdinanceDemands() {
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        cases.decide(reference, "deciderK");

        assertThat(cases.letter(reference, "decision"))
                .contains("Språkcafé Bryggan", "Språkcafé två kvällar i veckan.")
                .contains("100 000 kr, hela det sökta beloppet")
                .contains("100 000 kr, tidigast " + SwedishDate.text(SwedishDate.on(clock.instant())))
                .contains("Bidraget får bara användas till språkcaféet.")
                .contains("Redovisningen ska granskas av en revisor (14 a §)")
                .contains("slutredovisning, som ska ha kommit in senast "
                        + SwedishDate.text(decisions.get(reference).finalReportDue()))
                .contains("återkalla beslutet helt eller delvis", "37 § andra stycket 1 förvaltningslagen")
                .contains("ska länsstyrelsen besluta att kräva tillbaka bidraget", "(17 §)")
                .contains("de uppgifter och handlingar som länsstyrelsen begär (14 § andra stycket)")
                .contains("Behovet är stort och verksamheten väntas uppnå bidragets syfte.")
                .contains("4 § förordningen (2016:1364)")
                .contains("av Bo Lund, efter föredragning av Olle Berg")
                .contains("Beslutet får inte överklagas (19 §");
    }

    @Test
    void lessThanTheRequestIsGrantedInPart() {
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.PARTIAL, 60_000L));
        cases.decide(reference, "deciderK");

        assertThat(decisions.get(reference).amount()).isEqualTo(Sek.of(60_000));
        assertThat(cases.letter(reference, "decision"))
                .contains("60 000 kr av sökta 100 000 kr", "Ansökan avslås i övrigt");
        assertThat(play.path("application", reference.value())).contains("serviceTask_startGrant");
    }

    @Test
    void whatTheCheckForbidsIsRefusedOnTheUpheldGround() {
        var reference = cases.takenOn(cases.call(), ApplicationFixture.answers("activeInSwedenSince", "2026-06-01"));
        cases.uphold(reference, "userTask_examineRefusal", "TOO_NEW", false);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        cases.decide(reference, "deciderK");

        var decision = decisions.get(reference);
        assertThat(decision.amount()).isEqualTo(Sek.ZERO);
        assertThat(decision.grounds()).singleElement().satisfies(ground -> assertThat(ground.paragraph())
                .isEqualTo("7 § första stycket 5"));
        assertThat(cases.letter(reference, "decision"))
                .contains("avslår ansökan om statsbidrag med 100 000 kr")
                .contains("7 § första stycket 5", "Stadgarna är från i somras.")
                .contains("Beslutet får inte överklagas (19 §");
        assertThat(play.path("application", reference.value())).endsWith("endEvent_closed");
    }

    @Test
    void aLateApplicationIsRejected() {
        var call = cases.call();
        var late = clock.instant().plus(Duration.ofDays(40));
        play.passTo(late);
        var reference = cases.takenOn(call, ApplicationFixture.answers());
        cases.uphold(reference, "userTask_examineRejection", "LATE", false);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.REJECTION, null));
        cases.decide(reference, "deciderK");

        assertThat(decisions.get(reference).kind()).isEqualTo(DecisionKind.REJECTION);
        assertThat(cases.letter(reference, "decision"))
                .contains("avvisar ansökan om statsbidrag", "länsstyrelsen inte prövar ansökan", "10 §");
    }

    @Test
    void aWithdrawnApplicationIsWrittenOffAndNotDecided() {
        var call = cases.call();
        var reference = cases.toPropose(call, 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        intake.withdraw(reference, "Vi drar oss ur.", clock.instant(), Actor.of("forening@example.org"));

        assertThatThrownBy(() -> deciding.approve(reference, Actor.of("deciderK"), List.of(), null))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("ska skrivas av");
        assertThat(play.openTasks(reference.value())).containsExactly("userTask_writeOff");
        var answers = new HashMap<String, Object>();
        answers.put("writeOffReasons", "Ansökan har återkallats innan ärendet avgjordes.");
        assertThatThrownBy(() -> play.as("deciderK").complete("userTask_writeOff", reference.value(), answers))
                .as("the reasons alone, which the form proposes, are no decision")
                .hasMessageContaining("Jag beslutar att ärendet skrivs av");
        answers.put("writeOffDecided", true);
        play.as("deciderK").complete("userTask_writeOff", reference.value(), answers);
        cases.goOn();

        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.WRITTEN_OFF);
        assertThat(cases.letter(reference, "decision"))
                .contains("utan att pröva ansökan (avskrivning)", "Ansökan har återkallats innan ärendet avgjordes.");
        assertThat(play.path("application", reference.value())).endsWith("endEvent_closed");
        assertThat(callDecisions.isAllDecided(call)).isTrue();
    }

    @Test
    void nothingIsDecidedTwice() {
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        cases.decide(reference, "deciderK");

        assertThatThrownBy(() -> deciding.approve(reference, Actor.of("headK"), List.of(), null))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("redan avgjort");
        assertThatThrownBy(() -> deciding.writeOff(reference, Actor.of("headK"), "Skäl"))
                .hasMessageContaining("Bara en återkallad ansökan");
    }

    @Test
    void theCallGoesOnWhenTheLastOfItsApplicationsIsDecided() {
        var call = cases.call();
        var first = cases.toPropose(call, 100_000);
        var second = cases.toPropose(call, 100_000);
        cases.propose(first, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        cases.propose(second, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        cases.decide(first, "deciderK");
        play.asNobody();
        runtime.createProcessInstanceByKey("call")
                .businessKey(call.value())
                .setVariables(Map.of("call", call.value(), "reference", call.value(), "board", "K"))
                .startBeforeActivity("serviceTask_askDecided")
                .execute();
        play.runJobs();

        assertThat(play.variables("call", call.value())).containsEntry("allDecided", false);
        play.as("deciderK").complete(DECIDE, second.value(), DecisionPlay.approval());
        assertThat(play.path("call", call.value())).contains("catch_allDecided");
        assertThat(runtime.createEventSubscriptionQuery()
                        .eventName("call.allDecided")
                        .count())
                .isZero();
    }
}
