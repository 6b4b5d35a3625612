package se.tidig.application.process;

import java.util.Map;

/** Short names of findings for the tables on screen; one that a process owner has added stands under its code. */
final class FindingNames {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("LATE", "För sent inkommen"),
            Map.entry("NOT_SIGNED", "Underskrift"),
            Map.entry("MISSING_ACTIVITY", "Beskrivning av verksamheten saknas"),
            Map.entry("MISSING_PURPOSE", "Beskrivning av syftet saknas"),
            Map.entry("MISSING_COSTS", "Kostnader saknas"),
            Map.entry("MISSING_ANSWER", "Uppgifter saknas"),
            Map.entry("MISSING_DOCUMENT", "Handlingar saknas"),
            Map.entry("APPLICANT_TYPE", "Slag av sökande"),
            Map.entry("FAITH_COMMUNITY", "Trossamfund"),
            Map.entry("NO_BOARD", "Ansvarig styrelse"),
            Map.entry("NOT_DEMOCRATIC", "Demokratisk uppbyggnad"),
            Map.entry("PURPOSE", "Huvudsakligt syfte"),
            Map.entry("TOO_NEW", "Två års verksamhet"),
            Map.entry("UMBRELLA_MEMBERS", "Medlemsorganisationer"),
            Map.entry("PARTNER", "Samarbetspart"),
            Map.entry("PARTNER_PURPOSE", "Samarbetsparts syfte"),
            Map.entry("PARTNER_PUBLIC", "Offentlig samarbetspart"),
            Map.entry("DEMOCRACY", "Demokrativillkor"),
            Map.entry("INSOLVENT", "Likvidation eller konkurs"),
            Map.entry("ENFORCEMENT_DEBT", "Skuld hos Kronofogden"),
            Map.entry("OVERDUE_RECOVERY", "Obetalt återkrav"),
            Map.entry("FEE", "Deltagaravgift"),
            Map.entry("MINORS_ONLY", "Bara underåriga"),
            Map.entry("TARGET_GROUP", "Målgrupp"),
            Map.entry("PROTECTION_REGISTERED", "Folkbokförda med tillfälligt skydd"),
            Map.entry("MIXED_GROUP", "Blandad målgrupp"),
            Map.entry("NO_FOCUS_AREA", "Insatsområde"),
            Map.entry("INTERNSHIP", "Praktik"),
            Map.entry("INTERNSHIP_PART", "Praktik till en del"),
            Map.entry("ECONOMIC_ACTIVITY", "Ekonomisk verksamhet"),
            Map.entry("STATUTORY_DUTY", "Kommunens skyldighet"),
            Map.entry("STATUTORY_DUTY_PART", "Kommunens skyldighet till en del"),
            Map.entry("INFLUENCE", "Religiös eller politisk påverkan"),
            Map.entry("LONG_PERIOD", "Lång period"),
            Map.entry("PENDING_FUNDING", "Sökta offentliga medel"),
            Map.entry("COST_STATUTORY_DUTY", "Kostnad för kommunens skyldighet"),
            Map.entry("COST_INTERNSHIP", "Kostnad för praktik"),
            Map.entry("COST_NOT_IN_CALL", "Kostnad utanför utlysningen"),
            Map.entry("COST_PUBLICLY_FUNDED", "Redan finansierad kostnad"),
            Map.entry("NO_ELIGIBLE_COST", "Ingen bidragsberättigad kostnad"),
            Map.entry("REQUEST_REDUCED", "Lägre belopp än sökt"));

    private FindingNames() {}

    static String of(String code) {
        return NAMES.getOrDefault(code, code);
    }
}
