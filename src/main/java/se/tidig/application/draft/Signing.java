package se.tidig.application.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import se.tidig.organisation.EmailAddress;
import se.tidig.organisation.PlainName;

/**
 * What the person who submits says of themselves and declares.
 *
 * @param capacity null if nothing is chosen
 * @param truthful that the answers are right and complete
 * @param entitled that the person may represent the organisation
 * @param reports that changed circumstances will be reported (15 a §)
 * @param joint whether two authorised representatives sign together; the person is the first
 * @param second e-mail address of the second; not read if one signs alone
 */
public record Signing(
        String signer,
        String role,
        Capacity capacity,
        boolean truthful,
        boolean entitled,
        boolean reports,
        boolean joint,
        String second) {

    /** By what right a person signs. */
    public enum Capacity {
        /** Authorised to sign for the organisation (10 §). */
        SIGNATORY,
        /** By a power of attorney (14 and 15 §§ FL). */
        AGENT
    }

    /** One who signs alone. */
    public Signing(String signer, String role, Capacity capacity, boolean truthful, boolean entitled, boolean reports) {
        this(signer, role, capacity, truthful, entitled, reports, false, null);
    }

    /**
     * @param person the e-mail address of the person who submits
     * @throws SigningRefused with everything that is missing
     */
    void check(String person) {
        var wrong = wrongSigner(signer, role);
        if (capacity == null) {
            wrong.put("capacity", "submit.wrong.capacity");
        }
        if (joint) {
            checkJoint(person, wrong);
        }
        demand(truthful, "truthful", wrong);
        demand(entitled, "entitled", wrong);
        demand(reports, "reports", wrong);
        SigningRefused.ifAny(wrong);
    }

    private void checkJoint(String person, Map<String, String> wrong) {
        var address = EmailAddress.read(second);
        if (capacity == Capacity.AGENT) {
            wrong.put("joint", "submit.wrong.agentAlone");
        } else if (address.isEmpty()) {
            wrong.put("second", "submit.wrong.second");
        } else if (address.get().text().equalsIgnoreCase(person)) {
            wrong.put("second", "submit.wrong.secondIsYou");
        }
    }

    /** What is wrong with the name and the role, by field. */
    static Map<String, String> wrongSigner(String signer, String role) {
        var wrong = new LinkedHashMap<String, String>();
        if (signer == null || signer.isBlank()) {
            wrong.put("signer", "submit.wrong.signer");
        } else if (PlainName.read(signer).isEmpty()) {
            wrong.put("signer", "submit.wrong.signerName");
        }
        if (role == null || role.isBlank()) {
            wrong.put("role", "submit.wrong.role");
        } else if (PlainName.read(role).isEmpty()) {
            wrong.put("role", "submit.wrong.roleName");
        }
        return wrong;
    }

    static void demand(boolean declared, String key, Map<String, String> wrong) {
        if (!declared) {
            wrong.put(key, "submit.wrong." + key);
        }
    }
}
