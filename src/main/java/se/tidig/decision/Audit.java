package se.tidig.decision;

import se.tidig.bundle.EarlierBundles;

/** Who must examine the recipient's report (14 a § of ordinance 2016:1364). */
public enum Audit {
    NONE,
    AUDITOR,
    AUTHORISED_AUDITOR;

    /** The sentence for forms, mails and letters of earlier bundles; those of today read the code. */
    public String sentence() {
        return EarlierBundles.text("audit." + name());
    }
}
