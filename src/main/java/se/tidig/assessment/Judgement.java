package se.tidig.assessment;

import java.util.Map;
import se.tidig.assessment.Assessment.Score;

/**
 * What an assessor answers.
 *
 * @param need position on 4 § first paragraph 1
 * @param goal position on 4 § first paragraph 2
 * @param economicActivity whether it is economic activity (5 §)
 * @param earlierReportsReason null where there are no earlier reports
 * @param externalMaterial what came from others than the applicant; null where nothing did
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
