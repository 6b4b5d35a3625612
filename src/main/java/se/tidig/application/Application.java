package se.tidig.application;

import static se.tidig.application.ApplicationStatus.ASSESSED;
import static se.tidig.application.ApplicationStatus.AWAITING_COMPLETION;
import static se.tidig.application.ApplicationStatus.DECIDED;
import static se.tidig.application.ApplicationStatus.ENDED;
import static se.tidig.application.ApplicationStatus.EXCLUDED;
import static se.tidig.application.ApplicationStatus.PRIORITISED;
import static se.tidig.application.ApplicationStatus.PROPOSED;
import static se.tidig.application.ApplicationStatus.RECEIVED;
import static se.tidig.application.ApplicationStatus.REGISTERED;
import static se.tidig.application.ApplicationStatus.UNDER_REVIEW;
import static se.tidig.application.ApplicationStatus.WITHDRAWN;
import static se.tidig.application.ApplicationStatus.WRITTEN_OFF;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.postgresql.util.PGobject;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Actor;
import se.tidig.JsonColumn;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.form.Answers;

/**
 * An application for a grant: the applicant's answers, when it came in, and the state of the case. Each step guards
 * its own precondition and refuses with a Swedish sentence for the user.
 */
@Table(schema = "tidig", name = "application")
public class Application {

    @Id
    private Reference reference;

    private Reference call;
    private String board;
    private int number;
    private String organisationNumber;
    private String applicantName;
    private String email;
    private ApplicationStatus status;
    private Instant receivedAt;
    private Instant enteredAt;
    private Actor enteredBy;
    private String diaryNumber;
    private Actor officer;
    private Sek requestedAmount;
    private PGobject answers;

    /** The answers, read from their column once, when somebody asks for them. */
    @Transient
    private Answers given;

    private String lateReason;

    @Version
    private Integer version;

    private Application() {}

    /**
     * @param number running number within the call
     * @param receivedAt when it came in (22 § FL)
     * @param enteredBy user id of the registrar, or of the applicant's person; null if the portal knows none
     */
    static Application received(
            Reference call, int number, String board, Map<String, Object> answers, Instant receivedAt, Entry entry) {
        var application = new Application();
        application.reference = Reference.of("%s-%03d".formatted(call, number));
        application.call = call;
        application.number = number;
        application.board = board;
        application.status = RECEIVED;
        application.receivedAt = receivedAt;
        application.enteredAt = entry.at();
        application.enteredBy = entry.by();
        application.answer(answers);
        return application;
    }

    /** A person judges that it came too late, although it came on the weekday after a free last day. */
    void judgeLate(String reason) {
        lateReason = reason;
    }

    /** Stores the present answers, and in columns those that the board reads most. */
    void answer(Map<String, Object> current) {
        answers = JsonColumn.of(new Answers(current).values());
        given = null;
        var read = given();
        organisationNumber = read.text("organisationNumber");
        applicantName = read.text("organisationName");
        email = read.text("contactEmail");
        requestedAmount = read.money("requestedAmount").orElse(null);
    }

    void register(String diaryNumber) {
        step("registreras", REGISTERED, RECEIVED);
        this.diaryNumber = diaryNumber;
    }

    /** Sets the number that the board's own records system gave. */
    void renumber(String diaryNumber) {
        this.diaryNumber = diaryNumber;
    }

    /** The officer takes the case, or takes it over. */
    void takenOn(Actor officer) {
        this.officer = officer;
    }

    /** The conditions were checked: the case is under review, unless it has already come further. */
    void reviewed() {
        if (status == REGISTERED || status == AWAITING_COMPLETION) {
            status = UNDER_REVIEW;
        }
    }

    void awaitCompletion() {
        step("kompletteras", AWAITING_COMPLETION, UNDER_REVIEW, AWAITING_COMPLETION);
    }

    void exclude() {
        step("undantas från prioriteringen", EXCLUDED, UNDER_REVIEW, AWAITING_COMPLETION, EXCLUDED);
    }

    void assessed() {
        step("bedömas", ASSESSED, UNDER_REVIEW, ASSESSED);
    }

    void prioritise() {
        step("prioriteras", PRIORITISED, ASSESSED, PRIORITISED);
    }

    void propose() {
        step("få ett förslag till beslut", PROPOSED, EXCLUDED, PRIORITISED, PROPOSED);
    }

    void decide() {
        step("beslutas", DECIDED, PROPOSED);
    }

