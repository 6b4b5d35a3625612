package se.tidig.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an association answers in the packaged form of the application, part by part, as its pages name the fields. */
final class FullAnswers {

    private FullAnswers() {}

    /**
     * The pages that are sent in each part, but for the documents. A page with {@code add} asks for one more row.
     *
     * @param number makes the answers the applicant's own
     */
    static Map<String, List<Map<String, String>>> parts(int number) {
        var parts = new LinkedHashMap<String, List<Map<String, String>>>();
        parts.put(
                "group_applicant",
                List.of(fields(
                        "organisationName=Föreningen Bryggan " + number,
                        "organisationType=association",
                        "contactName=Anna Lind",
                        "contactPhone=0455-123456",
                        "contactEmail=applicant" + number + "@example.org",
                        "postalAddress=Storgatan 1, 371 00 Karlskrona",
                        "giro=5050-1055",
                        "representatives[0].name=Anna Lind",
                        "representatives[0].role=ordförande")));
        parts.put("group_agent", List.of(fields("hasAgent=false")));
        parts.put(
                "group_organisation",
                List.of(fields(
                        "activeInSwedenSince=2010-05-01",
                        "hasResponsibleBoard=true",
                        "democraticAndIndependent=true",
                        "purposeCompatible=true",
                        "democracyConcern=false",
                        "inLiquidationOrBankruptcy=false",
                        "enforcementDebt=false")));
        parts.put(
                "group_partners",
                List.of(fields(
                        "partners[0].name=Föreningen Hamnen",
                        "partners[0].type=association",
                        "partners[0].hasResponsibleBoard=true",
                        "partners[0].democraticAndIndependent=true",
                        "partners[0].purposeCompatible=true",
                        "partners[0].activeInSwedenSince=2012-01-01")));
        parts.put(
                "group_project",
                List.of(fields(
                        "title=Språkcafé " + number,
                        "activityDescription="
                                + "Språkcafé två kvällar i veckan med ledare och volontärer. ".repeat(20),
                        "purposeDescription=" + "Deltagarna lär sig svenska och bryter sin isolering. ".repeat(10),
                        "need=" + "Många väntar länge och saknar en plats att tala svenska på. ".repeat(10),
                        "method=" + "Samtal i små grupper med stöd av bilder. ".repeat(10),
                        "goals=" + "Hundra deltagare har deltagit minst tio gånger. ".repeat(10),
                        "staffingAndRisks=" + "En samordnare och tio volontärer. ".repeat(10),
                        "focusAreas=swedish",
                        "periodStart=2027-01-01",
                        "periodEnd=2027-12-31",
                        "municipalities=Karlskrona",
                        "venues=Stadsbiblioteket")));
        parts.put(
                "group_participants",
                List.of(fields(
                        "targetGroups=lma",
                        "participantsWomen=60",
                        "participantsMen=40",
                        "participantFee=0",
                        "internship=none",
                        "economicActivity=false",
                        "religiousOrPoliticalInfluence=false")));
        parts.put("group_budget", budget());
        return parts;
    }

    /** Five lines, each but the first asked for by pressing the button for one more. */
    private static List<Map<String, String>> budget() {
        var pages = new ArrayList<Map<String, String>>();
        var typed = new ArrayList<String>();
        var categories = List.of("salary", "premises", "interpreter", "material", "travel");
        for (var line = 0; line < categories.size(); line++) {
            if (line > 0) {
                var more = fields(typed.toArray(String[]::new));
                more.put("add", "budgetLines");
                pages.add(more);
            }
            typed.add("budgetLines[" + line + "].category=" + categories.get(line));
            typed.add("budgetLines[" + line + "].description=Post " + line);
            typed.add("budgetLines[" + line + "].amount=20 000");
        }
        typed.addAll(List.of(
                "vatPosition=included",
                "publicFunding=0",
                "pendingPublicFunding=0",
                "otherIncome=0",
                "requestedAmount=100 000"));
        pages.add(fields(typed.toArray(String[]::new)));
        return pages;
    }

    /** Two documents of so many kilobytes, by the names of their fields. */
    static Map<String, byte[]> documents(int kilobytes) {
        return Map.of("attachments.statutes", pdf(kilobytes), "attachments.annualReport", pdf(kilobytes));
    }

    private static byte[] pdf(int kilobytes) {
        var content = new byte[kilobytes * 1024];
        Arrays.fill(content, (byte) ' ');
        var head = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n".getBytes(StandardCharsets.US_ASCII);
        var tail = "\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, content, 0, head.length);
        System.arraycopy(tail, 0, content, content.length - tail.length, tail.length);
        return content;
    }

    private static Map<String, String> fields(String... pairs) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : pairs) {
            var parts = pair.split("=", 2);
            fields.put(parts[0], parts[1]);
        }
        return fields;
    }
}
