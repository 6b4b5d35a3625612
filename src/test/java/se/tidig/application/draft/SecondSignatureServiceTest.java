package se.tidig.application.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.application.draft.DraftFixture.ANNA;
import static se.tidig.application.draft.DraftFixture.BRYGGAN;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import se.tidig.AtOnce;
import se.tidig.Mailbox;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.Applications;
import se.tidig.application.Completions;
import se.tidig.application.EligibilityRecords;
import se.tidig.application.WaitingDrafts;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.mypages.Act;
import se.tidig.mypages.ActService;
import se.tidig.organisation.Right;

/**
 * Two who sign together: the application has come in when the first submits it, and it is signed when the second has
 * signed.
 */
@TidigTest
class SecondSignatureServiceTest {

    private static final String BO = "bo@example.org";
    private static final String REQUEST = "userTask_requestCompletion";
    private static final String ASSESS = "userTask_assessApplication";

    @Autowired
    private DraftFixture fixture;

    @Autowired
    private DraftService drafts;

    @Autowired
    private DraftPeopleService people;

    @Autowired
    private DraftSubmissionService submissions;

    @Autowired
    private SecondSignatureService signatures;

    @Autowired
    private WaitingDrafts waiting;

    @Autowired
    private Applications applications;

    @Autowired
    private ApplicationIntakeService intake;

    @Autowired
    private EligibilityRecords records;

    @Autowired
    private Completions completions;

    @Autowired
    private CaseJournal journal;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private Play play;

    @Autowired
    private Clock clock;

    @Autowired
    private ActService acts;

    @Autowired
    private TransactionOperations transactions;

    private UUID id;

    @BeforeEach
    void anApplicationIsWritten() {
        id = written(Map.of());
        fixture.person(BO, BRYGGAN, Right.SUBMIT);
    }

    @Test
    void theApplicationHasComeInWhenTheFirstSubmitsItAndIsNotSignedUntilTheSecondHas() {
        var submission = submissions.submit(ANNA, id, first(BO));
        var before = applications.get(submission.reference());
        assertThat(before.given().yes("signed")).isTrue();
        assertThat(before.given().yes("jointSignature")).isTrue();
        assertThat(before.given().yes("signatoryAuthorised")).isFalse();

        play.pass(Duration.ofDays(2));
        signatures.sign(BO, id, second());

        var after = applications.get(submission.reference());
        assertThat(after.receivedAt()).isEqualTo(submission.receivedAt());
        assertThat(after.given().yes("signatoryAuthorised")).isTrue();
        assertThat(after.given().text("secondSignatoryName")).isEqualTo("Bo Exempelsson");
        var stored = submissions.of(id).orElseThrow();
        assertThat(stored.second().signedAt()).isAfter(submission.receivedAt().plus(Duration.ofDays(1)));
        assertThat(stored.answers()).containsEntry("signatoryAuthorised", false);
    }

    @Test
    void theTableAsksForTheSecondSignatureAndTheCaseGoesOnWhenItComes() {
        var reference = checked(first(BO));
        assertThat(findings(reference)).containsExactly("NOT_SIGNED");
        assertThat(records.get(reference).findings().get(0).reason()).contains("Den andra har inte skrivit under");
        assertThat(play.openTasks(reference.value())).containsExactly(REQUEST);

        signatures.sign(BO, id, second());
        play.goOn();

        assertThat(findings(reference)).isEmpty();
        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
        assertThat(play.path("application", reference.value())).contains("boundary_completedUnasked");
    }

    @Test
    void signingAnswersTheRequestToCompleteTheSignature() {
        var reference = checked(first(BO));
        ask(reference);
        assertThat(play.openTasks(reference.value())).isEmpty();

        signatures.sign(BO, id, second());
        play.goOn();

        assertThat(completions.latest(reference).orElseThrow().isAnswered()).isTrue();
        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
    }

    @Test
    void ifMoreIsAskedForTheCaseWaitsForTheRest() {
        id = written(Map.of("organisationType", "association"));
        fixture.person(BO, BRYGGAN, Right.SUBMIT);
        var reference = checked(first(BO));
        ask(reference);
        assertThat(completions.latest(reference).orElseThrow().codes()).contains("NOT_SIGNED", "MISSING_DOCUMENT");

        signatures.sign(BO, id, second());
        play.goOn();

        assertThat(completions.latest(reference).orElseThrow().isOpen()).isTrue();
        assertThat(applications.get(reference).given().yes("signatoryAuthorised"))
                .isTrue();
    }

    @Test
    void ifTheSecondNeverSignsTheOrderRunsOutAndTheTableProposesARejection() {
        var reference = checked(first(BO));
        for (var round = 0; round < 2; round++) {
            if (play.openTasks(reference.value()).contains(REQUEST)) {
                ask(reference);
                play.passTo(
                        completions.latest(reference).orElseThrow().deadline().plusSeconds(1));
                play.as("officerK1")
                        .complete(
                                "userTask_completionExpired",
                                reference.value(),
                                Map.of("expiredStep", "proceed", "expiredReason", "Ingen har svarat."));
                play.asNobody().goOn();
            }
        }

        assertThat(records.get(reference).findings())
                .extracting(EligibilityFinding::effect)
                .contains(EligibilityFinding.Effect.REJECT);
    }

