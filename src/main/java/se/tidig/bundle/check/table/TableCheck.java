package se.tidig.bundle.check.table;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.BuiltinAggregator;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.BusinessKnowledgeModel;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.xml.instance.DomElement;
import se.tidig.bundle.check.file.DecisionExpression;
import se.tidig.bundle.check.file.ElementSearch;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.Notation;
import se.tidig.bundle.check.file.TableFile;

/** Checks what every table must have, and that its columns, rows and requirements fit together. */
public final class TableCheck {

    private static final Set<String> TYPES =
            Set.of("string", "boolean", "number", "integer", "long", "double", "Any", "any", "");
    private static final Set<String> REFUSED =
            Set.of("businessKnowledgeModel", "invocation", "relation", "list", "functionDefinition");

    /** The names that the engine accepts for FEEL. */
    private static final Set<String> LANGUAGES = Set.of(
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN12,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN13,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN14,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN15);

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    /** The place of a fault that concerns every expression of the file. */
    private static final String WHOLE_FILE = "definitions";

    private static final Pattern COMMA = Pattern.compile("\\d,\\d");

    private final TableFile file;
    private final ModelSet models;

    /** The places whose expressions are in another language. */
    private final Set<String> others = new HashSet<>();

    public TableCheck(TableFile file, ModelSet models) {
        this.file = file;
        this.models = models;
    }

    public void check() {
        if (file.decisions().isEmpty()) {
            error("", "filen har ingen tabell", "rita en tabell eller ta bort filen");
            return;
        }
        if (file.decision(file.stem()) == null) {
            error("", "ingen tabell i filen heter som filen, " + file.stem(), "ge tabellen och filen samma namn");
        }
        refused(file.model().getDocument().getRootElement());
        if (!file.model().getModelElementsByType(BusinessKnowledgeModel.class).isEmpty()) {
            error("", "motorn kör inte kunskapsmodeller (BKM)", "skriv uttrycket i tabellen");
        }
        language(WHOLE_FILE, file.model().getDefinitions().getExpressionLanguage());
        file.decisions().forEach(this::decision);
    }

    private void refused(DomElement element) {
        for (var child : element.getChildElements()) {
            if (REFUSED.contains(child.getLocalName()) && !child.getLocalName().equals("businessKnowledgeModel")) {
                error(
                        String.valueOf(child.getAttribute("id")),
                        "elementet " + child.getLocalName() + " körs inte av motorn",
                        "använd en tabell eller ett FEEL-uttryck");
            }
            var href = child.getAttribute("href");
            if (href != null && href.startsWith("#") && ElementSearch.byId(file.model(), href.substring(1)) == null) {
                error(
                        id(child),
                        "hänvisar till " + href.substring(1) + ", som inte finns i filen",
                        "rita om pilen eller ta bort den");
            } else if (href != null && !href.isEmpty() && !href.startsWith("#")) {
                error(id(child), "hänvisar till en annan fil: " + href, "lägg tabellen i samma fil");
            }
            refused(child);
        }
    }

    private static String id(DomElement element) {
        for (var at = element; at != null; at = at.getParentElement()) {
            if (at.getAttribute("id") != null && !at.getAttribute("id").isEmpty()) {
                return at.getAttribute("id");
            }
        }
        return element.getLocalName();
    }

