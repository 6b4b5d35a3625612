package se.tidig.eligibility;

import static se.tidig.eligibility.Fact.Type.BOOLEAN;
import static se.tidig.eligibility.Fact.Type.CHOICE;
import static se.tidig.eligibility.Fact.Type.CHOICES;
import static se.tidig.eligibility.Fact.Type.COUNT;
import static se.tidig.eligibility.Fact.Type.DATE;
import static se.tidig.eligibility.Fact.Type.DATE_TIME;
import static se.tidig.eligibility.Fact.Type.MONEY;
import static se.tidig.eligibility.Fact.Type.MONEY_ABOVE_ZERO;
import static se.tidig.eligibility.Fact.Type.MONTHS;
import static se.tidig.eligibility.Fact.Type.ROWS;
import static se.tidig.eligibility.Fact.Type.TEXT;
import static se.tidig.eligibility.Fact.Type.TEXTS;
import static se.tidig.eligibility.Fact.form;
import static se.tidig.eligibility.Fact.limit;
import static se.tidig.eligibility.Fact.system;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.tidig.bundle.AsksTable;

/**
 * The facts of one application, typed for the eligibility table: FEEL answers a wrong type with null and the rule would
 * then silently not fire. Only types are set here; the rules are in the table.
 *
 * @param values by name, every declared fact (null where unanswered) and the owner's own questions as they came
 */
@AsksTable(
        value = EligibilityCheck.DECISION,
        answersOf = "application",
        results = {
            "outcome=REJECT|COMPLETION|INELIGIBLE|REVIEW|ELIGIBLE",
            "maxGrant",
            "eligibleCost",
            "findings",
            "findings.code",
            "findings.effect=REJECT|COMPLETION|INELIGIBLE|REVIEW|REDUCE",
            "findings.paragraph",
            "findings.reason"
        },
        facts = {
            "organisationName",
            "organisationNumber",
            "organisationType=association|umbrella|faithCommunity|municipality|municipalAssociation|foundation|company|economicAssociation|state|region|individual",
            "activeInSwedenSince",
            "hasResponsibleBoard",
            "democraticAndIndependent",
            "purposeCompatible",
            "membersConfirmed",
            "democracyConcern",
            "inLiquidationOrBankruptcy",
            "enforcementDebt",
            "partners.name",
            "partners.type",
            "partners.hasResponsibleBoard",
            "partners.democraticAndIndependent",
            "partners.purposeCompatible",
            "partners.activeInSwedenSince",
            "title",
            "activityDescription",
            "purposeDescription",
            "focusAreas=swedish|society|labourMarket|health|other",
            "targetGroups=lma|permitInAccommodation|temporaryProtectionNotRegistered|temporaryProtectionRegistered|permitOwnHousing|minors",
            "participantFee",
            "internship=none|part|whole",
            "statutoryDuty=none|part|whole",
            "economicActivity",
            "religiousOrPoliticalInfluence",
            "periodStart",
            "periodEnd",
            "budgetLines.category",
            "budgetLines.description",
            "budgetLines.amount",
            "budgetLines.publicFunding",
            "budgetLines.statutoryDuty",
            "budgetLines.internship",
            "publicFunding",
            "pendingPublicFunding",
            "requestedAmount",
            "signed",
            "signatoryAuthorised",
            "attachments=statutes|annualReport|annualMeetingMinutes|signatoryProof",
            "receivedAt",
            "closesAt",
            "overdueRecovery",
            "completionOrdered",
            "completionRoundsLeft",
            "setAside",
            "maxPerApplication",
            "maxMonths",
            "excludedCategories=salary|premises|ownPremises|interpreter|material|travel|childcare|information|audit|other"
        })
public record Facts(Map<String, Object> values) {

    private static final List<String> ORGANISATION_TYPES = List.of(
            "association",
            "umbrella",
            "faithCommunity",
            "municipality",
            "municipalAssociation",
            "foundation",
            "company",
            "economicAssociation",
            "state",
            "region",
            "individual");
    private static final List<String> FOCUS_AREAS = List.of("swedish", "society", "labourMarket", "health", "other");
    private static final List<String> TARGET_GROUPS = List.of(
            "lma",
            "permitInAccommodation",
            "temporaryProtectionNotRegistered",
            "temporaryProtectionRegistered",
            "permitOwnHousing",
            "minors");
    private static final List<String> SHARES = List.of("none", "part", "whole");
    private static final List<String> COST_CATEGORIES = List.of(
            "salary",
            "premises",
            "ownPremises",
            "interpreter",
            "material",
            "travel",
            "childcare",
            "information",
            "audit",
            "other");
    private static final List<String> ATTACHMENTS =
            List.of("statutes", "annualReport", "annualMeetingMinutes", "signatoryProof");

