package se.tidig.eligibility;

import java.util.List;
import java.util.Locale;

/**
 * One finding of the eligibility table about an application.
 *
 * @param code what was found, for instance {@code TOO_NEW}; stable, an order to complete refers to it
 * @param name its Swedish name for people; the code if the table does not name it
 * @param effect what follows from it
 * @param paragraph the ground in ordinance 2016:1364, for instance {@code 7 § första stycket 5}, or {@code
 *     utlysningen}
 * @param reason a Swedish sentence for the person who examines it
 * @param decisionReason the sentence of the decision, after a person has examined it: what was found and why (32 §
 *     FL); the reason if the table has no other
 * @param questions the keys of the application's questions that it is about, which a completion answers; empty if the
 *     table names none
 * @param englishName the name on English pages; null if the table has none
 * @param englishReason the reason on English pages; null if the table has none
 */
public record EligibilityFinding(
        String code,
        String name,
        Effect effect,
        String paragraph,
        String reason,
        String decisionReason,
        List<String> questions,
        String englishName,
        String englishReason) {

    /**
     * The code of the finding that nothing is left to grant. The findings that lowered the amount explain it, so a
     * refusal on this ground gives them too.
     */
    public static final String NOTHING_LEFT = "NO_ELIGIBLE_COST";

    private static final String ENGLISH = Locale.ENGLISH.getLanguage();

    public EligibilityFinding {
        name = name == null ? code : name;
        decisionReason = decisionReason == null ? reason : decisionReason;
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    /** The same without English words. */
    public EligibilityFinding(
            String code,
            String name,
            Effect effect,
            String paragraph,
            String reason,
            String decisionReason,
            List<String> questions) {
        this(code, name, effect, paragraph, reason, decisionReason, questions, null, null);
    }

    /** The same if no questions are named. */
    public EligibilityFinding(
            String code, String name, Effect effect, String paragraph, String reason, String decisionReason) {
        this(code, name, effect, paragraph, reason, decisionReason, List.of());
    }

    /** Whether the table has its words in the language. */
    public boolean isIn(Locale language) {
        return !ENGLISH.equals(language.getLanguage()) || englishName != null && englishReason != null;
    }

    /** The name in the language; the Swedish one if the table has no other. */
    public String nameIn(Locale language) {
        return ENGLISH.equals(language.getLanguage()) && isIn(language) ? englishName : name;
    }

    /** The reason in the language; the Swedish one if the table has no other. */
    public String reasonIn(Locale language) {
        return ENGLISH.equals(language.getLanguage()) && isIn(language) ? englishReason : reason;
    }

    /** What follows from a finding; REDUCE only lowers the amount. */
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

        /** In a case officer's words. */
        public String swedishName() {
            return swedishName;
        }
    }
}
