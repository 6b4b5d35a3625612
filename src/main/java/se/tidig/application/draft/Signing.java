package se.tidig.application.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import se.tidig.form.Rejected;

/**
 * What the person who submits says of themselves and declares.
 *
 * @param capacity null if nothing is chosen
 * @param truthful that the answers are right and complete
 * @param entitled that the person may represent the organisation
 * @param reports that changed circumstances will be reported (15 a §)
 */
public record Signing(
        String signer, String role, Capacity capacity, boolean truthful, boolean entitled, boolean reports) {

    private static final int LONGEST = 200;

    /** By what right a person signs. */
    public enum Capacity {
        /** Authorised to sign for the organisation (10 §). */
        SIGNATORY,
        /** By a power of attorney (14 and 15 §§ FL). */
        AGENT
    }

    /** @throws Rejected with everything that is missing */
    void check() {
        var wrong = new LinkedHashMap<String, String>();
        if (signer == null || signer.isBlank()) {
            wrong.put("signer", "Skriv ditt namn.");
        } else if (signer.length() > LONGEST) {
            wrong.put("signer", "Namnet får ha högst 200 tecken.");
        }
        if (role == null || role.isBlank()) {
            wrong.put("role", "Skriv ditt uppdrag i organisationen eller din befattning, till exempel ordförande.");
        } else if (role.length() > LONGEST) {
            wrong.put("role", "Uppdraget får ha högst 200 tecken.");
        }
        if (capacity == null) {
            wrong.put("capacity", "Välj om du skriver under som behörig företrädare eller som ombud.");
        }
        demand(truthful, "truthful", "Försäkra att uppgifterna är riktiga och fullständiga.", wrong);
        demand(entitled, "entitled", "Försäkra att du har rätt att skriva under för organisationen.", wrong);
        demand(reports, "reports", "Försäkra att ni anmäler ändrade förhållanden.", wrong);
        if (!wrong.isEmpty()) {
            throw new Rejected(wrong);
        }
    }

    private static void demand(boolean declared, String key, String message, Map<String, String> wrong) {
        if (!declared) {
            wrong.put(key, message);
        }
    }
}
