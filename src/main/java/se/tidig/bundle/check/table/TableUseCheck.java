package se.tidig.bundle.check.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Ref;
import se.tidig.bundle.check.feel.CellTest;
import se.tidig.bundle.check.feel.FeelExpression;
import se.tidig.bundle.check.feel.FeelScope;
import se.tidig.bundle.check.feel.FeelTree;
import se.tidig.bundle.check.file.DecisionExpression;
import se.tidig.bundle.check.file.FormFile;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.file.TableFile;
import se.tidig.bundle.check.finding.Suggestion;
import se.tidig.bundle.check.variable.VariableDomain;
import se.tidig.bundle.check.variable.VariableIndex;

/** Tables against those who ask them: the facts handed over, the outputs read, the values that can come. */
public final class TableUseCheck {

    private static final Set<String> NUMBERS = Set.of("number", "integer", "long", "double");

    private final ModelSet models;
    private final VariableIndex writers;
    private final Map<ProcessFile, VariableDomain> variables = new HashMap<>();
    private final CallerSearch senders;
    private final Set<String> askedByModels = new TreeSet<>();
    private final Set<String> askedByJava = new TreeSet<>();

    public TableUseCheck(ModelSet models) {
        this.models = models;
        this.writers = new VariableIndex(models);
        this.senders = new CallerSearch(models, writers, this::variables);
        models.processFiles().values().forEach(file -> file.all(BusinessRuleTask.class)
                .forEach(task -> askedByModels.add(String.valueOf(ProcessFile.camunda(task, "decisionRef")))));
        askedByJava.addAll(models.vocabulary().tables().keySet());
        models.vocabulary().delegates().values().forEach(words -> askedByJava.addAll(words.tables()));
    }

    public void check() {
        for (var asked : askedByJava) {
            if (models.decision(asked).isEmpty() && !models.isUnreadable(asked)) {
                models.findings()
                        .error(
                                "dmn/" + asked + ".dmn",
                                asked,
                                "tabellen finns inte men används av Tidig",
                                "lägg tillbaka tabellen med detta id");
            }
        }
        for (var file : models.tableFiles().values()) {
            var based = new LinkedHashSet<Decision>();
            file.decisions().forEach(decision -> based.addAll(TableFile.required(decision)));
            for (var decision : file.decisions()) {
                var id = decision.getId();
                if (askedByJava.contains(id)) {
                    asked(file, decision);
                } else if (!askedByModels.contains(id) && !based.contains(decision) && models.knowsAllProcesses()) {
                    models.findings()
                            .warning(
                                    file.name(),
                                    id,
                                    "tabellen används inte",
                                    "använd den i en process eller ta bort den");
                }
                values(file, decision);
            }
        }
    }

    private void asked(TableFile file, Decision decision) {
        var words = models.vocabulary().tables().get(decision.getId());
        if (words == null) {
            if (drawn(decision).isEmpty()) {
                models.findings()
                        .warning(
                                file.name(),
                                decision.getId(),
                                "Tidig säger inte vilka fakta tabellen får, så att namnen i den inte kan kontrolleras",
                                "be förvaltningen ange dem (@AsksTable)");
            } else {
                names(file, decision, FeelScope.of(drawn(decision)));
            }
            return;
        }
        var facts = new TreeSet<>(words.facts().keySet());
        facts.addAll(writers.caseNames().inTables(words.stage()));
        for (var form : words.answersOf()) {
            var schema = models.forms().get(form);
            if (schema != null) {
                facts.addAll(schema.inputKeys());
            }
        }
        names(file, decision, FeelScope.of(facts));
        rows(file, decision, words.manyRows());
        for (var part : TableFile.withRequired(decision)) {
            for (var name : TableFile.inputData(part)) {
                if (!FeelScope.of(facts).has(name)) {
                    error(
                            file,
                            part.getId(),
                            "indata \"" + name + "\" lämnas inte till tabellen" + Suggestion.of(name, facts),
                            "rätta namnet eller ta bort indata");
                }
            }
        }
        var known = results(decision);
        for (var result : words.results().keySet()) {
            if (known != null && !known.contains(result) && !result.contains(".") && !result.endsWith("?")) {
                error(
                        file,
                        decision.getId(),
                        "utdata \"" + result + "\" saknas, som Tidig läser" + Suggestion.of(result, known),
                        "lägg tillbaka kolumnen med detta namn");
            }
        }
        words.results().forEach((result, values) -> {
            if (!values.isEmpty()) {
                TableFile.withRequired(decision).forEach(part -> given(file, part, result, values));
            }
        });
        var keys = words.results().keySet().stream()
                .filter(result -> result.contains("."))
                .map(result -> result.substring(result.indexOf('.') + 1))
                .collect(Collectors.partitioningBy(key -> key.endsWith("?"), Collectors.toCollection(TreeSet::new)));
        var optional = new TreeSet<String>();
        keys.get(true).forEach(key -> optional.add(key.substring(0, key.length() - 1)));
        TableFile.withRequired(decision).forEach(part -> whole(file, part, keys.get(false), optional));
        writers.caseNames().answersOf(words).forEach(form -> new UnnamedAlternativeCheck(file, models)
                .check(decision, form));
        words.choices().forEach((fact, asked) -> {
            var question = asked.split("#", 2);
            new UnnamedAlternativeCheck(file, models).check(decision, fact, question[0], question[1]);
        });
    }

