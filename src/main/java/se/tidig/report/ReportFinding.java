package se.tidig.report;

import java.util.Map;

/**
 * What the table {@code report-check} found in a report.
 *
 * @param code stable name of the rule
 * @param effect what follows from it
 * @param paragraph its provision
 * @param reason Swedish, in words that the recipient may read
 */
public record ReportFinding(String code, Effect effect, String paragraph, String reason) {

    /** What follows from a finding. */
    public enum Effect {
        COMPLETION("Komplettering"),
        RECOVERY("Återkrav"),
        RISK("Fördjupad kontroll"),
        NOTE("Att beakta");

        private final String swedish;

        Effect(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    static ReportFinding of(Map<String, Object> row) {
        return new ReportFinding(
                (String) row.get("code"),
                Effect.valueOf((String) row.get("effect")),
                (String) row.get("paragraph"),
                (String) row.get("reason"));
    }
}
