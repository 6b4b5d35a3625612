package se.tidig.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Actor;
import se.tidig.Reference;

/** One person's assessment of an application, or the reconciled one of two persons: positions, scores, and why. */
@Table(schema = "tidig", name = "assessment")
public class Assessment {

    @Id
    private Long id;

    @Version
    private Integer version;

    private Reference reference;
    private String board;
    private Role role;
    private Actor assessor;
    private String need;
    private String goal;
    private boolean economicActivity;
    private String economicActivityReason;
    private EarlierReporting earlierReports;
    private String earlierReportsReason;
    private String externalMaterial;

    /** Weighted, 0–100; null until the table of weights has been asked. */
    private BigDecimal score;

    private Instant assessedAt;

    @MappedCollection(idColumn = "assessment", keyColumn = "criterion")
    private Map<String, Score> scores = new TreeMap<>();

    /** Which of a case's assessments it is. */
    public enum Role {
        FIRST("Första bedömningen"),
        SECOND("Andra bedömningen"),
        RECONCILED("Gemensam bedömning");

        private final String swedishName;

        Role(String swedishName) {
            this.swedishName = swedishName;
        }

        public String swedishName() {
            return swedishName;
        }
    }

    private Assessment() {}

    static Assessment of(
            Reference reference, String board, Role role, Actor assessor, Judgement judgement, Instant at) {
        var assessment = new Assessment();
        assessment.reference = reference;
        assessment.board = board;
        assessment.role = role;
        assessment.assessor = assessor;
        assessment.need = judgement.need();
        assessment.goal = judgement.goal();
        assessment.economicActivity = judgement.economicActivity();
        assessment.economicActivityReason = judgement.economicActivityReason();
        assessment.earlierReports = judgement.earlierReports();
        assessment.earlierReportsReason = judgement.earlierReportsReason();
        assessment.externalMaterial = judgement.externalMaterial();
        assessment.scores.putAll(judgement.scores());
        assessment.assessedAt = at;
        return assessment;
    }

    /** Sums the scores by weight: the highest score on every criterion gives 100. */
    void weigh(Weights weights) {
        var sum = BigDecimal.ZERO;
        var total = BigDecimal.ZERO;
        for (var entry : scores.entrySet()) {
            var criterion = weights.of(entry.getKey());
            var weight = BigDecimal.valueOf(criterion.weight());
            sum = sum.add(
                    weight.multiply(BigDecimal.valueOf(100L * entry.getValue().score()))
                            .divide(BigDecimal.valueOf(criterion.highest()), MathContext.DECIMAL64));
            total = total.add(weight);
        }
        score = sum.divide(total, 1, RoundingMode.HALF_UP);
    }

    public Reference reference() {
        return reference;
    }

    public Role role() {
        return role;
    }

    /** User id. */
    public Actor assessor() {
        return assessor;
    }

    /** Position on the need for the activity (4 § first paragraph 1). */
    public String need() {
        return need;
    }

    /** Position on how well the activity is expected to reach the purpose (4 § first paragraph 2). */
    public String goal() {
        return goal;
    }

    /** Whether the assessor finds that it is economic activity, to which no grant may be given (5 §). */
    public boolean isEconomicActivity() {
        return economicActivity;
    }

    public String economicActivityReason() {
        return economicActivityReason;
    }

    /** What earlier reports show (12 § second paragraph). */
    public EarlierReporting earlierReports() {
        return earlierReports;
    }

    /** Null if there are no earlier reports. */
    public String earlierReportsReason() {
        return earlierReportsReason;
    }

    /** Material from others than the applicant (25 § förvaltningslagen); null if there is none. */
    public String externalMaterial() {
        return externalMaterial;
    }

    /** By criterion. */
    public Map<String, Score> scores() {
        return new TreeMap<>(scores);
    }

    /** Weighted, 0–100 with one decimal; null until the table of weights has been asked. */
    public BigDecimal score() {
        return score;
    }

    public Instant assessedAt() {
        return assessedAt;
    }

    /**
     * The score on one criterion.
     *
     * @param score at least 0; the table {@code assessment-weights} has the highest
     * @param reason why, in Swedish
     */
    @Table(schema = "tidig", name = "assessment_score")
    public record Score(int score, String reason) {

        public Score {
            if (score < 0) {
                throw new IllegalArgumentException("Poängen ska vara minst 0.");
            }
        }
    }
}
