package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.Reference;
import se.tidig.application.DiaryNumberRefused.Why;
import se.tidig.application.FindingAnswer.Position;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.FileRuleSet;
import se.tidig.bundle.RuleSet;
import se.tidig.bundle.SameRules;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.eligibility.EligibilityFinding.Effect;
import se.tidig.engine.CaseFacts.Fact;
import se.tidig.form.Answers;
import se.tidig.form.FormAnswer;
import se.tidig.form.FormAnswers;
import se.tidig.form.FormSchema;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Board;

/** What models and officers can know of an application, and the steps that other stages take with it. */
@DomainTest
class KnownOfApplicationTest {

    private static final Actor OFFICER = Actor.of("officerK1");

    /** The bundle with its forms, which tell who asks what. */
    private static final RuleSet BUNDLE = FileRuleSet.of(Bundle.packaged());

    @Autowired
    ApplicationFixture fixture;

    @Autowired
    ApplicationFacts facts;

    TaskFacts tasks;

    @Autowired
    FormAnswers formAnswers;

    @Autowired
    AskedFindingService asked;

    @Autowired
    ApplicationChangeService changes;

    @Autowired
    ApplicationProgressService progress;

    @Autowired
    SelfTestService selfTest;

    @Autowired
    FindingAnswers answers;

    @Autowired
    EligibilityRecords records;

    @Autowired
    Applications applications;

    @Autowired
    CaseJournal journal;

    @Autowired
    ApplicationEvents events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Reference reference;

    @BeforeEach
    void anApplicationWithAFeeIsChecked() {
        tasks = new TaskFacts(applications, formAnswers, new SameRules(BUNDLE), Optional::empty);
        reference = fixture.checked(Board.K, ApplicationFixture.answers("participantFee", 50));
    }

    @Test
    void modelsReadTheSumsTheAnswersAndTheFindingsThatStand() {
        assertThat(facts.find(reference, "requestedAmount")).contains(new Fact(100_000L, false));
        assertThat(facts.find(reference, "maxGrant"))
                .hasValueSatisfying(fact -> assertThat(fact.value()).isInstanceOf(Long.class));
        assertThat(facts.find(reference, "eligibleCost")).contains(new Fact(100_000L, false));
        assertThat(facts.find(reference, "finding_FEE")).contains(new Fact(true, true));
        assertThat(facts.find(reference, "finding_OTHER")).contains(new Fact(false, true));
        assertThat(facts.find(reference, "title")).contains(new Fact("Språkcafé Bryggan", false));
        assertThat(facts.find(reference, "unknown")).isEmpty();
        assertThat(facts.find(Reference.of("K-1999-1-001"), "title")).isEmpty();

        setAside("FEE");
        assertThat(facts.find(reference, "finding_FEE")).contains(new Fact(false, true));
    }

    @Test
    void beforeTheCheckItsFiguresAreUnknownAndNoFindingStands() {
        var received = fixture.receive(Board.K, ApplicationFixture.answers()).reference();

        assertThat(facts.find(received, "maxGrant")).contains(new Fact(null, false));
        assertThat(facts.find(received, "finding_FEE")).contains(new Fact(false, true));
        assertThatThrownBy(() -> records.get(received))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Villkoren i ärendet " + received + " är inte kontrollerade ännu.");
    }

    @Test
    void theProcessGetsTheSumsAndTheFindingsThatItsModelsName() {
        var rules = naming("finding_FEE", "finding_OTHER");

        assertThat(facts.ofAnswers(reference, rules))
                .containsEntry("requestedAmount", 100_000L)
                .doesNotContainKey("maxGrant");
        assertThat(facts.ofCheck(reference, rules))
                .containsEntry("requestedAmount", 100_000L)
                .containsEntry("eligibleCost", 100_000L)
                .containsEntry("finding_FEE", true)
                .containsEntry("finding_OTHER", false);
        setAside("FEE");
        assertThat(facts.ofCheck(reference, rules)).containsEntry("finding_FEE", false);
    }

    @Test
    void anAnswerInATaskIsKnownByItsQuestionAndTheLatestCounts() {
        assertThat(tasks.find(reference, "earlierReportsPosition")).contains(new Fact(null, false));
        answer("userTask_assessApplication", "assess-application", Map.of("earlierReportsPosition", "none"));
        answer("userTask_assessApplication", "assess-application", Map.of("earlierReportsPosition", "good"));

        assertThat(tasks.find(reference, "earlierReportsPosition")).contains(new Fact("good", false));
        assertThat(tasks.find(reference, "title"))
                .as("the application answers its own questions")
                .isEmpty();
        assertThat(tasks.find(reference, "unknown")).isEmpty();
        assertThat(tasks.find(Reference.of("K-1999-1-001"), "earlierReportsPosition"))
                .isEmpty();
    }

