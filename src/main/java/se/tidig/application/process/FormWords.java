package se.tidig.application.process;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The values of the application form as people read them; a value that the form has got since stands as it is. */
final class FormWords {

    static final String UNKNOWN = "Ej angivet";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("association", "Ideell förening"),
            Map.entry("umbrella", "Samarbetsorgan"),
            Map.entry("faithCommunity", "Registrerat trossamfund"),
            Map.entry("municipality", "Kommun"),
            Map.entry("municipalAssociation", "Kommunalförbund"),
            Map.entry("foundation", "Stiftelse"),
            Map.entry("company", "Bolag"),
            Map.entry("economicAssociation", "Ekonomisk förening"),
            Map.entry("state", "Statlig myndighet"),
            Map.entry("region", "Region"),
            Map.entry("individual", "Enskild person"),
            Map.entry("swedish", "Svenska språket"),
            Map.entry("society", "Svenska samhället"),
            Map.entry("labourMarket", "Svenska arbetsmarknaden"),
            Map.entry("health", "Hälsa"),
            Map.entry("lma", "Asylsökande m.fl. som omfattas av LMA"),
            Map.entry("permitInAccommodation", "Personer med uppehållstillstånd på Migrationsverkets boende"),
            Map.entry("temporaryProtectionNotRegistered", "Personer med tillfälligt skydd, inte folkbokförda"),
            Map.entry("temporaryProtectionRegistered", "Personer med tillfälligt skydd, folkbokförda"),
            Map.entry("permitOwnHousing", "Personer med uppehållstillstånd i eget boende"),
            Map.entry("minors", "Personer under 18 år"),
            Map.entry("salary", "Löner"),
            Map.entry("premises", "Lokaler"),
            Map.entry("ownPremises", "Egna lokaler"),
            Map.entry("interpreter", "Tolk"),
            Map.entry("material", "Material"),
            Map.entry("travel", "Resor"),
            Map.entry("childcare", "Barnpassning"),
            Map.entry("information", "Information"),
            Map.entry("audit", "Revision"),
            Map.entry("other", "Övrigt"),
            Map.entry("REJECT", "Avvisning"),
            Map.entry("INELIGIBLE", "Avslag"),
            Map.entry("COMPLETION", "Komplettering"),
            Map.entry("REVIEW", "Granskas"),
            Map.entry("REDUCE", "Lägre belopp"));

    private FormWords() {}

    /** Null for null. */
    static String of(Object value) {
        return value == null ? null : WORDS.getOrDefault(value.toString(), value.toString());
    }

    static String orUnknown(String value) {
        return value == null ? UNKNOWN : value;
    }

    static String list(Collection<String> values) {
        return values.isEmpty() ? UNKNOWN : values.stream().map(FormWords::of).collect(Collectors.joining(", "));
    }
}
