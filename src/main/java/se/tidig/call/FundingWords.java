package se.tidig.call;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The Swedish words for the areas of activity (3 § second paragraph) and the categories of cost. */
public final class FundingWords {

    private static final Map<String, String> AREAS = Map.of(
            "swedish", "kunskaper i svenska språket",
            "society", "kunskaper om det svenska samhället",
            "labourMarket", "kunskaper om den svenska arbetsmarknaden",
            "health", "hälsa");

    private static final Map<String, String> CATEGORIES = Map.of(
            "salary", "lön",
            "premises", "lokalhyra",
            "ownPremises", "egna lokaler",
            "interpreter", "tolk",
            "material", "material",
            "travel", "resor",
            "childcare", "barnpassning",
            "information", "information",
            "audit", "revision",
            "other", "övrigt");

    private FundingWords() {}

    /** The word, or the key itself where a process owner has added one. */
    public static String area(String key) {
        return AREAS.getOrDefault(key, key);
    }

    /** The categories' words with commas; "inga" for none. */
    public static String categories(List<String> keys) {
        return keys.isEmpty()
                ? "inga"
                : keys.stream().map(key -> CATEGORIES.getOrDefault(key, key)).collect(Collectors.joining(", "));
    }
}