    private static final List<Fact> DECLARED = List.of(
            form("organisationName", TEXT),
            form("organisationNumber", TEXT),
            form("organisationType", CHOICE).of(ORGANISATION_TYPES),
            form("activeInSwedenSince", DATE),
            form("hasResponsibleBoard", BOOLEAN),
            form("democraticAndIndependent", BOOLEAN),
            form("purposeCompatible", BOOLEAN),
            form("membersConfirmed", BOOLEAN),
            form("democracyConcern", BOOLEAN),
            form("inLiquidationOrBankruptcy", BOOLEAN),
            form("enforcementDebt", BOOLEAN),
            form("partners", ROWS)
                    .with(
                            form("name", TEXT),
                            form("type", CHOICE).of(ORGANISATION_TYPES),
                            form("hasResponsibleBoard", BOOLEAN),
                            form("democraticAndIndependent", BOOLEAN),
                            form("purposeCompatible", BOOLEAN),
                            form("activeInSwedenSince", DATE))
                    .orElse(List.of()),
            form("title", TEXT),
            form("activityDescription", TEXT).orElse(""),
            form("purposeDescription", TEXT).orElse(""),
            form("focusAreas", CHOICES).of(FOCUS_AREAS).orElse(List.of()),
            form("targetGroups", CHOICES).of(TARGET_GROUPS).orElse(List.of()),
            form("participantFee", MONEY),
            form("internship", CHOICE).of(SHARES),
            form("statutoryDuty", CHOICE).of(SHARES),
            form("economicActivity", BOOLEAN),
            form("religiousOrPoliticalInfluence", BOOLEAN),
            form("periodStart", DATE),
            form("periodEnd", DATE),
            form("budgetLines", ROWS)
                    .with(
                            form("category", CHOICE).of(COST_CATEGORIES).orElse("other"),
                            form("description", TEXT),
                            form("amount", MONEY).orElse(BigDecimal.ZERO),
                            form("publicFunding", MONEY).orElse(BigDecimal.ZERO),
                            form("statutoryDuty", BOOLEAN).orElse(false),
                            form("internship", BOOLEAN).orElse(false))
                    .orElse(List.of()),
            form("publicFunding", MONEY).orElse(BigDecimal.ZERO),
            form("pendingPublicFunding", MONEY).orElse(BigDecimal.ZERO),
            form("requestedAmount", MONEY_ABOVE_ZERO),
            form("signed", BOOLEAN).orElse(false),
            form("signatoryAuthorised", BOOLEAN).orElse(false),
            form("attachments", CHOICES).of(ATTACHMENTS).orElse(List.of()),
            system("receivedAt", DATE_TIME),
            system("closesAt", DATE_TIME),
            system("overdueRecovery", BOOLEAN),
            system("completionOrdered", TEXTS),
            system("completionRoundsLeft", COUNT),
            // What a person has set aside; none where nobody has examined the case yet.
            form("setAside", TEXTS).orElse(List.of()),
            limit("maxPerApplication", MONEY),
            limit("maxMonths", MONTHS),
            system("excludedCategories", CHOICES).of(COST_CATEGORIES));

    public Facts {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Types what the form and the system gave; keys that are not declared pass unchanged.
     *
     * @param caseId names the application in errors
     * @param given JSON-like: text, numbers, booleans, lists and maps; dates as ISO text or {@code java.time}
     * @throws FactError for the first fact that is absent, of the wrong type or out of bounds
     */
    public static Facts of(String caseId, Map<String, ?> given) {
        var values = new LinkedHashMap<String, Object>(given);
        values.putAll(new FactReader(caseId).read(DECLARED, given, ""));
        if (values.get("periodStart") instanceof LocalDate start
                && values.get("periodEnd") instanceof LocalDate end
                && end.isBefore(start)) {
            throw new FactError(
                    caseId,
                    "periodEnd",
                    "är " + end + ", före periodStart " + start,
                    "periodStart eller en senare dag");
        }
        return new Facts(values);
    }

    /** Every fact the table may count on, in the order of the form and then of the system. */
    public static List<Fact> declared() {
        return DECLARED;
    }

    /** The names of the declared facts. */
    public static Set<String> names() {
        return DECLARED.stream().map(Fact::name).collect(Collectors.toUnmodifiableSet());
    }
}