    private void decision(Decision decision) {
        var id = decision.getId();
        if (!Notation.isKebab(id)) {
            error(id, "tabellens id är inte skrivet med gemener och bindestreck", "byt id, till exempel min-tabell");
        }
        if (Notation.isBlank(decision.getName())) {
            error(id, "tabellen saknar svenskt namn", "skriv namnet i egenskapen Name");
        }
        camunda(decision, "versionTag", Notation::isVersion, "versionsmärke", "1.0.0");
        camunda(
                decision,
                "historyTimeToLive",
                Notation::isTimeToLive,
                "historikens livslängd",
                "P3650D (tio år i dagar)");
        var table = TableFile.table(decision);
        var literal = TableFile.literal(decision);
        if (table == null && literal == null) {
            error(id, "tabellen har inget innehåll som motorn kör", "gör den till en tabell eller ett FEEL-uttryck");
            return;
        }
        if (literal != null) {
            if (decision.getVariable() == null
                    || Notation.isBlank(decision.getVariable().getName())) {
                error(id, "uttryckets resultat har inget namn", "skriv ett namn på variabeln");
            }
            if (literal.getText() == null || literal.getText().getTextContent().isBlank()) {
                error(id, "uttrycket är tomt", "skriv ett FEEL-uttryck");
            }
            language(id, literal.getExpressionLanguage());
        } else {
            table(decision, table);
            new FindingWordsCheck(file, models).check(decision);
        }
        requirements(decision);
        for (var use : models.expressions(decision)) {
            // An empty result cell or column and an expression in another language are reported above.
            if (use.parsed().text().isEmpty() || others.contains(use.element()) || others.contains(WHOLE_FILE)) {
                continue;
            }
            if (use.parsed().fault() != null) {
                error(use.element(), use.parsed().fault(), "dela eller förenkla uttrycket");
            } else if (!use.parsed().isReadable()) {
                error(
                        use.element(),
                        "FEEL-uttrycket " + use.parsed().text() + " går inte att tolka",
                        "rätta uttrycket; text skrivs inom citattecken");
            }
        }
    }

    private void camunda(Decision decision, String attribute, Predicate<String> written, String what, String example) {
        var value = decision.getDomElement().getAttribute(TableFile.CAMUNDA, attribute);
        if (!written.test(value)) {
            error(
                    decision.getId(),
                    what
                            + (value == null || value.isEmpty()
                                    ? " saknas"
                                    : " \"" + value + "\""
                                            + (value.matches("P\\d+D|\\d+")
                                                    ? " är noll eller fler än 99999 dagar"
                                                    : " går inte att tolka")),
                    "skriv till exempel " + example);
        }
    }

    private void table(Decision decision, DecisionTable table) {
        var id = decision.getId();
        if (Set.of(HitPolicy.PRIORITY, HitPolicy.OUTPUT_ORDER).contains(table.getHitPolicy())) {
            error(
                    id,
                    "träffregeln " + table.getHitPolicy() + " körs inte av motorn",
                    "använd UNIQUE, FIRST, ANY, RULE ORDER eller COLLECT");
        }
        if (table.getAggregation() != null && table.getHitPolicy() != HitPolicy.COLLECT) {
            error(
                    id,
                    "träffregeln " + table.getHitPolicy() + " kan inte räkna samman (" + table.getAggregation()
                            + "); det kan bara COLLECT",
                    "ta bort sammanräkningen eller välj träffregeln COLLECT");
        }
        if (table.getAggregation() != null
                && table.getAggregation() != BuiltinAggregator.COUNT
                && table.getOutputs().size() != 1) {
            error(id, "en sammanräkning kan bara ha ett utdata", "ta bort de andra utdata eller sammanräkningen");
        }
        if (table.getRules().isEmpty()) {
            error(id, "tabellen har inga rader", "skriv minst en rad");
        }
        for (var input : table.getInputs()) {
            var label = DecisionExpression.label(input.getLabel(), input.getId());
            var expression = input.getInputExpression();
            if (expression == null
                    || expression.getText() == null
                    || expression.getText().getTextContent().isBlank()) {
                error(id + " kolumn " + label, "indatakolumnen läser ingenting", "skriv vad kolumnen läser");
                continue;
            }
            language(id + " kolumn " + label, expression.getExpressionLanguage());
            type(id + " kolumn " + label, expression.getTypeRef());
        }
        var names = new HashSet<String>();
        for (var output : table.getOutputs()) {
            var name = output.getName();
            if (Notation.isBlank(name)) {
                error(
                        id + " kolumn " + DecisionExpression.label(output.getLabel(), output.getId()),
                        "utdatakolumnen har inget namn",
                        "skriv ett namn (Name)");
            } else if (!names.add(name)) {
                error(id + " kolumn " + name, "två utdatakolumner heter lika", "ge dem olika namn");
            }
            type(id + " kolumn " + name, output.getTypeRef());
        }
        rows(decision, table);
    }

