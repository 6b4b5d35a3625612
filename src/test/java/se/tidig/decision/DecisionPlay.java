package se.tidig.decision;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.assessment.AssessmentFixture;
import se.tidig.call.CallFixture;
import se.tidig.call.CallService;
import se.tidig.call.CallStatus;
import se.tidig.call.CallTerms;
import se.tidig.call.Calls;
import se.tidig.document.Documents;
import se.tidig.engine.Message;
import se.tidig.engine.Waiters;
import se.tidig.organisation.Board;
import se.tidig.prioritisation.PlacementService;
import se.tidig.prioritisation.PrioritisationService;

/** Brings cases of Blekinge to the point of decision: officerK1 has them, deciderK and headK decide. */
@Component
public class DecisionPlay {

    private final Play play;
    private final CallService calls;
    private final ApplicationIntakeService intake;
    private final Calls allCalls;
    private final PrioritisationService prioritisation;
    private final PlacementService placing;
    private final Waiters waiters;
    private final Documents documents;
    private final Clock clock;

    DecisionPlay(
            Play play,
            CallService calls,
            ApplicationIntakeService intake,
            Calls allCalls,
            PrioritisationService prioritisation,
            PlacementService placing,
            Waiters waiters,
            Documents documents,
            Clock clock) {
        this.play = play;
        this.calls = calls;
        this.intake = intake;
        this.allCalls = allCalls;
        this.prioritisation = prioritisation;
        this.placing = placing;
        this.waiters = waiters;
        this.documents = documents;
        this.clock = clock;
    }

    /** An open call with a frame of two million and no ceiling for one application. */
    public Reference call() {
        var terms = CallFixture.terms(clock.instant());
        var reference = calls.draft(
                Board.K,
                Actor.of("officerK1"),
                new CallTerms(
                        terms.title(),
                        terms.description(),
                        terms.opensAt(),
                        terms.closesAt(),
                        Sek.of(2_000_000),
                        null,
                        terms.maxMonths(),
                        List.of(),
                        terms.excludedCategories(),
                        terms.guidance(),
                        terms.decisionBy(),
                        terms.interimReportDue(),
                        terms.finalReportDue(),
                        terms.payingBoard(),
                        terms.contact()));
        calls.approve(reference, Actor.of("headK"));
        calls.publish(reference);
        return reference;
    }

    /** An application that came in through the portal and that officerK1 has taken. */
    public Reference takenOn(Reference call, Map<String, Object> answers) {
        var reference = intake.submit(call, answers, clock.instant(), Actor.of("forening@example.org"));
        goOn();
        play.as("officerK1").complete("userTask_conflictCheck", reference.value(), Map.of("conflictAnswer", "none"));
        goOn();
        return reference;
    }

    /** The same, of an association that applies for the amount. */
    public Reference takenOn(Reference call, long requested) {
        var answers = ApplicationFixture.answers("requestedAmount", requested);
        answers.put(
                "budgetLines", List.of(Map.of("category", "salary", "description", "Samordnare", "amount", requested)));
        return takenOn(call, answers);
    }

    /** officerK1's own assessment, with every score alike. */
    public void assess(Reference reference, int score) {
        play.as("officerK1")
                .complete("userTask_assessApplication", reference.value(), AssessmentFixture.answers(score));
        goOn();
    }

    /** An application that waits for officerK1's proposal. */
    public Reference toPropose(Reference call, long requested) {
        var reference = takenOn(call, requested);
        assess(reference, 3);
        prioritise(call);
        return reference;
    }

    /** Ranks the assessed applications; one that comes later gets its place without a new ranking. */
    public void prioritise(Reference call) {
        play.asNobody();
        if (allCalls.get(call).status() == CallStatus.OPEN) {
            calls.close(call);
            prioritisation.compute(call, ApplicationFixture.RULES);
            prioritisation.settle(call, Actor.of("officerK1"));
            waiters.wakeLater(
                    Message.APPLICATION_PRIORITISED,
                    placing.handOut(call).stream().map(Reference::value).toList());
        }
        goOn();
    }

    /** officerK1 proposes. */
    public void propose(Reference reference, Map<String, Object> answers) {
        play.as("officerK1").complete("userTask_proposeDecision", reference.value(), answers);
    }

    public void decide(Reference reference, String decider) {
        play.as(decider).complete("userTask_decide", reference.value(), approval());
        goOn();
    }

    /** Jobs and workers until nothing is left to do. */
    public void goOn() {
        play.asNobody();
        for (int round = 0; round < 3; round++) {
            play.runJobs();
            play.work();
        }
        play.runJobs();
    }

    /** officerK1 upholds what the check found. */
    public void uphold(Reference reference, String element, String code, boolean externalMaterial) {
        play.as("officerK1")
                .complete(
                        element,
                        reference.value(),
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
        goOn();
    }

    /** The latest letter of the kind as text, on one line. */
    public String letter(Reference reference, String kind) {
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

    public static Map<String, Object> approval() {
        return new HashMap<>(Map.of("decisionAnswer", "approve"));
    }

    public static Map<String, Object> proposal(DecisionKind kind, Long amount) {
        var answers = new HashMap<String, Object>();
        answers.put("proposedKind", kind.name());
        answers.put("proposedReasons", "Behovet är stort och verksamheten väntas uppnå bidragets syfte.");
        answers.put("proposedParagraphs", List.of("4 § förordningen (2016:1364)"));
        if (kind != DecisionKind.GRANT) {
            answers.put("unheardMaterial", "no");
        }
        if (kind.isGrant()) {
            answers.put("proposedAmount", amount);
            answers.put("proposedConditions", "Bidraget får bara användas till språkcaféet.\nBehåll alla underlag.");
        }
        return answers;
    }
}