    @Test
    void allAnswersOfACaseAreThoseOfItsTasksAndOfTheApplicationFirst() {
        answer("userTask_a", "assess-application", Map.of("needPosition", "Äldre.", "title", "I uppgiften"));
        answer("userTask_b", "assess-application", Map.of("needPosition", "Senast."));

        assertThat(tasks.all(reference))
                .containsEntry("needPosition", "Senast.")
                .containsEntry("title", "Språkcafé Bryggan");
    }

    @Test
    void theApplicantIsAskedForWhatIsMissingAndElseOfAllThatStands() {
        var fee = finding("FEE", Effect.INELIGIBLE);
        var missing = finding("MISSING_COSTS", Effect.COMPLETION);
        var unsigned = finding("NOT_SIGNED", Effect.COMPLETION);
        var all = List.of(fee, missing, unsigned);

        assertThat(asked.of(reference, all)).containsExactly(missing, unsigned);
        assertThat(asked.of(reference, List.of(fee))).containsExactly(fee);
        setAside("MISSING_COSTS");
        assertThat(asked.of(reference, all)).containsExactly(unsigned);
        setAside("NOT_SIGNED");
        assertThat(asked.of(reference, all)).containsExactly(fee);
    }

    @Test
    void anOrderIsAboutWhatPreventsExaminationIfAnythingDoes() {
        var document = finding("MISSING_STATUTES", Effect.COMPLETION);
        var unsigned = finding("NOT_SIGNED", Effect.COMPLETION);

        assertThat(asked.of(reference, List.of(document, unsigned), CompletionKind.ORDER))
                .containsExactly(unsigned);
        assertThat(asked.of(reference, List.of(document, unsigned), CompletionKind.INFORMAL))
                .containsExactly(document, unsigned);
        assertThat(asked.of(reference, List.of(document), CompletionKind.ORDER)).containsExactly(document);
        assertThat(asked.anyHinders(List.of(document))).isFalse();
        assertThat(asked.anyHinders(List.of(document, unsigned))).isTrue();
    }

    @Test
    void anOrderNamesTheProvisionsOfItsFindings() {
        var power = finding("MISSING_POWER_OF_ATTORNEY", Effect.COMPLETION);
        var unconfirmed = finding("NOT_CONFIRMED", Effect.COMPLETION);

        assertThat(asked.provision(List.of(power, power, unconfirmed))).isEqualTo("15 § andra stycket och 21 §");
        assertThat(asked.provision(List.of(finding("NOT_SIGNED", Effect.COMPLETION))))
                .isNull();
        assertThat(asked.questions(List.of(
                        finding("A", Effect.COMPLETION, "title", "giro"), finding("B", Effect.COMPLETION, "giro"))))
                .containsExactly("title", "giro");
    }

    @Test
    void aChangeThatMattersReplacesTheAnswersAndOpensWhatWasSetAside() {
        setAside("FEE");

        changes.take(reference, Map.of("participantFee", 0), "Ingen avgift längre.", OFFICER);

        assertThat(applications.get(reference).given().number("participantFee").orElseThrow())
                .isZero();
        assertThat(answers.of(reference).get("FEE"))
                .returns(Position.LAPSED, FindingAnswer::position)
                .returns("Ingen avgift längre.", FindingAnswer::reason)
                .returns(OFFICER, FindingAnswer::actor);
        told(EventKind.EXAMINATION, "Ändringen påverkar prövningen. Ingen avgift längre.");
    }

    @Test
    void aChangeThatDoesNotMatterIsToldOnly() {
        changes.leave(reference, "Nytt telefonnummer.", OFFICER);

        told(EventKind.EXAMINATION, "Ändringen påverkar inte prövningen. Nytt telefonnummer.");
    }

