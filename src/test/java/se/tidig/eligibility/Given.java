package se.tidig.eligibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.tidig.bundle.FileRuleSet;
import se.tidig.form.FormSchema;

/** The facts of an application that meets all conditions; each test changes those it is about. */
final class Given {

    static final FileRuleSet RULES = FileRuleSet.packaged();
    static final EligibilityCheck CHECK = new EligibilityCheck(RULES);

    /** The program's own form. */
    static final FormSchema FORM = EligibilityCheck.form(RULES);

    private final Map<String, Object> facts;

    private Given(Map<String, Object> facts) {
        this.facts = facts;
    }

    static Given association() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("organisationName", "Föreningen Bryggan");
        facts.put("organisationNumber", "8020000006");
        facts.put("organisationType", "association");
        facts.put("activeInSwedenSince", "2010-05-01");
        facts.put("hasResponsibleBoard", true);
        facts.put("democraticAndIndependent", true);
        facts.put("purposeCompatible", true);
        facts.put("democracyConcern", false);
        facts.put("inLiquidationOrBankruptcy", false);
        facts.put("enforcementDebt", false);
        facts.put("partners", List.of());
        facts.put("title", "Språkcafé");
        facts.put("activityDescription", "Språkcafé två kvällar i veckan.");
        facts.put("purposeDescription", "Deltagarna bryter sin isolering.");
        facts.put("focusAreas", List.of("swedish"));
        facts.put("targetGroups", List.of("lma"));
        facts.put("participantFee", 0);
        facts.put("internship", "none");
        facts.put("economicActivity", false);
        facts.put("religiousOrPoliticalInfluence", false);
        facts.put("periodStart", "2027-01-01");
        facts.put("periodEnd", "2027-12-31");
        facts.put("budgetLines", List.of(line("salary", 80_000), line("premises", 20_000)));
        facts.put("publicFunding", 0);
        facts.put("pendingPublicFunding", 0);
        facts.put("requestedAmount", 100_000);
        facts.put("signed", true);
        facts.put("signatoryAuthorised", true);
        facts.put("attachments", List.of("statutes", "annualReport", "annualMeetingMinutes", "signatoryProof"));
        facts.put("receivedAt", "2026-09-18T10:00:00+02:00");
        facts.put("closesAt", "2026-09-20T23:59:59+02:00");
        facts.put("overdueRecovery", false);
        facts.put("completionOrdered", List.of());
        facts.put("completionRoundsLeft", 2);
        facts.put("maxPerApplication", null);
        facts.put("maxMonths", null);
        facts.put("excludedCategories", List.of());
        return new Given(facts);
    }

    static Given umbrella() {
        return association().with("organisationType", "umbrella").with("membersConfirmed", true);
    }

    /** Answers only what is asked of a municipality. */
    static Given municipality() {
        return association()
                .with("organisationType", "municipality")
                .with("statutoryDuty", "none")
                .without("activeInSwedenSince")
                .without("hasResponsibleBoard")
                .without("democraticAndIndependent")
                .without("purposeCompatible")
                .without("democracyConcern")
                .without("inLiquidationOrBankruptcy")
                .without("enforcementDebt")
                .without("attachments");
    }

    static Map<String, Object> line(String category, Number amount) {
        return row("category", category, "description", "Post", "amount", amount);
    }

    /** A partner that meets every condition. */
    static Map<String, Object> partner(String type) {
        return row(
                "name",
                "Parten",
                "type",
                type,
                "hasResponsibleBoard",
                true,
                "democraticAndIndependent",
                true,
                "purposeCompatible",
                true,
                "activeInSwedenSince",
                "2010-01-01");
    }

    static Map<String, Object> row(Object... entries) {
        var row = new LinkedHashMap<String, Object>();
        for (var i = 0; i < entries.length; i += 2) {
            row.put((String) entries[i], entries[i + 1]);
        }
        return row;
    }

    static Map<String, Object> but(Map<String, Object> row, String name, Object value) {
        var changed = new LinkedHashMap<>(row);
        changed.put(name, value);
        return changed;
    }

    Given with(String name, Object value) {
        return new Given(but(facts, name, value));
    }

    Given without(String name) {
        var fewer = new LinkedHashMap<>(facts);
        fewer.remove(name);
        return new Given(fewer);
    }

    @SafeVarargs
    final Given lines(Map<String, Object>... lines) {
        return with("budgetLines", Arrays.asList(lines));
    }

    @SafeVarargs
    final Given partners(Map<String, Object>... partners) {
        return with("partners", Arrays.asList(partners));
    }

    Map<String, Object> facts() {
        return facts;
    }

    Eligibility check() {
        return CHECK.check("K-2026-2-001", facts);
    }

    /** As {@code CODE EFFECT paragraph}. */
    List<String> findings() {
        var findings = new ArrayList<String>();
        check().findings().forEach(f -> findings.add(f.code() + " " + f.effect() + " " + f.paragraph()));
        return findings;
    }

    List<String> codes() {
        return check().findings().stream().map(EligibilityFinding::code).toList();
    }

    Optional<EligibilityFinding> finding(String code) {
        return check().findings().stream().filter(f -> f.code().equals(code)).findFirst();
    }

    String outcome() {
        return check().outcome().name();
    }

    BigDecimal maxGrant() {
        return check().maxGrant();
    }

    BigDecimal eligibleCost() {
        return check().eligibleCost();
    }
}
