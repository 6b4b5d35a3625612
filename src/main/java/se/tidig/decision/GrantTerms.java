package se.tidig.decision;

import java.util.List;
import se.tidig.bundle.Rules;

/**
 * What a decision to grant must say of payment and auditor (13 and 14 a §§), answered by the module that will carry the
 * grant out, so that letter and grant never differ.
 */
public interface GrantTerms {

    Stated of(Granted granted, Rules rules);

    /**
     * @param payments the order of payment, a sentence for each part
     * @param audit which auditor is required, a sentence
     */
    record Stated(List<String> payments, String audit) {}
}