    /** What Java reads key by key has them all; a context with but one of them is another. */
    private void whole(TableFile file, Decision part, Set<String> read, Set<String> optional) {
        for (var use : models.expressions(part)) {
            for (var keys :
                    use.parsed().isReadable() ? FeelTree.contexts(use.parsed().root()) : List.<Set<String>>of()) {
                var missing = new TreeSet<>(read);
                missing.removeAll(keys);
                for (var key : missing.size() < read.size() - 1 ? missing : Set.<String>of()) {
                    error(
                            file,
                            use.element(),
                            "uppgiften \"" + key + "\" saknas, som Tidig läser" + Suggestion.of(key, keys),
                            "skriv den i cellen: " + String.join(", ", read));
                }
                for (var key : missing.isEmpty() ? keys : Set.<String>of()) {
                    var meant = Suggestion.of(key, optional);
                    if (!read.contains(key) && !optional.contains(key) && !meant.isEmpty()) {
                        error(
                                file,
                                use.element(),
                                "uppgiften \"" + key + "\" läses inte av Tidig" + meant,
                                "rätta stavningen eller ta bort uppgiften");
                    }
                }
            }
        }
    }

    private void rows(TableFile file, Decision decision, boolean many) {
        var table = TableFile.table(decision);
        if (table == null || table.getAggregation() != null) {
            return;
        }
        var gives = Set.of(HitPolicy.COLLECT, HitPolicy.RULE_ORDER).contains(table.getHitPolicy());
        if (gives && !many) {
            error(
                    file,
                    decision.getId(),
                    "träffregeln " + table.getHitPolicy() + " kan ge flera rader, men Tidig läser en",
                    "välj träffregeln UNIQUE eller FIRST");
        } else if (many && !gives) {
            error(
                    file,
                    decision.getId(),
                    "träffregeln " + table.getHitPolicy() + " ger bara en rad, men Tidig läser alla som träffar",
                    "välj träffregeln COLLECT eller RULE ORDER");
        }
    }

    /** What a table gives under the name that Java reads must be one of the values it understands. */
    private void given(TableFile file, Decision part, String result, Set<String> understood) {
        var key = result.substring(result.indexOf('.') + 1);
        for (var use : models.expressions(part)) {
            if (!use.parsed().isReadable()) {
                continue;
            }
            var texts = key.equals(use.output())
                    ? FeelTree.text(use.parsed().root())
                    : result.contains(".") ? FeelTree.texts(use.parsed().root(), key) : Set.<String>of();
            for (var text : texts) {
                if (!understood.contains(text)) {
                    error(
                            file,
                            use.element(),
                            "värdet \"" + text + "\" på " + key + " förstås inte av Tidig"
                                    + Suggestion.of(text, understood),
                            "använd ett av värdena " + String.join(", ", new TreeSet<>(understood)));
                }
            }
        }
    }

    /** The keys of the decision's rows; null where these cannot be known. */
    private Set<String> results(Decision decision) {
        var literal = TableFile.literal(decision);
        if (literal == null) {
            return TableFile.results(decision);
        }
        var parsed = models.feel()
                .expression(literal.getText() == null ? "" : literal.getText().getTextContent());
        if (!(parsed.root() instanceof ConstContext context)) {
            return null;
        }
        return FeelTree.keys(context);
    }

    private static Set<String> drawn(Decision decision) {
        var drawn = new TreeSet<String>();
        TableFile.withRequired(decision).forEach(part -> drawn.addAll(TableFile.inputData(part)));
        return drawn;
    }

    private void names(TableFile file, Decision decision, FeelScope facts) {
        for (var unknown : DecisionExpression.unknown(decision, facts, models)) {
            error(file, unknown.element(), unknown.cause(), "rätta stavningen eller lägg till frågan i formuläret");
        }
    }

    /** Texts in a column that reads one answer must be among the choices of the question. */
    private void values(TableFile file, Decision decision) {
        var table = TableFile.table(decision);
        if (table == null) {
            return;
        }
        int column = 0;
        var choices = new ArrayList<Set<String>>();
        for (var input : table.getInputs()) {
            choices.add(Set.of());
            var expression = input.getInputExpression();
            var label = DecisionExpression.label(input.getLabel(), input.getId());
            if (expression != null && expression.getText() != null) {
                var parsed = models.feel().expression(expression.getText().getTextContent());
                var possible = parsed.root() instanceof Ref ref && ref.names().length() == 1
                        ? choices(decision, (String) ref.names().head())
                        : Set.<String>of();
                var truth = possible.equals(FormFile.YES_OR_NO);
                choices.set(column, truth ? Set.of() : possible);
                int row = 0;
                var type = truth && expression.getTypeRef() == null ? "boolean" : expression.getTypeRef();
                for (var cells : file.rows(decision)) {
                    row++;
                    var text = column < cells.inputs().size() ? cells.inputs().get(column) : null;
                    if (text != null) {
                        var place = DecisionExpression.place(decision, row, label);
                        cell(file, place, models.feel().cell(text), possible, type);
                        never(file, place, models.feel().cell(text), possible);
                    }
                }
            }
            column++;
        }
        if (RowCoverageCheck.canTell(file, decision, models.feel())) {
            new RowCoverageCheck(file, decision, choices, models).check();
        }
        new DeadRowCheck(file, decision, senders.of(decision), models).check();
    }