    @Test
    void theSamePersonCannotSignTwice() {
        submissions.submit(ANNA, id, first(BO));

        refused(ANNA, second(), "", "submit.wrong.first");
        refused(BO, new SecondSigning(" anna  EXEMPELSSON", "kassör", true, true), "signer", "submit.wrong.sameName");
        assertThat(submissions.of(id).orElseThrow().second()).isNull();
    }

    @Test
    void nobodySignsWithoutTheRightNorWithoutDeclaring() {
        submissions.submit(ANNA, id, first(BO));
        fixture.person("cia@example.org", BRYGGAN, Right.WRITE);
        fixture.person("dan@example.org", "8024151014", Right.SUBMIT);

        assertThatThrownBy(() -> signatures.sign("cia@example.org", id, second()))
                .isInstanceOf(MayOnlyRead.class);
        assertThatThrownBy(() -> signatures.sign("dan@example.org", id, second()))
                .isInstanceOf(NoSuchDraft.class);
        assertThatThrownBy(() -> signatures.sign(BO, id, new SecondSigning("", null, false, false)))
                .isInstanceOfSatisfying(SigningRefused.class, wrong -> assertThat(wrong.reasons())
                        .containsOnlyKeys("signer", "role", "truthful", "entitled"));
    }

    @Test
    void ofTwoAtOnceOneSignsAndTheOtherIsToldSo() {
        submissions.submit(ANNA, id, first(BO));
        fixture.person("cia@example.org", BRYGGAN, Right.SUBMIT);

        var told = AtOnce.run(
                0,
                List.of(
                        () -> result(BO, "Bo Ek"),
                        () -> result("cia@example.org", "Cia Alm"),
                        () -> result(BO, "Bo Ek"),
                        () -> result("cia@example.org", "Cia Alm")));

        assertThat(told).containsOnly("signed", "submit.wrong.signed");
        var second = submissions.of(id).orElseThrow().second();
        var reference = submissions.of(id).orElseThrow().reference();
        assertThat(applications.get(reference).given().text("secondSignatoryName"))
                .isEqualTo(second.signer());
        assertThat(journal.of(reference))
                .filteredOn(event -> event.text().contains("skrivit under"))
                .hasSize(1);
    }

