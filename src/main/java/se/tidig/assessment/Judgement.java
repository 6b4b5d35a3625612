package se.tidig.assessment;

import java.util.Map;
import se.tidig.assessment.Assessment.Score;

/**
 * An assessor's answers.
 *
 * @param need position on 4 § first paragraph 1
 * @param goal position on 4 § first paragraph 2
 * @param economicActivity whether it is economic activity (5 §)
 * @param earlierReportsReason null if there are no earlier reports
 * @param externalMaterial material from others than the applicant; null if there is none
 * @param scores by criterion
 */
public record Judgement(
        String need,
        String goal,
        boolean economicActivity,
        String economicActivityReason,
        EarlierReporting earlierReports,
        String earlierReportsReason,
        String externalMaterial,
        Map<String, Score> scores) {}
