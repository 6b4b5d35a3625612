package se.tidig.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import se.tidig.engine.CaseFacts;
import se.tidig.form.FormSchema;
import se.tidig.form.FormWords;

/**
 * The tables of a bundle in files, evaluated without database or deployment. The decision engine and its defaults are
 * those of the process engine. Every table is read when the bundle is opened, a form when it is first needed.
 */
public final class FileRuleSet implements RuleSet {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\d_]*");

    private final DmnEngine engine;
    private final Map<String, DmnDecision> decisions = new TreeMap<>();
    private final Map<String, String> files = new HashMap<>();

    private final List<String> models = new ArrayList<>();

    /** The words of each file, if the tables were read from a bundle. */
    private final Map<String, Set<String>> words = new HashMap<>();

    private final Map<String, Set<String>> named = new ConcurrentHashMap<>();

    /** The ids of the bundle's forms; none if the tables were not read from a bundle. */
    private final List<String> formIds = new ArrayList<>();

    private final Map<String, List<FormSchema>> asking = new ConcurrentHashMap<>();
    private final Map<String, Optional<FormSchema>> forms = new ConcurrentHashMap<>();
    private final FormFiles formFiles;

    private FileRuleSet(FormFiles formFiles, CaseFacts facts) {
        this.formFiles = formFiles;
        this.engine = engine(facts);
    }

    /**
     * Opens a bundle's folder.
     *
     * @param models the folder, with its tables in {@code dmn/}; the packaged forms are used if it has no forms
     * @throws RuleError if the folder has no tables or a file is not a readable table
     */
    public static FileRuleSet in(Path models) {
        var opened = new FileRuleSet(
                Files.isDirectory(models.resolve("forms")) ? formsIn(models) : packagedForms(), CaseFacts.NONE);
        var folder = models.resolve("dmn");
        if (!Files.isDirectory(folder)) {
            throw new RuleError("Mappen " + folder + " finns inte. Ange en mapp som innehåller dmn/ med tabeller.");
        }
        try (var paths = Files.list(folder)) {
            for (var path :
                    paths.filter(p -> p.toString().endsWith(".dmn")).sorted().toList()) {
                opened.read(path.toString(), () -> Files.newInputStream(path));
            }
        } catch (IOException e) {
            throw new RuleError("Mappen " + folder + " går inte att läsa: " + e.getMessage(), e);
        }
        if (opened.decisions.isEmpty()) {
            throw new RuleError("Mappen " + folder + " innehåller inga tabeller. Lägg .dmn-filerna där.");
        }
        return opened;
    }

    /**
     * The tables packaged with the program.
     *
     * @throws RuleError if they are missing or a file is not a readable table
     */
    public static FileRuleSet packaged() {
        return packaged(CaseFacts.NONE);
    }

    /**
     * The same tables, which can also read the facts of a case.
     *
     * @throws RuleError if they are missing or a file is not a readable table
     */
    public static FileRuleSet packaged(CaseFacts facts) {
        var opened = new FileRuleSet(packagedForms(), facts);
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:models/dmn/*.dmn")) {
                opened.read("dmn/" + file.getFilename(), file::getInputStream);
            }
        } catch (IOException e) {
            throw new RuleError("Programmets egna tabeller går inte att läsa: " + e.getMessage(), e);
        }
        if (opened.decisions.isEmpty()) {
            throw new RuleError("Programmet innehåller inga tabeller. Bygg om det eller ange en mapp med --models.");
        }
        return opened;
    }

    /**
     * The tables of a bundle.
     *
     * @throws RuleError if a file is not a readable table
     */
    public static FileRuleSet of(Bundle bundle) {
        return of(bundle, CaseFacts.NONE);
    }

    /**
     * The same tables, which can also read the facts of a case.
     *
     * @throws RuleError if a file is not a readable table
     */
    public static FileRuleSet of(Bundle bundle, CaseFacts facts) {
        var opened =
                new FileRuleSet(name -> bundle.has(name) ? new ByteArrayInputStream(bundle.bytes(name)) : null, facts);
        bundle.names("processes/", ".bpmn").forEach(name -> opened.models.add(bundle.text(name)));
        for (var name : bundle.names("dmn/", ".dmn")) {
            var text = bundle.text(name);
            opened.models.add(text);
            opened.words.put(
                    name, NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet()));
        }
        bundle.names("forms/", ".form")
                .forEach(name ->
                        opened.formIds.add(name.substring("forms/".length(), name.length() - ".form".length())));
        for (var name : bundle.names("dmn/", ".dmn")) {
            try {
                opened.read(name, () -> new ByteArrayInputStream(bundle.bytes(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return opened;
    }

    public boolean has(String decision) {
        return decisions.containsKey(decision);
    }

    /** The variables that the columns of the decision's table read unchanged. */
    public Set<String> asked(String decision) {
        demand(decision);
        return decisions.get(decision).getDecisionLogic() instanceof DmnDecisionTableImpl table
                ? table.getInputs().stream()
                        .map(input -> input.getExpression().getExpression())
                        .filter(text ->
                                text != null && NAME.matcher(text.strip()).matches())
                        .map(String::strip)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Refuses a decision that none of the files has. A caller can ask before it has any facts. */
    public void demand(String decision) {
        if (!has(decision)) {
            throw new RuleError("Beslutet " + decision + " finns inte bland tabellerna. Välj ett av: "
                    + String.join(", ", decisions.keySet()) + ".");
        }
    }

    @Override
    public List<Map<String, Object>> decide(String decision, Map<String, Object> facts) {
        demand(decision);
        var found = decisions.get(decision);
        try {
            return DecisionRowReader.of(found, engine.evaluateDecision(found, Variables.fromMap(facts)));
        } catch (RuntimeException e) {
            throw new RuleError(
                    "Beslutet " + decision + " i " + files.get(decision) + " går inte att beräkna: " + cause(e)
                            + " Rätta tabellen.",
                    e);
        }
    }

    @Override
    public Evaluation evaluate(String decision, Map<String, Object> facts) {
        return MatchedRuleListener.during(() -> decide(decision, facts));
    }

    @Override
    public Optional<FormSchema> form(String id) {
        return forms.computeIfAbsent(id, this::readForm);
    }

    @Override
    public Optional<FormSchema> form(String id, Locale language) {
        var words = FormWords.file(id, language);
        return forms.computeIfAbsent(words, file -> read(file).flatMap(text -> translated(id, text)))
                .or(() -> form(id));
    }

    private Optional<FormSchema> translated(String id, String words) {
        try {
            var form = read("forms/" + id + ".form");
            return form.isEmpty()
                    ? Optional.empty()
                    : Optional.of(FormSchema.parse(FormWords.read(words).in(JSON.readTree(form.get()))));
        } catch (IllegalArgumentException | JsonProcessingException e) {
            // The check has told it, or the models were put in force without it.
            return Optional.empty();
        }
    }

    @Override
    public List<FormSchema> asking(String question) {
        return asking.computeIfAbsent(question, key -> formIds.stream()
                .flatMap(id -> form(id).stream())
                .filter(form -> form.asks(key))
                .toList());
    }

    @Override
    public Set<String> named(String prefix) {
        return named.computeIfAbsent(prefix, this::findNamed);
    }

    @Override
    public Set<String> words(String decision) {
        return words.getOrDefault(files.get(decision), Set.of());
    }

    private Set<String> findNamed(String prefix) {
        var name = Pattern.compile("\\b" + Pattern.quote(prefix) + "\\w+");
        var found = new TreeSet<String>();
        models.forEach(text -> name.matcher(text).results().forEach(hit -> found.add(hit.group())));
        return found;
    }

    private Optional<FormSchema> readForm(String id) {
        return read("forms/" + id + ".form").map(FormSchema::parse);
    }

    private Optional<String> read(String file) {
        try (var stream = formFiles.open(file)) {
            return Optional.ofNullable(stream).map(FileRuleSet::text);
        } catch (IOException e) {
            throw new RuleError("Filen " + file + " går inte att läsa: " + e.getMessage(), e);
        }
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FormFiles formsIn(Path models) {
        return name -> Files.isRegularFile(models.resolve(name)) ? Files.newInputStream(models.resolve(name)) : null;
    }

    private static FormFiles packagedForms() {
        return name -> {
            var file = new ClassPathResource("models/" + name);
            return file.exists() ? file.getInputStream() : null;
        };
    }

    private static DmnEngine engine(CaseFacts facts) {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(new BoundedFeel(facts));
        configuration.setCustomPostDecisionEvaluationListeners(List.of(new MatchedRuleListener()));
        return configuration.buildEngine();
    }

    private void read(String file, Source source) throws IOException {
        try (var stream = source.open()) {
            for (var decision : engine.parseDecisions(stream)) {
                var other = files.put(decision.getKey(), file);
                if (other != null) {
                    throw new RuleError("Beslutet " + decision.getKey() + " finns i både " + other + " och " + file
                            + ". Ta bort det ena.");
                }
                decisions.put(decision.getKey(), decision);
            }
        } catch (RuleError e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RuleError("Filen " + file + " är ingen läsbar tabell: " + cause(e) + " Rätta filen.", e);
        }
    }

    private static String cause(Throwable e) {
        return e.getCause() == null || e.getCause() == e ? e.getMessage() : cause(e.getCause());
    }

    private interface Source {
        InputStream open() throws IOException;
    }

    private interface FormFiles {
        /** Null if there is no such file. */
        InputStream open(String name) throws IOException;
    }
}