    /** A cell that no value takes which can come, so that its row never fires. */
    private void never(TableFile file, String place, FeelExpression cell, Set<String> possible) {
        if (possible.isEmpty()
                || !cell.isReadable()
                || cell.isAny()
                || models.findings().hasError(file.name(), place)) {
            return;
        }
        var test = CellTest.of(cell);
        if (test.isKnown()
                && !test.holds(CellTest.NULL)
                && possible.stream().map(TableUseCheck::typed).noneMatch(test::holds)) {
            error(
                    file,
                    place,
                    "raden kan aldrig träffa: värdet blir bara " + String.join(", ", possible),
                    "rätta villkoret eller ta bort raden");
        }
    }

    private static Object typed(String value) {
        return value.equals("true") || value.equals("false")
                ? (Object) Boolean.valueOf(value)
                : value.matches("-?\\d{1,15}(\\.\\d{1,9})?") ? new BigDecimal(value) : value;
    }

    private void cell(TableFile file, String place, FeelExpression cell, Set<String> possible, String type) {
        if (!cell.isReadable() || cell.isAny()) {
            return;
        }
        var compared = CellTest.of(cell);
        var numbers = compared.bounds().stream().anyMatch(bound -> !bound.isDay());
        if ("boolean".equals(type) && numbers
                || NUMBERS.contains(String.valueOf(type))
                        && compared.constants().stream().anyMatch(Boolean.class::isInstance)
                || "string".equals(type) && !compared.bounds().isEmpty()) {
            error(
                    file,
                    place,
                    "kolumnen har typen " + type + " men cellen jämför med " + (numbers ? "tal" : "annat"),
                    "ge kolumnen cellernas typ, eller cellen ett värde av kolumnens");
            return;
        }
        var constants = new ArrayList<>(FeelTree.compared(cell.root()));
        // Less or more than a text: no number is, and the rule would never fire.
        constants.addAll("string".equals(type) ? List.of() : compared.unknown());
        for (var constant : constants) {
            if (constant instanceof ConstString text) {
                if (NUMBERS.contains(String.valueOf(type)) || "boolean".equals(type)) {
                    error(
                            file,
                            place,
                            "kolumnen har typen " + type + " men cellen jämför med texten \"" + text.value() + "\"",
                            FormFile.YES_OR_NO.contains(text.value())
                                    ? "skriv " + text.value() + " utan citattecken"
                                    : "skriv ett värde av kolumnens typ");
                } else if (!possible.isEmpty() && !possible.contains(text.value())) {
                    error(
                            file,
                            place,
                            "värdet \"" + text.value() + "\" kan aldrig komma" + Suggestion.of(text.value(), possible),
                            "använd ett av värdena " + String.join(", ", possible));
                }
            } else if ("string".equals(type)) {
                error(
                        file,
                        place,
                        "kolumnen har typen string men cellen jämför inte med text",
                        "skriv texten inom citattecken");
            }
        }
    }

    /** The values that the fact can have: those of the process variable or of the question that gives it. */
    private Set<String> choices(Decision decision, String fact) {
        var choices = new TreeSet<String>();
        for (var process : models.processFiles().values()) {
            for (var task : process.all(BusinessRuleTask.class)) {
                var asked = models.decision(ProcessFile.camunda(task, "decisionRef"));
                if (asked.isPresent()
                        && TableFile.withRequired(asked.get()).contains(decision)
                        && TableFile.required(decision).stream()
                                .noneMatch(part -> TableFile.results(part).contains(fact))) {
                    var values = variables(process).of(fact);
                    if (values.isEmpty()) {
                        return Set.of();
                    }
                    choices.addAll(values);
                }
            }
        }
        models.vocabulary().tables().forEach((asked, words) -> {
            var root = models.decision(asked).orElse(null);
            if (root != null
                    && TableFile.withRequired(root).contains(decision)
                    && words.facts().containsKey(fact)) {
                choices.addAll(words.facts().get(fact));
            } else if (root != null && TableFile.withRequired(root).contains(decision)) {
                writers.caseNames().answersOf(words).forEach(form -> {
                    var schema = models.forms().get(form);
                    if (schema != null) {
                        choices.addAll(schema.isYesOrNo(fact) ? FormFile.YES_OR_NO : schema.choices(fact));
                    }
                });
            }
        });
        return choices;
    }

    private VariableDomain variables(ProcessFile process) {
        return variables.computeIfAbsent(process, one -> new VariableDomain(one, writers));
    }

    private void error(TableFile file, String element, String cause, String remedy) {
        models.findings().error(file.name(), element, cause, remedy);
    }
}
