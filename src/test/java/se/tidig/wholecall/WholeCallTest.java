package se.tidig.wholecall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;
import se.tidig.Browser;
import se.tidig.EngineHistory;
import se.tidig.Mailbox;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.call.CallStatus;
import se.tidig.call.Calls;
import se.tidig.casefile.PublicStages;
import se.tidig.engine.DemoStaff;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffRegister;
import se.tidig.form.WatchedContents;
import se.tidig.journal.CaseJournal;
import se.tidig.organisation.Board;
import se.tidig.register.RegisterTruth;

/**
 * A whole call over REST, worked by the people of Blekinge, from the call's approval in January 2026 to its closed
 * grants in December: twelve applications, each proving the rule it is named after.
 */
@TidigTest
class WholeCallTest {

    /** A person of a small board who is in every group, and still may not do both halves of a step that takes two. */
    static final String EVERY_GROUP = "alltiallo";

    /** Fields of case content that are empty in each case of this call. */
    private static final Set<String> EMPTY_HERE = Set.of(
            "applicant.address",
            "callInfo.maxPerApplication",
            "completion.provision",
            "decision.dissent",
            "grant.declineReason",
            "grant.obstacle",
            "hearing.reply",
            "payment.preparedNote",
            "payment.returnReason",
            "payment.withheld",
            "placement.applicant",
            "project.men",
            "project.women",
            "proposal.findingsReason",
            "report.completionReply",
            "report.controlNote",
            "report.reviewReason");

    /** Case content that no application of this call uses; the tests of each require its fields. */
    private static final Set<String> SHOWN_ELSEWHERE = Set.of(
            "adjustments",
            "agent",
            "agentRefusal",
            "assessmentScores",
            "callFigures",
            "change",
            "changedAnswers",
            "changeDecided",
            "closingChange",
            "confirmation",
            "conflictQuestion",
            "delay",
            "demand",
            "earmarks",
            "grantChange",
            "lateDocument",
            "moreTime",
            "history",
            "newModels",
            "obstacleGrounds",
            "partialGrounds",
            "partners",
            "partyDocument",
            "paymentObstacle",
            "provisionalAudit",
            "ranking",
            "repayment",
            "repaymentClaims",
            "timeLimits",
            "stragglers",
            "stragglersExtent",
            "terms",
            "watchedClaim");

    /** The label of a field or column on a page is Swedish, and not the key that it has in a form. */
    private static final Pattern NAMES = Pattern.compile("<(?:dt|th scope=\"col\")>([^<]+)</");

    @Autowired
    private Office office;

    @Autowired
    private WatchedContents contents;

    @Autowired
    private Records records;

    @Autowired
    private Mailbox mailbox;

    private int homes;

    @Autowired
    private Play play;

    @Autowired
    private Calls calls;

    @Autowired
    private EngineHistory engine;

    @Autowired
    private CaseJournal journal;

    @Autowired
    private PublicStages stages;

    @Autowired
    private RegisterTruth register;

    @LocalServerPort
    private int port;

    @Autowired
    private StaffRegister staff;

    @Autowired
    private PasswordEncoder passwords;

    @BeforeEach
    void employ() {
        saveEveryGroup(true);
    }

    @AfterEach
    void dismiss() {
        saveEveryGroup(false);
    }

    private void saveEveryGroup(boolean active) {
        staff.save(new Staff(
                EVERY_GROUP,
                "Alva Alltiallo",
                "alva@lansstyrelsen.example",
                passwords.encode(DemoStaff.PASSWORD),
                Set.of("caseOfficers", "decisionMakers", "headsOfUnit", "financeOfficers", "financeApprovers"),
                Set.of(Board.K),
                active));
    }

