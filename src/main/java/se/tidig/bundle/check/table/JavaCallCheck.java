package se.tidig.bundle.check.table;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.feel.syntaxtree.ConstContext;
import se.tidig.bundle.Vocabulary.TableWords;
import se.tidig.bundle.check.feel.FeelScope;
import se.tidig.bundle.check.feel.FeelTree;
import se.tidig.bundle.check.file.DecisionExpression;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.TableFile;
import se.tidig.bundle.check.finding.Suggestion;
import se.tidig.bundle.check.variable.VariableIndex;

/**
 * Checks a table that Java evaluates against the declaration in Java: the facts that Java sends, the results that it reads,
 * and the alternatives of the forms whose answers it sends.
 */
final class JavaCallCheck {

    private final ModelSet models;
    private final VariableIndex writers;
    private final TableFile file;
    private final Decision decision;

    JavaCallCheck(TableFile file, Decision decision, ModelSet models, VariableIndex writers) {
        this.file = file;
        this.decision = decision;
        this.models = models;
        this.writers = writers;
    }

    void check() {
        var words = models.vocabulary().tables().get(decision.getId());
        if (words != null) {
            declared(words);
        } else if (!drawn().isEmpty()) {
            names(FeelScope.of(drawn()));
        } else {
            models.findings()
                    .warning(
                            file.name(),
                            decision.getId(),
                            "Tidig säger inte vilka fakta tabellen får, så att namnen i den inte kan kontrolleras",
                            "be förvaltningen ange dem (@AsksTable)");
        }
    }

    private void declared(TableWords words) {
        var facts = facts(words);
        names(FeelScope.of(facts));
        rows(words.manyRows());
        TableFile.withRequired(decision).forEach(part -> inputData(part, facts));
        outputs(words.results().keySet());
        words.results().forEach((result, values) -> {
            var form = values.stream().filter(value -> value.startsWith("#")).findFirst();
            if (form.isPresent()) {
                TableFile.withRequired(decision)
                        .forEach(part -> questions(part, result, form.get().substring(1)));
            } else if (!values.isEmpty()) {
                TableFile.withRequired(decision).forEach(part -> given(part, result, values));
            }
        });
        words.gives().forEach(this::gives);
        contexts(words.results().keySet());
        alternatives(words);
    }

    private Set<String> facts(TableWords words) {
        var facts = new TreeSet<>(words.facts().keySet());
        facts.addAll(writers.caseNames().readable(words));
        for (var form : words.answersOf()) {
            var schema = models.forms().get(form);
            if (schema != null) {
                facts.addAll(schema.inputKeys());
            }
        }
        return facts;
    }

    private void inputData(Decision part, Set<String> facts) {
        for (var name : TableFile.inputData(part)) {
            if (!FeelScope.of(facts).has(name)) {
                error(
                        part.getId(),
                        "indata \"" + name + "\" lämnas inte till tabellen" + Suggestion.of(name, facts),
                        "rätta namnet eller ta bort indata");
            }
        }
    }

    private void outputs(Set<String> results) {
        var known = results(decision);
        for (var result : results) {
            if (known != null && !known.contains(result) && !result.contains(".") && !result.endsWith("?")) {
                error(
                        decision.getId(),
                        "utdata \"" + result + "\" saknas, som Tidig läser" + Suggestion.of(result, known),
                        "lägg tillbaka kolumnen med detta namn");
            }
        }
    }

    private void contexts(Set<String> results) {
        var keys = results.stream()
                .filter(result -> result.contains("."))
                .map(result -> result.substring(result.indexOf('.') + 1))
                .collect(Collectors.partitioningBy(key -> key.endsWith("?"), Collectors.toCollection(TreeSet::new)));
        var optional = new TreeSet<String>();
        keys.get(true).forEach(key -> optional.add(key.substring(0, key.length() - 1)));
        TableFile.withRequired(decision).forEach(part -> context(part, keys.get(false), optional));
    }

    private void alternatives(TableWords words) {
        var check = new UnnamedAlternativeCheck(file, models);
        writers.caseNames().answersOf(words).forEach(form -> check.check(decision, form, fact -> true));
        writers.caseNames()
                .taskForms()
                .forms(words.stage())
                .forEach(form -> check.check(decision, form, fact -> isAskedInTask(words, form, fact)));
        words.choices().forEach((fact, asked) -> {
            var question = asked.split("#", 2);
            check.check(decision, fact, question[0], question[1]);
        });
    }

    /** Whether the table reads the answer to the form's question, because Java sends no other fact of that name. */
    private boolean isAskedInTask(TableWords words, String form, String fact) {
        return !words.facts().containsKey(fact)
                && writers.caseNames().taskForms().keys(Set.of(form)).contains(fact)
                && writers.caseNames().answersOf(words).stream()
                        .noneMatch(other -> models.forms().containsKey(other)
                                && models.forms().get(other).inputKeys().contains(fact));
    }

