package se.tidig.bundle.check.file;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.check.finding.FindingList;
import se.tidig.engine.StaffGroup;
import se.tidig.engine.WorkerAccount;

/**
 * The contents of {@code processes/bundle.yaml}.
 *
 * @param groups Swedish names by group id
 * @param stages the stages that applicants are shown, in order
 * @param applicantForms ids of the forms that applicants fill in, whose words stand in English too
 * @param removed names of the files that this version removes
 * @param rulesOfTheDay ids of the tables that running cases also use in their current version
 */
public record BundleDescription(
        String name,
        String version,
        String legalBasis,
        LocalDate checked,
        Map<String, String> groups,
        List<Stage> stages,
        Set<String> rulesOfTheDay,
        Set<String> applicantForms,
        Set<String> removed) {

    /**
     * A public stage: what an applicant is told about where the case is, and the process elements that belong to it.
     *
     * @param optional whether only some cases come to it
     * @param beside whether a case is in it beside another stage
     */
    public record Stage(
            String id, String name, String english, boolean optional, boolean beside, List<String> elements) {}

    private static final Set<String> KEYS = Set.of(
            "name",
            "version",
            "legalBasis",
            "checked",
            "groups",
            "stages",
            "rulesOfTheDay",
            "applicantForms",
            "removed");
    private static final Set<String> STAGE_KEYS = Set.of("id", "name", "english", "optional", "beside", "elements");
    private static final Pattern GROUP = Pattern.compile("[a-zA-Z0-9]+|camunda-admin");
    private static final StaffGroup ADMINISTRATORS = StaffGroup.ADMINISTRATORS;

    static BundleDescription read(Bundle bundle, FindingList findings) {
        return new Reader(bundle, findings).read();
    }

    /** The description of a bundle that has passed the check. */
    public static BundleDescription of(Bundle bundle) {
        return read(bundle, new FindingList());
    }

    private static final class Reader {
        private static final String FILE = Bundle.DESCRIPTION;
        private final Bundle bundle;
        private final FindingList findings;

        private Reader(Bundle bundle, FindingList findings) {
            this.bundle = bundle;
            this.findings = findings;
        }

        private BundleDescription read() {
            var yaml = yaml();
            if (yaml == null) {
                return new BundleDescription(null, null, null, null, null, List.of(), Set.of(), Set.of(), Set.of());
            }
            for (var key : yaml.keySet()) {
                if (!KEYS.contains(String.valueOf(key))) {
                    error(
                            String.valueOf(key),
                            "okänd uppgift",
                            "ta bort den; tillåtna är " + String.join(", ", sorted(KEYS)));
                }
            }
            var version = text(yaml, "version");
            if (version != null && !Notation.isVersion(version)) {
                error(
                        "version",
                        "versionen \"" + version + "\" har inte formen 1.0.0",
                        "skriv tre tal med punkt emellan");
            }
            return new BundleDescription(
                    text(yaml, "name"),
                    version,
                    text(yaml, "legalBasis"),
                    checked(yaml),
                    groups(yaml),
                    stages(yaml),
                    new LinkedHashSet<>(names(yaml, "rulesOfTheDay")),
                    new LinkedHashSet<>(names(yaml, "applicantForms")),
                    new LinkedHashSet<>(names(yaml, "removed")));
        }

        private Map<?, ?> yaml() {
            if (!bundle.has(FILE)) {
                error("", "filen saknas", "skriv den: den säger buntens namn, version, författning, grupper och steg");
                return null;
            }
            var text = bundle.tooLarge(FILE) ? null : ModelReader.text(bundle, FILE, findings);
            if (text == null) {
                return null;
            }
            try {
                var options = new LoaderOptions();
                options.setAllowDuplicateKeys(false);
                options.setMaxAliasesForCollections(10);
                var read = new Yaml(new SafeConstructor(options)).load(text);
                if (read instanceof Map<?, ?> map) {
                    return map;
                }
                error("", "filen har inga uppgifter", "skriv name, version, legalBasis, checked, groups och stages");
            } catch (MarkedYAMLException e) {
                var line = e.getProblemMark() == null
                        ? ""
                        : "rad " + (e.getProblemMark().getLine() + 1);
                error(line, "filen är inte giltig YAML", "rätta raden: indrag med blanksteg, varje uppgift en gång");
            } catch (YAMLException | StackOverflowError e) {
                error("", "filen är inte giltig YAML", "rätta den");
            }
            return null;
        }

        /** A list that is optional. */
        private List<String> names(Map<?, ?> yaml, String key) {
            var value = yaml.get(key);
            if (value != null && !(value instanceof List<?>)) {
                error(key, "uppgiften är ingen lista", "skriv " + key + ": [namn, namn]");
            }
            return value instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }

        private LocalDate checked(Map<?, ?> yaml) {
            // YAML reads an unquoted date as a {@code Date}.
            var text = yaml.get("checked") instanceof java.util.Date date
                    ? date.toInstant().toString().substring(0, 10)
                    : text(yaml, "checked");
            try {
                return text == null ? null : LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                error(
                        "checked",
                        "\"" + text + "\" är inget datum",
                        "skriv dagen då författningen kontrollerades: 2026-11-21");
                return null;
            }
        }

        private Map<String, String> groups(Map<?, ?> yaml) {
            var groups = new LinkedHashMap<String, String>();
            if (!(yaml.get("groups") instanceof Map<?, ?> read) || read.isEmpty()) {
                error("groups", "grupperna saknas", "skriv varje grupps id och svenska namn");
                return null;
            }
            read.forEach((key, value) -> {
                var id = String.valueOf(key);
                if (!GROUP.matcher(id).matches()) {
                    error(id, "gruppens id har andra tecken än a–z, A–Z och 0–9", "byt id");
                }
                if (id.equals(WorkerAccount.GROUP)) {
                    error(id, "gruppen är programmets egen, för dem som utför externa uppgifter", "byt id");
                }
                if (!(value instanceof String name) || name.isBlank()) {
                    error(id, "gruppen saknar svenskt namn", "skriv namnet efter kolonet");
                } else if (id.equals(ADMINISTRATORS.id()) != name.equals(ADMINISTRATORS.swedishName())) {
                    error(
                            id,
                            "den som läggs i gruppen \"" + name + "\" blir "
                                    + (id.equals(ADMINISTRATORS.id()) ? "administratör" : "inte administratör"),
                            "skriv " + ADMINISTRATORS.id() + ": " + ADMINISTRATORS.swedishName()
                                    + ", och ge andra grupper andra namn");
                } else if (groups.containsValue(name)) {
                    error(id, "två grupper heter \"" + name + "\"", "ge grupperna olika namn");
                }
                groups.put(id, String.valueOf(value));
            });
            return groups;
        }

        private List<Stage> stages(Map<?, ?> yaml) {
            var stages = new ArrayList<Stage>();
            if (!(yaml.get("stages") instanceof List<?> read) || read.isEmpty()) {
                error(
                        "stages",
                        "de publika stegen saknas",
                        "skriv dem i ordning, vart och ett med id, name, english, elements");
                return stages;
            }
            for (var item : read) {
                if (!(item instanceof Map<?, ?> stage)) {
                    error("stages", "ett steg har inga uppgifter", "skriv id, name, english och elements");
                    continue;
                }
                for (var key : stage.keySet()) {
                    if (!STAGE_KEYS.contains(String.valueOf(key))) {
                        error("stages", "okänd uppgift \"" + key + "\" i ett steg", "ta bort den");
                    }
                }
                var id = text(stage, "id");
                if (id != null && stages.stream().anyMatch(other -> id.equals(other.id()))) {
                    error(id, "steget finns två gånger", "ge stegen olika id");
                }
                var elements = stage.get("elements") instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.<String>of();
                if (elements.isEmpty()) {
                    error(
                            id == null ? "stages" : id,
                            "steget pekar inte ut några element",
                            "skriv process och element: application#userTask_decide");
                }
                stages.add(new Stage(
                        id,
                        text(stage, "name"),
                        text(stage, "english"),
                        yes(id, stage, "optional"),
                        yes(id, stage, "beside"),
                        elements));
            }
            return stages;
        }

        /** True or false; false if it is left out. */
        private boolean yes(String id, Map<?, ?> stage, String key) {
            var value = stage.get(key);
            if (value != null && !(value instanceof Boolean)) {
                error(
                        id == null ? "stages" : id,
                        key + " är varken true eller false",
                        "skriv " + key + ": true, eller stryk raden");
            }
            return Boolean.TRUE.equals(value);
        }

        private String text(Map<?, ?> yaml, String key) {
            var value = yaml.get(key);
            if (value == null || value.toString().isBlank()) {
                error(key, "uppgiften saknas", "skriv " + key + ": och ett värde");
                return null;
            }
            return value.toString();
        }

        private void error(String element, String cause, String remedy) {
            findings.error(FILE, element, cause, remedy);
        }

        private static List<String> sorted(Set<String> keys) {
            return keys.stream().sorted().toList();
        }
    }
}
