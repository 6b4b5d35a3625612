package se.tidig.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What the assessment of a case came to.
 *
 * @param reference the application's reference
 * @param board county letter
 * @param score weighted by the table {@code assessment-weights}, 0–100 with one decimal
 * @param grounds paragraphs that a grant falls on, whatever the frame: a score below its criterion's floor, or economic
 *     activity (5 §); empty where the application can be granted
 * @param version null for a new one
 */
@Table(schema = "tidig", name = "assessment_result")
public record AssessmentResult(
        @Id String reference,
        String board,
        BigDecimal score,
        List<String> grounds,
        Instant assessedAt,
        @Version Integer version) {}
