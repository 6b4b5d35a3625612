package se.tidig.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Reference;

/**
 * The result of the assessment of a case.
 *
 * @param reference the application's reference
 * @param board county letter
 * @param score weighted by the table {@code assessment-weights}, 0–100 with one decimal
 * @param grounds paragraphs that exclude a grant, whatever the frame: a score below its criterion's floor, or
 *     economic activity (5 §); empty if the application can be granted
 * @param version null for a new one
 */
@Table(schema = "tidig", name = "assessment_result")
public record AssessmentResult(
        @Id Reference reference,
        String board,
        BigDecimal score,
        List<String> grounds,
        Instant assessedAt,
        @Version Integer version) {}