    @Test
    void twelveApplicationsFromOpenCallToAcceptedReports() {
        on(2026, 1, 12);
        var call = isSetUpAndApproved();
        on(2026, 1, 19);
        assertThat(calls.get(Reference.of(call)).status()).isEqualTo(CallStatus.OPEN);
        var chapter = new Story.Chapter(
                office,
                records,
                email -> new Applicant(port, mailbox, email, "203.0.113." + ++homes),
                Reference.of(call));
        var stories = Stream.of(GrantedStories.in(chapter), UngrantedStories.in(chapter), PaidStories.in(chapter))
                .flatMap(some -> some)
                .toList();
        assertThat(stories).hasSize(12);

        on(2026, 2, 2);
        all(stories, Story::applies);
        on(2026, 2, 28);
        assertThat(calls.get(Reference.of(call)).status()).isEqualTo(CallStatus.CLOSED);
        all(stories, Story::afterClosing);
        on(2026, 3, 2);
        all(stories, Story::isTakenOn);
        on(2026, 3, 18);
        all(stories, Story::inMarch);
        on(2026, 4, 10);
        all(stories, Story::whenTheOrderHasRunOut);
        all(stories, Story::isAssessed);

        isPrioritised(Reference.of(call));
        on(2026, 4, 20);
        all(stories, Story::isProposed);
        on(2026, 4, 22);
        all(stories, Story::isDecided);
        assertThat(calls.get(Reference.of(call)).status()).isEqualTo(CallStatus.DECIDED);
        on(2026, 5, 4);
        all(stories, Story::isConfirmed);
        on(2026, 5, 11);
        all(stories, Story::isPaid);
        on(2026, 9, 10);
        all(stories, Story::reportsHalfway);
        on(2026, 11, 20);
        all(stories, Story::reports);
        on(2026, 12, 3);
        all(stories, Story::afterTheLastDay);

        isFollowedUp(Reference.of(call));
        assertAll(stories.stream().map(story -> story::outcome));
        assertThat(contents.neverCome())
                .filteredOn(field -> !SHOWN_ELSEWHERE.contains(field.substring(0, field.indexOf('.'))))
                .isSubsetOf(EMPTY_HERE);
        isRememberedWhenTheEngineForgets(Reference.of(call), stories);
    }

    /** The engine's history is removed in time; every page and journal says the same afterwards. */
    private void isRememberedWhenTheEngineForgets(Reference call, List<Story> stories) {
        var before = told(call, stories);
        assertThat(before.get(stories.get(0).reference.value()))
                .as("what the portal received, as the officer sees it")
                .contains("Språkcafé två kvällar i veckan.", "statutes.pdf", "auditorReport.pdf");
        before.forEach((of, page) -> assertThat(NAMES.matcher(page).results().map(name -> name.group(1)))
                .as("names of what %s shows", of)
                .allMatch(name -> Character.isUpperCase(name.charAt(0))));
        engine.forget();
        register.holds();
        assertThat(told(call, stories)).isEqualTo(before);
    }

    private Map<String, String> told(Reference call, List<Story> stories) {
        var staff = new Browser(port);
        staff.login("headK", DemoStaff.PASSWORD);
        var told = new TreeMap<String, String>();
        Stream.concat(Stream.of(call), stories.stream().map(story -> story.reference))
                .forEach(reference -> {
                    var page = staff.get("/arenden/" + reference);
                    told.put(
                            reference.value(),
                            page.statusCode() + " "
                                    + page.body().replaceAll("(name=\"_csrf\" value|nonce)=\"[^\"]*\"", ""));
                    told.put("journal of " + reference, journal.of(reference).toString());
                    told.put("stages of " + reference, stages.of(reference).toString());
                });
        return told;
    }

    private String isSetUpAndApproved() {
        var call = office.as("officerK1").starts("call", Written.call());
        var approval = Map.<String, Object>of("approval", "APPROVE");
        office.as("officerK1").cannot("userTask_approveCall", call, approval);
        office.as("headH").cannot("userTask_approveCall", call, approval);
        office.as("headK").does("userTask_approveCall", call, approval);
        return call;
    }

    private void isPrioritised(Reference call) {
        var settled = Map.<String, Object>of("prioritisationAction", "SETTLE");
        office.as("officerH1").cannot("userTask_reviewPrioritisation", call.value(), settled);
        office.as("deciderK").does("userTask_reviewPrioritisation", call.value(), settled);
        assertThat(calls.get(call).status()).isEqualTo(CallStatus.ALLOCATED);
    }

    private void isFollowedUp(Reference call) {
        office.as("headK")
                .does(
                        "userTask_approveFollowUp",
                        call.value(),
                        Map.of(
                                "purposeAssessment",
                                "Verksamheterna har nått de flesta på länets boenden och gett bättre svenska."));
        assertThat(calls.get(call).status()).isEqualTo(CallStatus.ARCHIVED);
        assertThat(play.ended("call", call.value())).isTrue();
        assertThat(office.history(call.value()))
                .containsExactly(
                        "2026-01-12 headK userTask_approveCall",
                        "2026-04-10 deciderK userTask_reviewPrioritisation",
                        "2026-12-03 headK userTask_approveFollowUp");
    }

    /** Moves the clock to nine in the morning of the day, through everything that is due on the way. */
    private void on(int year, int month, int day) {
        play.asNobody();
        play.passTo(LocalDate.of(year, month, day)
                .atTime(9, 0)
                .atZone(SwedishDate.ZONE)
                .toInstant());
        office.goOn();
    }

    private void all(List<Story> stories, Consumer<Story> chapter) {
        stories.forEach(chapter);
        register.holds();
    }
}