    /** The first could otherwise do without the second by saying that an agent has signed. */
    @Test
    void noCompletionStandsInForTheSecondSignature() {
        var reference = checked(first(BO));
        ask(reference);

        assertThatThrownBy(() -> acts.submit(
                        Act.COMPLETION,
                        applications.get(reference),
                        ANNA,
                        UUID.randomUUID(),
                        Map.of(
                                "completionReply", "Ett ombud har skrivit under.",
                                "answersMore", true,
                                "hasAgent", "true",
                                "agentSigned", "true",
                                "agentName", "Olle Ombud",
                                "agentEmail", "olle@example.org"),
                        Locale.forLanguageTag("sv")))
                .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.messages())
                        .containsOnlyKeys("agentSigned"));

        assertThat(applications.get(reference).given().yes("agentSigned")).isFalse();
        assertThat(waiting.toSign(BO)).hasSize(1);
    }

    @Test
    void whoSignsWhileTheApplicationIsWithdrawnIsToldSo() {
        var submission = submissions.submit(ANNA, id, first(BO));
        play.asNobody().goOn();

        var told = transactions.execute(withdrawal -> {
            intake.withdraw(submission.reference(), "Vi drar oss ur.", clock.instant(), null);
            var signing = CompletableFuture.supplyAsync(() -> result(BO, "Bo Ek"));
            assertThatThrownBy(() -> signing.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            return signing;
        });

        assertThat(told).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("submit.wrong.closed");
        assertThat(submissions.of(id).orElseThrow().second()).isNull();
    }

    @Test
    void theSameNameIsTheSameHoweverItsLettersAreMade() {
        submissions.submit(
                ANNA, id, new Signing("Åsa Öst", "ordförande", Signing.Capacity.SIGNATORY, true, true, true, true, BO));

        refused(
                BO,
                new SecondSigning(Normalizer.normalize("åsa öst", Normalizer.Form.NFD), "ledamot", true, true),
                "signer",
                "submit.wrong.sameName");
    }

    private String result(String person, String name) {
        try {
            signatures.sign(person, id, new SecondSigning(name, "ledamot", true, true));
            return "signed";
        } catch (SigningRefused refused) {
            return refused.reasons().get("");
        }
    }

    @Test
    void aDecidedOrWithdrawnApplicationIsNotSigned() {
        var submission = submissions.submit(ANNA, id, first(BO));
        play.asNobody().goOn();
        intake.withdraw(submission.reference(), "Vi drar oss ur.", clock.instant(), null);

        refused(BO, second(), "", "submit.wrong.closed");
        assertThat(waiting.toSign(BO)).isEmpty();
    }

    @Test
    void theSecondIsToldAndHasItToDoAndTheFirstSeesThatItWaits() {
        var submission = submissions.submit(ANNA, id, first(BO));

        assertThat(mailbox.link(BO, "SECOND_SIGNATURE")).isEqualTo("/utkast/" + id + "/underskrift");
        assertThat(waiting.toSign(BO)).singleElement().satisfies(one -> assertThat(one.reference())
                .isEqualTo(submission.reference()));
        assertThat(waiting.toSign(ANNA)).isEmpty();
        assertThat(waiting.awaited(submission.reference()).orElseThrow().second())
                .isEqualTo("Bo Exempelsson");

        signatures.sign(BO, id, second());
        signatures.sign(BO, id, second());

        assertThat(waiting.toSign(BO)).isEmpty();
        assertThat(waiting.awaited(submission.reference())).isEmpty();
    }

    @Test
    void whoDoesNotActForTheOrganisationIsInvitedToThisApplicationAndSigns() {
        var submission = submissions.submit(ANNA, id, first("Eva@Example.org"));
        assertThat(mailbox.kinds("eva@example.org")).containsExactly("SECOND_SIGNATURE");
        fixture.account("eva@example.org");
        assertThat(waiting.toSign("eva@example.org")).isEmpty();
        assertThat(waiting.invitedTo("eva@example.org")).hasSize(1);

        people.answer("eva@example.org", id, true);
        assertThat(waiting.toSign("eva@example.org")).hasSize(1);
        signatures.sign("eva@example.org", id, new SecondSigning("Eva Ek", "kassör", true, true));

        assertThat(applications.get(submission.reference()).given().text("secondSignatoryName"))
                .isEqualTo("Eva Ek");
    }

    @Test
    void theOtherMustBeAnotherAndAnAgentSignsAlone() {
        refusedFirst(first(ANNA.toUpperCase()), "second", "submit.wrong.secondIsYou");
        refusedFirst(first("ingen adress"), "second", "submit.wrong.second");
        refusedFirst(
                new Signing("Ulla", "jurist", Signing.Capacity.AGENT, true, true, true, true, BO),
                "joint",
                "submit.wrong.agentAlone");
        assertThat(submissions.of(id)).isEmpty();
    }

    private void refusedFirst(Signing signing, String field, String message) {
        assertThatThrownBy(() -> submissions.submit(ANNA, id, signing))
                .isInstanceOfSatisfying(SigningRefused.class, wrong -> assertThat(wrong.reasons())
                        .containsEntry(field, message));
    }

    private void refused(String person, SecondSigning signing, String field, String message) {
        assertThatThrownBy(() -> signatures.sign(person, id, signing))
                .isInstanceOfSatisfying(SigningRefused.class, wrong -> assertThat(wrong.reasons())
                        .containsEntry(field, message));
    }

    private Reference checked(Signing signing) {
        var reference = submissions.submit(ANNA, id, signing).reference();
        play.asNobody().goOn();
        play.as("officerK1").complete("userTask_conflictCheck", reference.value(), Map.of("conflictAnswer", "none"));
        play.asNobody().goOn();
        return reference;
    }

    private void ask(Reference reference) {
        play.as("officerK1")
                .complete(
                        REQUEST,
                        reference.value(),
                        Map.of(
                                "completionText", "Båda ska skriva under.",
                                "completionBy",
                                        SwedishDate.on(clock.instant())
                                                .plusDays(14)
                                                .toString(),
                                "completionConsequence", "Annars kan ansökan avvisas."));
        play.asNobody().goOn();
    }

    private List<String> findings(Reference reference) {
        return records.get(reference).findings().stream()
                .map(EligibilityFinding::code)
                .toList();
    }

    private static Signing first(String second) {
        return new Signing(
                "Anna Exempelsson", "ordförande", Signing.Capacity.SIGNATORY, true, true, true, true, second);
    }

    private static SecondSigning second() {
        return new SecondSigning("Bo Exempelsson", "kassör", true, true);
    }

    /** The draft of a municipality, whose application needs no documents. */
    private UUID written(Map<String, Object> changed) {
        var draft = fixture.begun();
        var answers = new LinkedHashMap<String, Object>();
        ApplicationFixture.answers().forEach((key, value) -> {
            if (!List.of("signed", "signatoryAuthorised", "attachments").contains(key)) {
                answers.put(key, value instanceof Boolean ? value.toString() : value);
            }
        });
        answers.put("organisationType", "municipality");
        answers.put("statutoryDuty", "none");
        answers.putAll(changed);
        fixture.type(ANNA, draft, answers);
        return draft;
    }
}
