package se.tidig.application.draft;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What the second of two who sign together says of themselves and declares.
 *
 * @param truthful that the answers are right and complete
 * @param entitled that the person may represent the organisation together with the first
 */
public record SecondSigning(String signer, String role, boolean truthful, boolean entitled) {

    /**
     * @param first name of the person who signed first
     * @throws SigningRefused with everything that is missing
     */
    void check(String first) {
        var wrong = Signing.wrongSigner(signer, role);
        if (wrong.isEmpty() && plain(signer).equals(plain(first))) {
            wrong.put("signer", "submit.wrong.sameName");
        }
        Signing.demand(truthful, "truthful", wrong);
        Signing.demand(entitled, "entitled", wrong);
        SigningRefused.ifAny(wrong);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC)
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