    void withdraw() {
        step(
                "återkallas",
                WITHDRAWN,
                RECEIVED,
                REGISTERED,
                UNDER_REVIEW,
                AWAITING_COMPLETION,
                EXCLUDED,
                ASSESSED,
                PRIORITISED,
                PROPOSED);
    }

    void writeOff() {
        step("skrivas av", WRITTEN_OFF, WITHDRAWN);
    }

    /** Ends the case without a decision, whatever it waited for. */
    void end() {
        status = ENDED;
    }

    private void step(String what, ApplicationStatus to, ApplicationStatus... from) {
        if (!Arrays.asList(from).contains(status)) {
            throw new IllegalStateException(
                    "Ansökan %s kan inte %s: den har status \"%s\".".formatted(reference, what, status.swedishName()));
        }
        status = to;
    }

    /** The case's reference, {@code K-2026-2-017}. */
    public Reference reference() {
        return reference;
    }

    /** The call's reference, {@code K-2026-2}. */
    public Reference call() {
        return call;
    }

    /** County letter. */
    public String board() {
        return board;
    }

    /** Ten digits. */
    public String organisationNumber() {
        return organisationNumber;
    }

    public String applicantName() {
        return applicantName;
    }

    /** The applicant's address for mails. */
    public String email() {
        return email;
    }

    public ApplicationStatus status() {
        return status;
    }

    /** When it came in (22 § FL); the day of receipt is its date in Sweden. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /**
     * Why a person judges that it came too late, although it came on the weekday after a free last day; null if
     * nobody does.
     */
    public String lateReason() {
        return lateReason;
    }

    /** When it was entered into the system; for paper later than {@link #receivedAt()}. */
    public Instant enteredAt() {
        return enteredAt;
    }

    /** User id of the person who entered it; null if the portal knows none. */
    public Actor enteredBy() {
        return enteredBy;
    }

    /** Null until it is registered. */
    public String diaryNumber() {
        return diaryNumber;
    }

    /** User id of the officer who has taken the case; null until somebody has. */
    public Actor officer() {
        return officer;
    }

    /** The requested amount; zero if the applicant left it open. */
    public Sek requestedAmount() {
        return requestedAmount == null ? Sek.ZERO : requestedAmount;
    }

    /** The present answers, by the form's keys, which are also the facts of the table of conditions. */
    public Map<String, Object> answers() {
        return new LinkedHashMap<>(given().values());
    }

    /** The present answers, read by type. */
    public Answers given() {
        if (given == null) {
            given = new Answers(JsonColumn.map(answers.getValue()));
        }
        return given;
    }

    /**
     * The person who acts for the applicant by a power of attorney that is in the case; nobody else gets mail in the
     * applicant's place.
     */
    public Optional<Agent> agent() {
        return Agent.authorised(given());
    }

    /** The agent that the application names, whether or not there is a power of attorney. */
    public Optional<Agent> namedAgent() {
        return Agent.named(given());
    }

    /** Who entered an application and when. */
    record Entry(Actor by, Instant at) {}

    /** It came in through the portal; its process begins. */
    public record Submitted(Reference reference, Reference call, String board) {}

    /** The applicant withdrew it before the decision. */
    public record Withdrawn(Reference reference) {}

    /** Something came in that the officer of the case must see. */
    public record Supplemented(Reference reference) {}

    /**
     * The second of two who sign together has signed, after the conditions were checked.
     *
     * @param asked whether the answer to a request to complete is awaited
     */
    public record Countersigned(Reference reference, boolean asked) {}

    /** The applicant told of changed circumstances (15 a §). */
    public record ChangeNotified(Reference reference) {}

    /** The applicant demanded in writing that the case be decided (12 § FL). */
    public record DecisionDemanded(Reference reference) {}

    /** A completion came in. */
    public record Completed(Reference reference) {}

    /**
     * The party asked for more time.
     *
     * @param businessKey of the process that waits for the party's answer; the reference if none does
     */
    public record MoreTimeRequested(Reference reference, String businessKey) {}

    /** The applicant commented on the material (25 § FL). */
    public record Replied(Reference reference) {}

    /** The prioritisation of its call no longer has to wait for it; published under the lock of the call. */
    public record Settled(Reference reference, Reference call) {}

    /** An administrator ended its process before a decision; published under the lock of the call. */
    public record Ended(Reference reference, Reference call) {}

    /** It was decided. */
    public record Decided(Reference reference, Reference call) {}
}
