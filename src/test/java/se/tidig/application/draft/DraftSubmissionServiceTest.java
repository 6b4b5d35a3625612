package se.tidig.application.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.application.draft.DraftFixture.ANNA;
import static se.tidig.application.draft.DraftFixture.BRYGGAN;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.AtOnce;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.Applications;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.organisation.Right;

/** A draft becomes an application once, as incomplete as it is, and its case goes the way of every other. */
@TidigTest
class DraftSubmissionServiceTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    @Autowired
    private DraftFixture fixture;

    @Autowired
    private DraftService drafts;

    @Autowired
    private DraftSubmissionService submissions;

    @Autowired
    private HandedInAnswers handedIn;

    @Autowired
    private Applications applications;

    @Autowired
    private Play play;

    @Test
    void aSubmittedDraftIsACaseThatGoesThroughTheCheckOfTheConditions() {
        var id = written(Map.of());

        var submission = submissions.submit(ANNA, id, signing());
        play.asNobody().goOn();
        play.as("officerK1")
                .complete("userTask_conflictCheck", submission.reference().value(), Map.of("conflictAnswer", "none"));
        play.asNobody().goOn();

        var application = applications.get(Reference.of(submission.reference().value()));
        assertThat(application.organisationNumber()).isEqualTo(BRYGGAN);
        assertThat(application.diaryNumber()).startsWith("604-");
        assertThat(application.given().yes("signed")).isTrue();
        assertThat(application.given().text("signatoryName")).isEqualTo("Anna Exempelsson");
        assertThat(application.given().money("requestedAmount").orElseThrow()).hasToString("100\u00a0000\u00a0kr");
        assertThat(play.path("application", submission.reference().value())).contains("serviceTask_checkEligibility");
        assertThat(play.variables("application", submission.reference().value()))
                .containsKey("outcome");
    }

    @Test
    void pressingTwiceAndTwoWindowsMakeOneApplication() {
        var id = written(Map.of());

        var all = AtOnce.run(0, 8, () -> submissions.submit(ANNA, id, signing()).reference());

        assertThat(all).hasSize(8).containsOnly(all.get(0));
        assertThat(applications.ofCall(
                        Reference.of(drafts.open(ANNA, id).draft().call().value())))
                .hasSize(1);
        assertThat(submissions.submit(ANNA, id, signing()).reference()).isEqualTo(all.get(0));
    }

    @Test
    void anEmptyDraftIsAnApplicationAsLongAsItIsKnownWhoApplies() {
        var id = fixture.begun();

        var submission = submissions.submit(ANNA, id, signing());
        play.asNobody().goOn();

        var application = applications.get(Reference.of(submission.reference().value()));
        assertThat(application.organisationNumber()).isEqualTo(BRYGGAN);
        assertThat(application.applicantName()).isEqualTo("Föreningen Bryggan");
        assertThat(application.email()).isEqualTo(ANNA);
        assertThat(application.diaryNumber()).isNotNull();
    }

    @Test
    void whatCannotBeReadIsHandedInAsUnansweredAndToldOfBefore() {
        var id = written(Map.of(
                "requestedAmount",
                "hundra tusen",
                "participantsWomen",
                new BigDecimal("-3"),
                "periodEnd",
                "2026-01-01",
                "giro",
                "123",
                "contactEmail",
                "ingen adress",
                "title",
                "T".repeat(300),
                "budgetLines",
                List.of(Map.of("category", "salary", "amount", "mycket"), Map.of("amount", new BigDecimal(10)))));

        var read = handedIn.of(drafts.open(ANNA, id), SWEDISH);

        assertThat(read.leftOut())
                .containsExactlyInAnyOrder(
                        "requestedAmount",
                        "participantsWomen",
                        "periodEnd",
                        "giro",
                        "contactEmail",
                        "budgetLines[0].amount");
        assertThat(read.messages()).containsKeys("title", "requestedAmount");
        assertThat(read.answers()).containsEntry("title", "T".repeat(300)).doesNotContainKey("periodEnd");
        var application = applications.get(
                Reference.of(submissions.submit(ANNA, id, signing()).reference().value()));
        assertThat(application.email()).isEqualTo(ANNA);
        assertThat(application.given().rows("budgetLines")).hasSize(2);
        play.asNobody().goOn();
        assertThat(applications.get(application.reference()).diaryNumber()).isNotNull();
    }

    @Test
    void theTableTellsWhatItWouldFindAndNothingIsStored() {
        var id = written(withNothing("activityDescription"));
        var draft = drafts.open(ANNA, id);

        var findings = submissions
                .foresee(draft, handedIn.of(draft, SWEDISH).answers())
                .findings();

        assertThat(findings)
                .extracting(EligibilityFinding::code)
                .contains("MISSING_ACTIVITY")
                .doesNotContain("NOT_SIGNED", "LATE");
        assertThat(applications.ofCall(Reference.of(draft.draft().call().value())))
                .isEmpty();
    }

    @Test
    void onlyWhoMaySubmitSubmits() {
        var id = written(Map.of());
        fixture.person("bo@example.org", BRYGGAN, Right.WRITE);
        fixture.person("cia@example.org", "8024151014", Right.SUBMIT);

        assertThatThrownBy(() -> submissions.submit("bo@example.org", id, signing()))
                .isInstanceOf(MayOnlyRead.class);
        assertThatThrownBy(() -> submissions.submit("cia@example.org", id, signing()))
                .isInstanceOf(NoSuchDraft.class);
    }

    @Test
    void nothingIsHandedInWithoutTheDeclaration() {
        var id = written(Map.of());

        assertThatThrownBy(() -> submissions.submit(ANNA, id, new Signing(" ", null, null, false, true, true)))
                .isInstanceOfSatisfying(SigningRefused.class, wrong -> assertThat(wrong.reasons())
                        .containsOnlyKeys("signer", "role", "capacity", "truthful"));
        assertThat(submissions.of(id)).isEmpty();
    }

    @Test
    void theServersClockDecidesWhatIsLateAndWhatIsLateIsReceived() {
        var id = written(Map.of());
        play.pass(Duration.ofDays(40));

        var submission = submissions.submit(ANNA, id, signing());

        var application = applications.get(Reference.of(submission.reference().value()));
        assertThat(application.receivedAt()).isEqualTo(submission.receivedAt());
        var draft = drafts.open(ANNA, id);
        assertThat(submissions.foresee(draft, submission.answers()).findings())
                .extracting(EligibilityFinding::code)
                .contains("LATE");
    }

    @Test
    void anotherOrganisationsNumberInTheAnswersIsNotBelieved() {
        var id = written(Map.of("organisationNumber", "8024151014"));

        var submission = submissions.submit(ANNA, id, signing());

        assertThat(applications
                        .get(Reference.of(submission.reference().value()))
                        .organisationNumber())
                .isEqualTo(BRYGGAN);
    }

    @Test
    void anAgentSignsAsAgent() {
        var id = written(Map.of());

        var submission = submissions.submit(
                ANNA, id, new Signing("Ulla Ombud", "jurist", Signing.Capacity.AGENT, true, true, true));

        var application = applications.get(Reference.of(submission.reference().value()));
        assertThat(application.namedAgent().orElseThrow().name()).isEqualTo("Ulla Ombud");
        assertThat(application.given().yes("agentSigned")).isTrue();
        assertThat(application.given().yes("signatoryAuthorised")).isFalse();
    }

    @Test
    void whatIsSavedAfterTheSubmissionIsKeptAndChangesNothing() {
        var id = written(Map.of());
        var version = drafts.open(ANNA, id).draft().version();
        var submission = submissions.submit(ANNA, id, signing());

        var saved = drafts.save(ANNA, id, DraftFixture.page(version, "a", Map.of("title", "För sent")));

        assertThat(saved.conflicts()).containsExactly("title");
        assertThat(drafts.open(ANNA, id).title()).isEqualTo("Språkcafé Bryggan");
        assertThat(applications
                        .get(Reference.of(submission.reference().value()))
                        .given()
                        .text("title"))
                .isEqualTo("Språkcafé Bryggan");
    }

    private static Signing signing() {
        return new Signing("Anna Exempelsson", "ordförande", Signing.Capacity.SIGNATORY, true, true, true);
    }

    private static Map<String, Object> withNothing(String question) {
        var changed = new LinkedHashMap<String, Object>();
        changed.put(question, null);
        return changed;
    }

    /** A draft with a whole application's answers, some of them changed. */
    private UUID written(Map<String, Object> changed) {
        var id = fixture.begun();
        var answers = new LinkedHashMap<String, Object>();
        ApplicationFixture.answers().forEach((key, value) -> {
            if (!List.of("signed", "signatoryAuthorised", "attachments").contains(key)) {
                answers.put(key, value instanceof Boolean ? value.toString() : value);
            }
        });
        answers.putAll(changed);
        fixture.type(ANNA, id, answers);
        return id;
    }
}