    /**
     * A context that Java reads key by key must have all the keys; a context with only one of them is something else.
     */
    private void context(Decision part, Set<String> read, Set<String> optional) {
        for (var use : models.expressions(part)) {
            for (var keys :
                    use.parsed().isReadable() ? FeelTree.contexts(use.parsed().root()) : List.<Set<String>>of()) {
                var missing = new TreeSet<>(read);
                missing.removeAll(keys);
                for (var key : missing.size() < read.size() - 1 ? missing : Set.<String>of()) {
                    error(
                            use.element(),
                            "uppgiften \"" + key + "\" saknas, som Tidig läser" + Suggestion.of(key, keys),
                            "skriv den i cellen: " + String.join(", ", read));
                }
                for (var key : missing.isEmpty() ? keys : Set.<String>of()) {
                    var meant = Suggestion.of(key, optional);
                    if (!read.contains(key) && !optional.contains(key) && !meant.isEmpty()) {
                        error(
                                use.element(),
                                "uppgiften \"" + key + "\" läses inte av Tidig" + meant,
                                "rätta stavningen eller ta bort uppgiften");
                    }
                }
            }
        }
    }

    /** The strings that a table lists under the name are questions of the form. */
    private void questions(Decision part, String result, String form) {
        var schema = models.forms().get(form);
        if (schema == null || !schema.isReadable()) {
            return;
        }
        var key = result.substring(result.indexOf('.') + 1).replace("?", "");
        for (var use : models.expressions(part)) {
            for (var named :
                    use.parsed().isReadable() ? FeelTree.listed(use.parsed().root(), key) : Set.<String>of()) {
                if (!schema.inputKeys().contains(named)) {
                    error(
                            use.element(),
                            key + " nämner frågan \"" + named + "\", som inte finns i " + form
                                    + Suggestion.of(named, schema.inputKeys()),
                            "skriv frågans nyckel som i formuläret");
                }
            }
        }
    }

    private void rows(boolean many) {
        var table = TableFile.table(decision);
        if (table == null || table.getAggregation() != null) {
            return;
        }
        var gives = Set.of(HitPolicy.COLLECT, HitPolicy.RULE_ORDER).contains(table.getHitPolicy());
        if (gives && !many) {
            error(
                    decision.getId(),
                    "träffregeln " + table.getHitPolicy() + " kan ge flera rader, men Tidig läser en",
                    "välj träffregeln UNIQUE eller FIRST");
        } else if (many && !gives) {
            error(
                    decision.getId(),
                    "träffregeln " + table.getHitPolicy() + " ger bara en rad, men Tidig läser alla som träffar",
                    "välj träffregeln COLLECT eller RULE ORDER");
        }
    }

    /** A result that Java reads must be one of the values that it understands. */
    private void given(Decision part, String result, Set<String> understood) {
        var key = result.substring(result.indexOf('.') + 1);
        for (var use : models.expressions(part)) {
            if (!use.parsed().isReadable()) {
                continue;
            }
            var texts = new TreeSet<>(texts(use, result, key));
            var number =
                    key.equals(use.output()) ? OutputCheck.number(use.parsed().root()) : null;
            if (number != null) {
                texts.add(number.toPlainString());
            }
            for (var text : texts) {
                if (!understood.contains(text)) {
                    error(
                            use.element(),
                            "värdet \"" + text + "\" på " + key + " förstås inte av Tidig"
                                    + Suggestion.of(text, understood),
                            "använd ett av värdena " + String.join(", ", new TreeSet<>(understood)));
                }
            }
        }
    }

    /** Some row must give each value that Java looks for; otherwise what follows from it silently never does. */
    private void gives(String result, Set<String> wanted) {
        var key = result.substring(result.indexOf('.') + 1);
        var uses = TableFile.withRequired(decision).stream()
                .flatMap(part -> models.expressions(part).stream())
                .toList();
        var given = new TreeSet<String>();
        uses.stream().filter(use -> use.parsed().isReadable()).forEach(use -> given.addAll(texts(use, result, key)));
        for (var value : wanted) {
            if (!given.contains(value)
                    && uses.stream().allMatch(use -> use.parsed().isReadable())) {
                error(
                        decision.getId(),
                        "ingen rad ger " + key + " värdet \"" + value + "\", som Tidig letar efter"
                                + Suggestion.of(value, given),
                        "låt en rad ge värdet igen");
            }
        }
    }

    /** The strings that the expression gives the output, or the key in a context that the output gives. */
    private static Set<String> texts(DecisionExpression.Use use, String result, String key) {
        if (key.equals(use.output())) {
            return FeelTree.text(use.parsed().root());
        }
        return result.contains(".") ? FeelTree.texts(use.parsed().root(), key) : Set.of();
    }

    /** The keys of the decision's rows; null if they cannot be known. */
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

    private Set<String> drawn() {
        var drawn = new TreeSet<String>();
        TableFile.withRequired(decision).forEach(part -> drawn.addAll(TableFile.inputData(part)));
        return drawn;
    }

    private void names(FeelScope facts) {
        for (var unknown : DecisionExpression.unknown(decision, facts, models)) {
            error(unknown.element(), unknown.cause(), "rätta stavningen eller lägg till frågan i formuläret");
        }
    }

    private void error(String element, String cause, String remedy) {
        models.findings().error(file.name(), element, cause, remedy);
    }
}
