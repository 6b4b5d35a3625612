package se.tidig.eligibility;

/**
 * One thing the eligibility table found about an application.
 *
 * @param code what was found, for instance {@code TOO_NEW}; stable, an order to complete refers to it
 * @param name what a person calls it, Swedish; the code where the table does not name it
 * @param effect what it leads to
 * @param paragraph the ground in ordinance 2016:1364, for instance {@code 7 § första stycket 5}, or
 *     {@code utlysningen}
 * @param reason a Swedish sentence for whoever examines it
 * @param decisionReason the sentence of the decision, once a person has examined it: what was found and why (32 § FL);
 *     the reason where the table has no other
 */
public record EligibilityFinding(
        String code, String name, Effect effect, String paragraph, String reason, String decisionReason) {

    public EligibilityFinding {
        name = name == null ? code : name;
        decisionReason = decisionReason == null ? reason : decisionReason;
    }

    /** What a finding leads to; REDUCE only lowers the amount. */
    public enum Effect {
        REJECT("Avvisning"),
        COMPLETION("Komplettering"),
        INELIGIBLE("Avslag"),
        REVIEW("Prövas"),
        REDUCE("En del av beloppet");

        private final String swedishName;

        Effect(String swedishName) {
            this.swedishName = swedishName;
        }

        /** As a case officer reads it. */
        public String swedishName() {
            return swedishName;
        }
    }
}