    private void rows(Decision decision, DecisionTable table) {
        var seen = new HashSet<List<String>>();
        int row = 0;
        for (var rule : table.getRules()) {
            row++;
            var place = decision.getId() + " rad " + row;
            if (rule.getInputEntries().size() != table.getInputs().size()
                    || rule.getOutputEntries().size() != table.getOutputs().size()) {
                error(
                        place,
                        "raden har inte lika många celler som tabellen har kolumner",
                        "rätta raden i Camunda Modeler");
                continue;
            }
            for (var entry : rule.getInputEntries()) {
                language(place, entry.getExpressionLanguage());
                if (entry.getText() != null
                        && COMMA.matcher(TEXT.matcher(entry.getText().getTextContent())
                                        .replaceAll(""))
                                .find()) {
                    error(
                            place,
                            "cellen har ett kommatecken i ett tal, och FEEL läser det som två värden",
                            "skriv decimaler med punkt; skriv mellanslag efter kommat om det är två värden");
                }
            }
            for (var entry : rule.getOutputEntries()) {
                language(place, entry.getExpressionLanguage());
                if (entry.getText() == null || entry.getText().getTextContent().isBlank()) {
                    error(
                            place,
                            "en utdatacell är tom, så att raden ger ingenting",
                            "skriv ett värde; null om inget ska ges");
                }
            }
            var cells = file.rows(decision).get(row - 1).inputs().stream()
                    .map(text -> text == null || text.strip().equals("-") ? "" : text.strip())
                    .toList();
            if (!seen.add(cells)
                    && table.getHitPolicy() != HitPolicy.COLLECT
                    && table.getHitPolicy() != HitPolicy.RULE_ORDER) {
                error(place, "raden har samma villkor som en tidigare rad", "rätta eller ta bort den ena");
            }
        }
    }

    private void requirements(Decision decision) {
        if (TableFile.required(decision).stream()
                .anyMatch(required -> TableFile.withRequired(required).contains(decision))) {
            error(decision.getId(), "tabellen bygger på sig själv", "ta bort pilen som går i ring");
        }
        var results = new LinkedHashSet<String>();
        for (var required : TableFile.required(decision)) {
            for (var name : TableFile.results(required)) {
                if (!results.add(name)) {
                    error(
                            decision.getId(),
                            "två underliggande tabeller ger utdata \"" + name + "\", så att den enas rader försvinner",
                            "ge varje tabells utdata ett eget namn");
                }
            }
        }
    }

    private void type(String element, String type) {
        if (type != null && !TYPES.contains(type)) {
            error(
                    element,
                    type.startsWith("date")
                            ? "typen \"" + type + "\" kan inte användas (motorn avvisar då datum)"
                            : "motorn känner inte typen \"" + type + "\" och gör inte om värden till den",
                    "använd string, boolean eller number, eller ta bort typen för datum och listor");
        }
    }

    private void language(String element, String language) {
        if (language == null || LANGUAGES.contains(language) || language.equalsIgnoreCase("feel")) {
            return;
        }
        if (language.isBlank() || !language.equals(language.strip())) {
            error(
                    element,
                    "uttryckets språk (expressionLanguage) är skrivet \"" + language
                            + "\", som motorn inte känner igen",
                    "ta bort expressionLanguage eller skriv feel utan blanksteg");
        } else {
            others.add(element);
            error(element, "uttrycket är skrivet i " + language, "skriv det i FEEL");
        }
    }

    private void error(String element, String cause, String remedy) {
        models.findings().error(file.name(), element, cause, remedy);
    }
}
