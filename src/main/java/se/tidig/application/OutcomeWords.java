package se.tidig.application;

import java.util.Map;

/** The outcomes of the check of conditions in words. */
public final class OutcomeWords {

    private static final Map<String, String> SWEDISH = Map.of(
            "REJECT", "Grund för avvisning.",
            "INELIGIBLE", "Grund för avslag.",
            "COMPLETION", "Ansökan behöver kompletteras.",
            "REVIEW", "Förutsättningarna ska prövas av en handläggare.",
            "ELIGIBLE", "Förutsättningarna är uppfyllda.");

    private OutcomeWords() {}

    public static String swedish(String outcome) {
        return SWEDISH.getOrDefault(outcome, outcome);
    }
}
