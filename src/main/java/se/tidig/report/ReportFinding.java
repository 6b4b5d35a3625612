package se.tidig.report;

import java.util.Map;

/**
 * What the table {@code report-check} found in a report.
 *
 * @param code stable name of the rule
 * @param effect what it calls for
 * @param paragraph where it stands
 * @param reason Swedish, as the recipient may read it
 */
public record ReportFinding(String code, Effect effect, String paragraph, String reason) {

    /** What a finding calls for. */
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
