package se.tidig.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Play;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntake;
import se.tidig.application.ApplicationStatus;
import se.tidig.application.Applications;
import se.tidig.document.Documents;
import se.tidig.engine.StaffRegister;
import se.tidig.form.Rejected;

/** From the proposal to the dispatched decision, in every way that a case can end. */
@TidigTest
class DecisionPathTest {

    private static final String PROPOSE = "userTask_proposeDecision";
    private static final String DECIDE = "userTask_decide";

    @Autowired
    Play play;

    @Autowired
    DecisionPlay cases;

    @Autowired
    ApplicationIntake intake;

    @Autowired
    Applications applications;

    @Autowired
    Decisions decisions;

    @Autowired
    Deciding deciding;

    @Autowired
    Proposals proposals;

    @Autowired
    DecidedGrants granted;

    @Autowired
    CallDecisions callDecisions;

    @Autowired
    Documents documents;

    @Autowired
    StaffRegister staff;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

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
        assertThat(decision.decider()).isEqualTo("deciderK");
        assertThat(decision.proposer()).isEqualTo("officerK1");
        assertThat(decision.payingBoard()).isEqualTo("F");
        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.DECIDED);
        assertThat(play.ended("application", reference)).isTrue();
        assertThat(play.path("application", reference)).endsWith("serviceTask_startGrant", "endEvent_granted");
        assertThat(granted.ofCall(decision.call())).containsExactly(reference);
        assertThat(granted.get(reference).conditions())
                .containsExactly("Bidraget får bara användas till språkcaféet.", "Behåll alla underlag.");
    }

    @Test
    void theLetterOfAGrantSaysWhatTheOrdinanceDemands() {
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        cases.decide(reference, "deciderK");

        assertThat(letter(reference, "decision"))
                .contains("Språkcafé Bryggan", "Språkcafé två kvällar i veckan.")
                .contains("100 000 kr, hela det sökta beloppet")
                .contains("100 000 kr, tidigast " + SwedishDate.text(SwedishDate.on(clock.instant())))
                .contains("Bidraget får bara användas till språkcaféet.")
                .contains("Redovisningen ska granskas av en revisor (14 a §)")
                .contains("slutredovisning senast "
                        + SwedishDate.text(decisions.get(reference).finalReportDue()))
                .contains("får helt eller delvis återkalla beslutet", "37 § andra stycket förvaltningslagen")
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
        assertThat(letter(reference, "decision")).contains("60 000 kr av sökta 100 000 kr", "Ansökan avslås i övrigt");
        assertThat(play.path("application", reference)).contains("serviceTask_startGrant");
    }

    @Test
    void whatTheCheckForbidsIsRefusedOnTheUpheldGround() {
        var reference = cases.takenOn(cases.call(), ApplicationFixture.answers("activeInSwedenSince", "2026-06-01"));
        uphold(reference, "userTask_examineRefusal", "TOO_NEW", false);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        cases.decide(reference, "deciderK");

        var decision = decisions.get(reference);
        assertThat(decision.amount()).isEqualTo(Sek.ZERO);
        assertThat(decision.grounds()).singleElement().satisfies(ground -> assertThat(ground.paragraph())
                .isEqualTo("7 § första stycket 5"));
        assertThat(letter(reference, "decision"))
                .contains("avslår ansökan om statsbidrag med 100 000 kr")
                .contains("7 § första stycket 5", "Stadgarna är från i somras.")
                .contains("Beslutet får inte överklagas (19 §");
        assertThat(play.path("application", reference)).endsWith("endEvent_closed");
    }

    @Test
    void aLateApplicationIsRejected() {
        var call = cases.call();
        var late = clock.instant().plus(Duration.ofDays(31));
        play.passTo(late);
        var reference = cases.takenOn(call, ApplicationFixture.answers());
        uphold(reference, "userTask_examineRejection", "LATE", false);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.REJECTION, null));
        cases.decide(reference, "deciderK");

        assertThat(decisions.get(reference).kind()).isEqualTo(DecisionKind.REJECTION);
        assertThat(letter(reference, "decision"))
                .contains("avvisar ansökan om statsbidrag", "inte prövas i sak", "10 §");
    }

    @Test
    void aReturnedProposalIsMadeAnew() {
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        play.as("deciderK")
                .complete(
                        DECIDE,
                        reference,
                        Map.of(
                                "noConflict", true,
                                "decisionAnswer", "return",
                                "returnReason", "Motivera kostnaden för lokalen."));

        assertThat(decisions.latest(reference)).isEmpty();
        assertThat(play.openTasks(reference)).containsExactly(PROPOSE);
        assertThat(proposals.latest(reference).orElseThrow().returnReason())
                .isEqualTo("Motivera kostnaden för lokalen.");
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.PARTIAL, 90_000L));
        cases.decide(reference, "deciderK");
        assertThat(decisions.get(reference).amount()).isEqualTo(Sek.of(90_000));
    }

    @Test
    void theFormBeginsWithWhatThePrioritisationGaveAndGoesOnWithWhatWasReturned() {
        var reference = cases.toPropose(cases.call(), 100_000);
        play.as("officerK1");
        assertThat(forms.getTaskFormVariables(play.task(PROPOSE, reference).getId()))
                .containsEntry("proposedKind", "GRANT")
                .containsEntry("proposedAmount", 100_000)
                .containsKeys("proposedReasons", "placement")
                .doesNotContainKey("proposedConditions");
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.PARTIAL, 90_000L));
        play.as("deciderK")
                .complete(
                        DECIDE,
                        reference,
                        Map.of("noConflict", true, "decisionAnswer", "return", "returnReason", "Se över villkoren."));

        play.as("officerK1");
        assertThat(forms.getTaskFormVariables(play.task(PROPOSE, reference).getId()))
                .containsEntry("proposedKind", "PARTIAL")
                .containsEntry("proposedAmount", 90_000)
                .containsEntry(
                        "proposedConditions", "Bidraget får bara användas till språkcaféet.\nBehåll alla underlag.");
    }

    @Test
    void anExcludedApplicationIsDraftedAsRefusalWithTheUpheldGround() {
        var reference = cases.takenOn(cases.call(), ApplicationFixture.answers("activeInSwedenSince", "2026-06-01"));
        uphold(reference, "userTask_examineRefusal", "TOO_NEW", false);

        play.as("officerK1");
        var form = forms.getTaskFormVariables(play.task(PROPOSE, reference).getId());
        assertThat(form).containsEntry("proposedKind", "REFUSAL").doesNotContainKey("proposedAmount");
        assertThat((String) form.get("proposedReasons")).contains("kortare tid än två år");
    }

    @Test
    void whoReturnsAProposalMustSayWhy() {
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));

        assertThatThrownBy(() -> play.as("deciderK")
                        .complete(DECIDE, reference, Map.of("noConflict", true, "decisionAnswer", "return")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void whoeverProposedDoesNotDecideNotEvenAsAdministrator() {
        var both = staff.find("admin").orElseThrow();
        var reference = cases.toPropose(cases.call(), 100_000);
        play.asNobody();
        tasks.setAssignee(play.task(PROPOSE, reference).getId(), both.id());
        play.as("admin").complete(PROPOSE, reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));

        assertThatThrownBy(() -> play.as("admin").complete(DECIDE, reference, DecisionPlay.approval()))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("En annan person måste göra det");
        assertThatThrownBy(() -> deciding.approve(reference, "admin", List.of(), null))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Du har själv föreslagit beslutet");
        assertThatThrownBy(() -> deciding.giveBack(reference, "admin", "Ändrade mig"))
                .hasMessageContaining("Du har själv föreslagit beslutet");
        assertThat(decisions.latest(reference)).isEmpty();
    }

    @Test
    void largeAmountsAreDecidedByTheHeadOfUnit() {
        var call = cases.call();
        var large = cases.toPropose(call, 600_000);
        cases.propose(large, DecisionPlay.proposal(DecisionKind.GRANT, 600_000L));

        assertThatThrownBy(() -> play.as("deciderK").complete(DECIDE, large, DecisionPlay.approval()))
                .isNotNull();
        cases.decide(large, "headK");
        assertThat(decisions.get(large).decider()).isEqualTo("headK");

        var small = cases.toPropose(call, 600_000);
        cases.propose(small, DecisionPlay.proposal(DecisionKind.PARTIAL, 500_000L));
        cases.decide(small, "deciderK");
        assertThat(decisions.get(small).decider()).isEqualTo("deciderK");
    }

    @Test
    void nothingAboveTheFrameIsGrantedEvenIfItWasProposedInTime() {
        var call = cases.call();
        var first = cases.toPropose(call, 1_500_000 - 600_000);
        var second = cases.toPropose(call, 999_999);
        var third = cases.toPropose(call, 500_000);
        cases.propose(first, DecisionPlay.proposal(DecisionKind.GRANT, 900_000L));
        cases.propose(second, DecisionPlay.proposal(DecisionKind.GRANT, 999_999L));
        cases.propose(third, DecisionPlay.proposal(DecisionKind.GRANT, 500_000L));
        cases.decide(first, "headK");
        cases.decide(second, "headK");

        assertThatThrownBy(() -> cases.decide(third, "deciderK"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("kvar av utlysningens ram");
        assertThat(decisions.latest(third)).isEmpty();
    }

    @Test
    void othersWhoTookPartAndADissentStandInTheDecision() {
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        var answers = DecisionPlay.approval();
        answers.put(
                "participants", List.of(Map.of("participantName", "Hanna Strand", "participantRole", "enhetschef")));
        answers.put("dissent", "Hanna Strand: beloppet borde ha varit lägre.");
        play.as("deciderK").complete(DECIDE, reference, answers);
        cases.goOn();

        assertThat(letter(reference, "decision"))
                .contains("utan att besluta: Hanna Strand, enhetschef")
                .contains("Avvikande mening: Hanna Strand: beloppet borde ha varit lägre.");
    }

    @Test
    void nothingIsDecidedTwice() {
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        cases.decide(reference, "deciderK");

        assertThatThrownBy(() -> deciding.approve(reference, "headK", List.of(), null))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("redan avgjort");
        assertThatThrownBy(() -> deciding.writeOff(reference, "headK", "Skäl"))
                .hasMessageContaining("Bara en återkallad ansökan");
    }

    @Test
    void aWithdrawnApplicationIsWrittenOffAndNotDecided() {
        var call = cases.call();
        var reference = cases.toPropose(call, 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        intake.withdraw(reference, "Vi drar oss ur.", clock.instant(), "forening@example.org");

        assertThatThrownBy(() -> deciding.approve(reference, "deciderK", List.of(), null))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("ska skrivas av");
        assertThat(play.openTasks(reference)).containsExactly("userTask_writeOff");
        play.as("deciderK")
                .complete(
                        "userTask_writeOff",
                        reference,
                        Map.of(
                                "noConflict",
                                true,
                                "writeOffReasons",
                                "Ansökan har återkallats innan ärendet avgjordes."));
        cases.goOn();

        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.WRITTEN_OFF);
        assertThat(letter(reference, "decision"))
                .contains("skriver av ärendet", "Ansökan har återkallats innan ärendet avgjordes.");
        assertThat(play.path("application", reference)).endsWith("endEvent_closed");
        assertThat(callDecisions.isAllDecided(call)).isTrue();
    }

    @Test
    void externalMaterialIsCommunicatedBeforeAnAdverseDecision() {
        var reference = cases.takenOn(cases.call(), ApplicationFixture.answers("activeInSwedenSince", "2026-06-01"));
        uphold(reference, "userTask_examineRefusal", "TOO_NEW", true);

        assertThat(play.openTasks(reference)).containsExactly("userTask_communicate");
        play.as("officerK1")
                .complete(
                        "userTask_communicate",
                        reference,
                        Map.of(
                                "hearingText",
                                "Skatteverket har uppgett att föreningen registrerades i juni.",
                                "replyBy",
                                SwedishDate.on(clock.instant()).plusDays(14).toString()));
        cases.goOn();
        intake.reply(reference, "Vi har funnits längre.", clock.instant(), "forening@example.org");
        cases.goOn();

        assertThat(play.openTasks(reference)).containsExactly(PROPOSE);
    }

    @Test
    void withoutExternalMaterialAnAdverseDecisionNeedsNoHearing() {
        var reference = cases.takenOn(cases.call(), ApplicationFixture.answers("activeInSwedenSince", "2026-06-01"));
        uphold(reference, "userTask_examineRefusal", "TOO_NEW", false);

        assertThat(play.path("application", reference)).doesNotContain("userTask_communicate");
        assertThat(play.openTasks(reference)).containsExactly(PROPOSE);
    }

    @Test
    void aDemandForADecisionMayBeRefusedByADecisionThatCanBeAppealed() {
        var reference = demanded();
        play.as("deciderK")
                .complete(
                        "userTask_answerDemand",
                        reference,
                        Map.of(
                                "demandDecision", "REFUSE",
                                "demandReasons", "Prioriteringen av ansökningarna är inte klar."));
        cases.goOn();

        assertThat(letter(reference, "demand-refused"))
                .contains("Prioriteringen av ansökningarna är inte klar.")
                .contains("12 § andra stycket", "förvaltningsrätten", "inom tre veckor");
        assertThat(play.path("application", reference)).contains("endEvent_demandRefused");
        assertThat(play.openTasks(reference)).contains(PROPOSE);
    }

    @Test
    void aDemandMayBeAnsweredByDecidingInTime() {
        var reference = demanded();
        play.as("deciderK")
                .complete(
                        "userTask_answerDemand",
                        reference,
                        Map.of("demandDecision", "DECIDE", "demandReasons", "Ärendet avgörs nästa vecka."));

        assertThat(play.path("application", reference)).contains("endEvent_demandAccepted");
        assertThat(documents.latest(reference, "demand-refused")).isEmpty();
    }

    @Test
    void aDecisionAnswersTheDemandByItself() {
        var reference = demanded();
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        cases.decide(reference, "deciderK");

        assertThat(play.path("application", reference)).contains("endEvent_demandMoot", "endEvent_delayMoot");
        assertThat(play.ended("application", reference)).isTrue();
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
                .businessKey(call)
                .setVariables(Map.of("call", call, "reference", call, "board", "K"))
                .startBeforeActivity("serviceTask_askDecided")
                .execute();
        play.runJobs();

        assertThat(play.variables("call", call)).containsEntry("allDecided", false);
        play.as("deciderK").complete(DECIDE, second, DecisionPlay.approval());
        assertThat(play.path("call", call)).contains("catch_allDecided");
        assertThat(runtime.createEventSubscriptionQuery()
                        .eventName("call.allDecided")
                        .count())
                .isZero();
    }

    private String demanded() {
        var reference = cases.toPropose(cases.call(), 100_000);
        play.pass(Duration.ofDays(190));
        play.asNobody();
        intake.demandDecision(
                reference, "Vi begär att ärendet avgörs.", SwedishDate.on(clock.instant()), "forening@example.org");
        return reference;
    }

    private void uphold(String reference, String element, String code, boolean externalMaterial) {
        play.as("officerK1")
                .complete(
                        element,
                        reference,
                        Map.of(
                                "findingAnswers",
                                List.of(Map.of(
                                        "code",
                                        code,
                                        "position",
                                        "UPHELD",
                                        "motivation",
                                        "Stadgarna är från i somras.")),
                                "examination",
                                "uphold",
                                "externalMaterial",
                                externalMaterial));
        cases.goOn();
    }

    private String letter(String reference, String kind) {
        var document = documents.latest(reference, kind).orElseThrow();
        try (var pdf = Loader.loadPDF(documents.content(document))) {
            var text = new PDFTextStripper();
            text.setSortByPosition(true);
            // Lines of a letter break anywhere, and amounts are kept together by a hard space.
            return text.getText(pdf).replaceAll("[\\s\u00a0]+", " ");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
