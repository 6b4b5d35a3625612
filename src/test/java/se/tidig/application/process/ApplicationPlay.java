package se.tidig.application.process;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.call.CallFixture;
import se.tidig.organisation.Board;
import se.tidig.wholecall.Written;

/** The people of an application's case, from submission to assessment. */
@Component
public class ApplicationPlay {

    public static final String CHECK = "userTask_conflictCheck";
    public static final String ASSESS = "userTask_assessApplication";
    static final String REQUEST = "userTask_requestCompletion";

    private final Play play;
    private final CallFixture calls;
    private final ApplicationIntakeService intake;
    private final Clock clock;

    ApplicationPlay(Play play, CallFixture calls, ApplicationIntakeService intake, Clock clock) {
        this.play = play;
        this.calls = calls;
        this.intake = intake;
        this.clock = clock;
    }

    /** Comes in through the portal to a new call of Blekinge; nothing has run yet. */
    Reference submit(Map<String, Object> answers) {
        return intake.submit(
                Reference.of(calls.open(Board.K).value()), answers, clock.instant(), Actor.of("forening@example.org"));
    }

    /** An application that meets all conditions, as {@link #received(Map)}. */
    public Reference received() {
        return received(ApplicationFixture.answers());
    }

    /** Submitted, registered and receipted, up to the first human step. */
    public Reference received(Map<String, Object> answers) {
        var reference = submit(answers);
        goOn();
        return reference;
    }

    /** The same, and an officer has taken the case and the conditions are checked. */
    public Reference checked(Map<String, Object> answers) {
        var reference = received(answers);
        take(reference);
        return reference;
    }

    Reference checked(String key, Object value) {
        return checked(ApplicationFixture.answers(key, value));
    }

    void take(Reference reference) {
        complete(CHECK, reference, Map.of("conflictAnswer", "none"));
    }

    /** The case officer submits the form; what follows runs. */
    void complete(String element, Reference reference, Map<String, Object> answers) {
        play.as("officerK1").complete(element, reference.value(), answers);
        goOn();
    }

    void examine(String element, Reference reference, String position, String examination) {
        examine(element, reference, position, examination, false);
    }

    /** Answers every finding of the task in the same way. */
    void examine(String element, Reference reference, String position, String examination, boolean externalMaterial) {
        complete(
                element,
                reference,
                Map.of(
                        "findingAnswers",
                        List.of(Map.of("position", position, "motivation", "Prövat mot handlingarna i ärendet.")),
                        "examination",
                        examination,
                        "externalMaterial",
                        externalMaterial));
    }

    /** Asks the applicant to complete within two weeks. */
    void requestCompletion(Reference reference, String consequence) {
        requestCompletion(reference, today().plusDays(14), consequence);
    }

    void requestCompletion(Reference reference, LocalDate by, String consequence) {
        var answers = new HashMap<String, Object>(
                Map.of("completionText", "Skicka in de handlingar som saknas.", "completionBy", by.toString()));
        if (consequence != null) {
            answers.put("completionConsequence", consequence);
        }
        complete(REQUEST, reference, answers);
    }

    /** The registrar enters the applicant's answer to a request to complete. */
    void replyToRequest(Reference reference, Map<String, Object> answers) {
        var document = play.as("registrarK")
                .start("incoming-document", Written.incoming(reference.value(), "completion", today(), null))
                .getBusinessKey();
        goOn();
        var reply = new HashMap<>(answers);
        reply.put("completionReply", "Här är svaret.");
        play.as("registrarK").complete("userTask_registerCompletion", document, reply);
        goOn();
    }

    /** Nothing comes, and the officer continues with the application as it is. */
    void letRequestStand(Reference reference) {
        play.pass(Duration.ofDays(20));
        complete(
                "userTask_completionExpired",
                reference,
                Map.of("expiredStep", "proceed", "expiredReason", "Inget svar har kommit in."));
    }

    LocalDate today() {
        return SwedishDate.on(clock.instant());
    }

    void goOn() {
        play.asNobody();
        play.runJobs();
        play.work();
        play.runJobs();
    }
}