    @Test
    void onlyAReceivedApplicationIsGivenADiaryNumber() {
        var number = applications.get(reference).diaryNumber();

        assertThat(progress.register(reference).diaryNumber()).isEqualTo(number).isNotNull();
        told(EventKind.REGISTRATION, "Diarieförd med nummer " + number + ".");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"null, MALFORMED", "'', MALFORMED", "604#17, MALFORMED", "604-9-2026-, MALFORMED"})
    void aDiaryNumberHasLettersAndDigits(String given, Why why) {
        renumberingIsRefused(reference, given, why);
    }

    @Test
    void aDiaryNumberIsNewUnusedAndOfARegisteredApplication() {
        renumberingIsRefused(reference, applications.get(reference).diaryNumber(), Why.UNCHANGED);
        var other = fixture.checked(Board.K, ApplicationFixture.answers());
        renumberingIsRefused(reference, applications.get(other).diaryNumber(), Why.TAKEN);
        renumberingIsRefused(
                fixture.receive(Board.K, ApplicationFixture.answers()).reference(), "604-99-2026", Why.NOT_REGISTERED);

        var before = applications.get(reference).diaryNumber();
        progress.renumber(reference, " 604-99-2026 ", OFFICER);
        assertThat(applications.get(reference).diaryNumber()).isEqualTo("604-99-2026");
        told(EventKind.REGISTRATION, "Diarienumret ändrat från " + before + " till 604-99-2026.");
    }

    @Test
    void theSeriesSkipsNumbersThatTheRecordsSystemHasGiven() {
        var day = LocalDate.now(clock);
        progress.renumber(reference, "604-2-" + day.getYear(), OFFICER);

        var next = fixture.checked(Board.K, ApplicationFixture.answers());

        assertThat(applications.get(next).diaryNumber()).isEqualTo("604-3-" + day.getYear());
    }

    @Test
    void anApplicationThatIsSettledTellsItsCall() {
        var call = applications.get(reference).call();
        events.clear();

        progress.exclude(reference);

        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.EXCLUDED);
        assertThat(events.stream(Application.Settled.class)).containsExactly(new Application.Settled(reference, call));
    }

    @Test
    void anUnknownApplicationIsAnErrorThatNamesIt() {
        var unknown = Reference.of("K-1999-1-001");
        assertThatThrownBy(() -> applications.get(unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Det finns ingen ansökan med referensen K-1999-1-001.");
        assertThatThrownBy(() -> transaction.execute(status -> applications.lock(unknown)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Det finns ingen ansökan med referensen K-1999-1-001.");
    }

    @Test
    void theSelfTestFindsOnlyWhatItAskedAboutAndNotWhatIsMissing() {
        var call = applications.get(reference).call();
        var questions = selfTest.questions(Locale.forLanguageTag("sv"));
        assertThat(questions.inputKeys())
                .contains("participantFee", "organisationType")
                .doesNotContain("title");

        assertThat(selfTest.findings(call, Map.of("participantFee", 50, "organisationType", "association")))
                .extracting(EligibilityFinding::code)
                .contains("FEE")
                .doesNotContain("NOT_SIGNED", "MISSING_COSTS");
        assertThat(selfTest.findings(call, Map.of("participantFee", 0, "organisationType", "association")))
                .extracting(EligibilityFinding::code)
                .doesNotContain("FEE");
    }

    private void renumberingIsRefused(Reference application, String given, Why why) {
        assertThatThrownBy(() -> progress.renumber(application, given, OFFICER))
                .isInstanceOfSatisfying(DiaryNumberRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(why));
    }

    private void setAside(String code) {
        answers.add(reference, new FindingAnswer(code, Position.SET_ASIDE, "Skäl", OFFICER, clock.instant()));
    }

    private static EligibilityFinding finding(String code, Effect effect, String... questions) {
        return new EligibilityFinding(code, code, effect, "1 §", "Skäl.", "Skäl.", List.of(questions));
    }

    private void answer(String element, String form, Map<String, Object> given) {
        formAnswers.add(new FormAnswer(
                reference,
                "K",
                "application",
                "instance",
                element,
                form,
                1,
                "deployment",
                element + System.nanoTime(),
                OFFICER,
                clock.instant(),
                new Answers(new HashMap<>(given))));
    }

    /** The packaged tables, of models that name these variables. */
    private static RuleSet naming(String... names) {
        return new RuleSet() {

            @Override
            public List<Map<String, Object>> decide(String table, Map<String, Object> asked) {
                return ApplicationFixture.RULES.decide(table, asked);
            }

            @Override
            public Optional<FormSchema> form(String id) {
                return ApplicationFixture.RULES.form(id);
            }

            @Override
            public Set<String> named(String prefix) {
                return Set.of(names);
            }
        };
    }

    private void told(EventKind kind, String text) {
        assertThat(journal.latest(reference, kind).text()).isEqualTo(text);
    }
}
