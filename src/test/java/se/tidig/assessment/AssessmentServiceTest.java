package se.tidig.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.Reference;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationStatus;
import se.tidig.application.Applications;
import se.tidig.assessment.Assessment.Role;
import se.tidig.assessment.Assessment.Score;
import se.tidig.bundle.RuleSet;
import se.tidig.engine.CaseFacts.Fact;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Board;

/** One person assesses an application, or two who agree afterwards, and its weighed score is recorded. */
@DomainTest
class AssessmentServiceTest {

    private static final Actor FIRST = Actor.of("officerK1");
    private static final Actor SECOND = Actor.of("officerK2");
    private static final RuleSet RULES = ApplicationFixture.RULES;

    @Autowired
    ApplicationFixture fixture;

    @Autowired
    AssessmentService service;

    @Autowired
    Assessments assessments;

    @Autowired
    AssessmentResults results;

    @Autowired
    AssessmentFacts facts;

    @Autowired
    Applications applications;

    @Autowired
    CaseJournal journal;

    @Autowired
    JdbcClient jdbc;

    Reference reference;

    @BeforeEach
    void anApplicationIsChecked() {
        reference = fixture.checked(Board.K, ApplicationFixture.answers());
    }

    @Test
    void theFirstAndTheSecondAssessmentAreOfTwoPersons() {
        assess(FIRST, 3);
        told("Första bedömningen är gjord.");
        assertThatThrownBy(() -> assess(FIRST, 2))
                .isInstanceOf(Rejected.class)
                .hasMessage("Du har redan bedömt ansökan. En annan person gör den andra bedömningen.");

        assess(SECOND, 2);
        told("Andra bedömningen är gjord.");
        assertThatThrownBy(() -> assess(Actor.of("officerH1"), 2))
                .isInstanceOf(Rejected.class)
                .hasMessage("Ansökan är redan bedömd av två personer.");
        assertThat(assessments.of(reference)).extracting(Assessment::role).containsExactly(Role.FIRST, Role.SECOND);
    }

    @Test
    void twoAssessmentsAreReconciledAndOneIsNot() {
        assess(FIRST, 3);
        assertThatThrownBy(() -> service.reconcile(reference, SECOND, judgement(3), RULES))
                .isInstanceOf(Rejected.class)
                .hasMessage("Det finns inte två bedömningar att göra en gemensam av.");
        assess(SECOND, 1);

        service.reconcile(reference, SECOND, judgement(2), RULES);

        told("Gemensam bedömning är gjord.");
        assertThat(service.standing(reference)).singleElement().returns(Role.RECONCILED, Assessment::role);
    }

    @Test
    void aScoreAboveTheHighestOfItsCriterionIsRefusedAtItsField() {
        var scores = new TreeMap<>(judgement(3).scores());
        scores.put("C", new Score(5, "Skäl"));
        var judgement = new Judgement("", "", false, null, EarlierReporting.NONE, null, null, scores);

        for (var refused : List.<Runnable>of(
                () -> service.assess(reference, FIRST, judgement, RULES),
                () -> service.reconcile(reference, FIRST, judgement, RULES))) {
            assertThatThrownBy(refused::run)
                    .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.messages())
                            .isEqualTo(Map.of("scoreC", "Ange ett heltal från 0 till 4.")));
        }
        assess(FIRST, 4);
    }

    @ParameterizedTest
    @CsvSource({"3, 100000, 0, DONE", "3, 1000000, 0, SECOND", "0, 100000, 0, SECOND", "3, 100000, 3, SECOND"})
    void aSecondPersonAssessesWhatIsLargeOrUncertain(int score, long requested, int findings, String route) {
        jdbc.sql("update tidig.application set requested_amount = ?")
                .param(requested)
                .update();
        for (int i = 0; i < findings; i++) {
            jdbc.sql(
                            """
                            insert into tidig.finding_answer (reference, board, code, position, reason, actor, at)
                            values (?, 'K', ?, 'SET_ASIDE', 'Skäl', 'officerK1', '2026-11-26T10:00:00Z')
                            """)
                    .params(reference.value(), "F" + i)
                    .update();
        }
        assess(FIRST, score);

        assertThat(service.route(reference, RULES)).isEqualTo(route);
    }

    @Test
    void twoWhoseScoresLieFarApartAgreeOnOne() {
        assess(FIRST, 4);
        assess(SECOND, 2);
        assertThat(service.route(reference, RULES)).isEqualTo("RECONCILE");

        service.reconcile(reference, SECOND, judgement(3), RULES);

        assertThat(service.route(reference, RULES)).isEqualTo("DONE");
    }

    @Test
    void aTableThatSaysNothingAndACaseThatNobodyHasAssessedAreErrorsThatSaySo() {
        assertThatThrownBy(() -> service.route(reference, RULES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Ärendet " + reference + " har ingen bedömning. Bedöm ansökan först.");
        assess(FIRST, 3);

        assertThatThrownBy(() -> service.route(
                        reference,
                        (table, asked) -> table.equals("assessment-routing") ? List.of() : RULES.decide(table, asked)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Tabellen assessment-routing gav inget svar för ärendet " + reference + ". Lägg till en rad.");
    }

    @Test
    void theResultIsTheWeighedScoreAndTheApplicationCanBeRanked() {
        assertThat(facts.find(reference, "score")).contains(new Fact(null, false));
        assess(FIRST, 3);
        assess(SECOND, 2);

        assertThat(service.conclude(reference, RULES)).isEqualByComparingTo("62.5");

        assertThat(results.find(reference)).hasValueSatisfying(result -> {
            assertThat(result.score()).isEqualByComparingTo("62.5");
            assertThat(result.grounds()).isEmpty();
            assertThat(result.board()).isEqualTo("K");
        });
        assertThat(assessments.of(reference))
                .extracting(assessment -> assessment.score().doubleValue())
                .containsExactly(75.0, 50.0);
        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.ASSESSED);
        told("Bedömningen är klar. Viktad poäng: 62,5 av 100.");
        assertThat(facts.find(reference, "score")).hasValueSatisfying(fact -> assertThat((BigDecimal) fact.value())
                .isEqualByComparingTo("62.5"));
        assertThat(facts.find(reference, "other")).isEmpty();
        assertThat(facts.find(Reference.of("K-1999-1-001"), "score")).isEmpty();
    }

    @Test
    void aResultThatIsMadeAgainReplacesTheFirst() {
        assess(FIRST, 0);
        service.conclude(reference, RULES);
        assertThat(results.find(reference))
                .hasValueSatisfying(result -> assertThat(result.grounds()).isNotEmpty());
        assess(SECOND, 4);
        service.reconcile(reference, SECOND, judgement(4), RULES);

        assertThat(service.conclude(reference, RULES)).isEqualByComparingTo("100");
        assertThat(results.find(reference))
                .hasValueSatisfying(result -> assertThat(result.grounds()).isEmpty());
    }

    private void assess(Actor person, int score) {
        service.assess(reference, person, judgement(score), RULES);
    }

    private static Judgement judgement(int score) {
        var scores = new TreeMap<String, Score>();
        for (var criterion : "ABCDEF".split("")) {
            scores.put(criterion, new Score(score, "Skäl"));
        }
        return new Judgement("Behovet", "Målet", false, "Ingen vinst", EarlierReporting.NONE, null, null, scores);
    }

    private void told(String text) {
        assertThat(journal.latest(reference, EventKind.ASSESSMENT).text()).isEqualTo(text);
    }
}
