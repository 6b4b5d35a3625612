package se.tidig.assessment;

import java.util.Arrays;

/** What disqualifies (16 § first paragraph förvaltningslagen), by the values of the form. */
public enum ConflictGround {
    PARTY("party", "Själv eller närstående part, eller påverkad av beslutet", "16 § första stycket 1"),
    REPRESENTATIVE(
            "representative",
            "Företräder eller har företrätt en part, själv eller närstående",
            "16 § första stycket 2"),
    EARLIER_INSTANCE("earlierInstance", "Har tagit ställning hos en annan myndighet", "16 § första stycket 3"),
    OTHER("other", "Annan särskild omständighet", "16 § första stycket 4");

    private final String value;
    private final String swedishName;
    private final String paragraph;

    ConflictGround(String value, String swedishName, String paragraph) {
        this.value = value;
        this.swedishName = swedishName;
        this.paragraph = paragraph;
    }

    public String swedishName() {
        return swedishName;
    }

    /** In förvaltningslagen (2017:900). */
    public String paragraph() {
        return paragraph;
    }

    /** @throws IllegalArgumentException for a value that the form does not have */
    public static ConflictGround of(String value) {
        return Arrays.stream(values())
                .filter(ground -> ground.value.equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Okänd grund för jäv: " + value));
    }
}
