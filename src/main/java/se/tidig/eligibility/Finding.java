package se.tidig.eligibility;

/**
 * One thing the eligibility table found about an application.
 *
 * @param code what was found, for instance {@code TOO_NEW}; stable, an order to complete refers to it
 * @param effect what it leads to
 * @param paragraph the ground in ordinance 2016:1364, for instance {@code 7 § första stycket 5}, or
 *     {@code utlysningen}
 * @param reason a Swedish sentence as the decision letter states it
 */
public record Finding(String code, Effect effect, String paragraph, String reason) {

    /** What a finding leads to; REDUCE only lowers the amount. */
    public enum Effect {
        REJECT,
        COMPLETION,
        INELIGIBLE,
        REVIEW,
        REDUCE
    }
}
