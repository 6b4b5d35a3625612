package se.tidig.bundle;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;
import se.tidig.bundle.Vocabulary.DelegateWords;
import se.tidig.bundle.Vocabulary.FormWords;
import se.tidig.bundle.Vocabulary.KnownWords;
import se.tidig.bundle.Vocabulary.TableWords;
import se.tidig.bundle.Vocabulary.Together;
import se.tidig.engine.CaseStage;
import se.tidig.engine.Delegate;
import se.tidig.engine.KnowsOfCase;
import se.tidig.engine.Message;
import se.tidig.engine.Topic;
import se.tidig.form.Fills;
import se.tidig.form.Handles;
import se.tidig.form.ShownWord;
import se.tidig.form.Shows;

/** Reads the {@link Vocabulary} from the annotations on Tidig's classes, without starting any of them. */
public final class VocabularyReader {

    private final Map<String, DelegateWords> delegates = new TreeMap<>();
    private final Map<String, FormWords> handlers = new TreeMap<>();
    private final Map<String, Set<String>> content = new TreeMap<>();
    private final Map<String, TableWords> tables = new TreeMap<>();
    private final List<KnownWords> ofCase = new ArrayList<>();

    private VocabularyReader() {}

    public static Vocabulary read() {
        var declared = new VocabularyReader();
        OwnClasses.with(
                List.of(
                        Delegate.class,
                        Handles.class,
                        Shows.class,
                        Fills.class,
                        AsksTable.class,
                        AsksTable.Several.class,
                        KnowsOfCase.class,
                        KnowsOfCase.Several.class),
                declared::add);
        return new Vocabulary(
                declared.delegates,
                declared.handlers,
                declared.content,
                Message.variables(),
                Topic.all(),
                declared.tables,
                declared.ofCase,
                Message.stages());
    }

    private void add(String type, OwnClasses.Found annotations) {
        with(
                annotations,
                Delegate.class,
                found -> delegates.put(
                        bean(found, type),
                        new DelegateWords(
                                text(found, "name"),
                                words(found, "reads"),
                                valued(found, "writes"),
                                words(found, "tables"),
                                letters(found),
                                words(found, "answersOf"),
                                words(found, "starts"))));
        with(
                annotations,
                Handles.class,
                found -> handlers.merge(
                        text(found, "form"),
                        new FormWords(
                                valued(found, "keys"),
                                valued(found, "writes"),
                                together(found),
                                stage(found, "stage"),
                                text(found, "questionsOf")),
                        (a, b) -> new FormWords(
                                union(a.keys(), b.keys()),
                                union(a.writes(), b.writes()),
                                union(a.together(), b.together()),
                                a.stage().compareTo(b.stage()) >= 0 ? a.stage() : b.stage(),
                                a.questionsOf().isEmpty() ? b.questionsOf() : a.questionsOf())));
        if (annotations.isOnMethod(Shows.class) || annotations.isOnMethod(Fills.class)) {
            ShownWord.of(loaded(type)).forEach(word -> content.put(word.key(), word.fields()));
        }
        with(annotations, AsksTable.class, this::asks);
        with(annotations, AsksTable.Several.class, several -> list(several, "value")
                .forEach(one -> asks((Map<?, ?>) one)));
        with(annotations, KnowsOfCase.class, this::knows);
        with(annotations, KnowsOfCase.Several.class, several -> list(several, "value")
                .forEach(one -> knows((Map<?, ?>) one)));
    }

    /** Loads a class of case content without initialising it, because its records are described by their Java types. */
    private static Class<?> loaded(String type) {
        try {
            return Class.forName(type, false, VocabularyReader.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Tidig's own class " + type + " cannot be loaded", e);
        }
    }

    private void knows(Map<?, ?> found) {
        ofCase.add(new KnownWords(
                stage(found, "since"),
                valued(found, "names"),
                words(found, "answersOf"),
                words(found, "tables"),
                flag(found, "tasks")));
    }

    private static CaseStage stage(Map<?, ?> found, String attribute) {
        return found.get(attribute) instanceof CaseStage stage ? stage : CaseStage.NONE;
    }

    private static void with(
            OwnClasses.Found annotations, Class<? extends Annotation> wanted, Consumer<Map<?, ?>> declared) {
        var found = annotations.of(wanted);
        if (found != null) {
            declared.accept(found);
        }
    }

    private void asks(Map<?, ?> found) {
        tables.merge(
                text(found, "value"),
                new TableWords(
                        facts(found),
                        words(found, "answersOf"),
                        valued(found, "results"),
                        valued(found, "gives"),
                        flag(found, "manyRows"),
                        types(found),
                        choices(found),
                        stage(found, "stage")),
                (a, b) -> new TableWords(
                        union(a.facts(), b.facts()),
                        union(a.answersOf(), b.answersOf()),
                        union(a.results(), b.results()),
                        union(a.gives(), b.gives()),
                        a.manyRows() || b.manyRows(),
                        joined(a.types(), b.types()),
                        joined(a.choices(), b.choices()),
                        a.stage().compareTo(b.stage()) >= 0 ? a.stage() : b.stage(),
                        Stream.concat(a.calls().stream(), b.calls().stream()).toList()));
    }

    /** The facts, without their types. */
    private static Map<String, Set<String>> facts(Map<?, ?> found) {
        var facts = new TreeMap<String, Set<String>>();
        valued(sent(found)).forEach((name, values) -> facts.put(name.split(":", 2)[0], values));
        return facts;
    }

    private static Map<String, String> types(Map<?, ?> found) {
        var types = new TreeMap<String, String>();
        for (var fact : sent(found)) {
            var parts = fact.split(":", 2);
            if (parts.length == 2) {
                types.put(parts[0].strip(), parts[1].strip());
            }
        }
        return types;
    }

    /** The facts of the record, unless the annotation says more of one. */
    private static Set<String> sent(Map<?, ?> found) {
        var sent = new TreeMap<String, String>();
        if (found.get("sends") instanceof Class<?> record) {
            SentFacts.declared(record).forEach(fact -> sent.put(fact.split("[:=]", 2)[0], fact));
        }
        words(found, "facts").forEach(fact -> sent.put(fact.split("[:=]", 2)[0].strip(), fact));
        return new TreeSet<>(sent.values());
    }

    private static Map<String, String> choices(Map<?, ?> found) {
        var choices = new TreeMap<String, String>();
        for (var fact : words(found, "choices")) {
            var parts = fact.split("=", 2);
            choices.put(parts[0].strip(), parts[1].strip());
        }
        return choices;
    }

    private static Map<String, String> joined(Map<String, String> a, Map<String, String> b) {
        var both = new TreeMap<>(a);
        both.putAll(b);
        return both;
    }

    private static String bean(Map<?, ?> found, String type) {
        var named = text(found, "bean");
        return named.isEmpty() ? StringUtils.uncapitalizeAsProperty(ClassUtils.getShortName(type)) : named;
    }

    private static String text(Map<?, ?> found, String attribute) {
        return found.get(attribute) instanceof String text ? text : "";
    }

    private static Set<String> words(Map<?, ?> found, String attribute) {
        return list(found, attribute).stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> letters(Map<?, ?> found) {
        var letters = new TreeMap<String, String>();
        for (var word : words(found, "letters")) {
            var parts = word.split(":", 2);
            letters.put(parts[1].strip(), parts[0].strip());
        }
        return letters;
    }

    private static boolean flag(Map<?, ?> found, String attribute) {
        return Boolean.TRUE.equals(found.get(attribute));
    }

    private static List<?> list(Map<?, ?> found, String attribute) {
        return found.get(attribute) instanceof Object[] list ? List.of(list) : List.of();
    }

    /** Each name with its only values: {@code "outcome=REJECT|REVIEW"} lists them, {@code "note"} has none. */
    private static Map<String, Set<String>> valued(Map<?, ?> found, String attribute) {
        return valued(words(found, attribute));
    }

    private static Map<String, Set<String>> valued(Set<String> words) {
        var valued = new TreeMap<String, Set<String>>();
        for (var word : words) {
            var parts = word.split("=", 2);
            valued.put(parts[0].strip(), parts.length == 1 ? Set.of() : choices(parts[1]));
        }
        return valued;
    }

    private static Set<Together> together(Map<?, ?> found) {
        return words(found, "together").stream()
                .map(word -> word.split("=|->"))
                .map(part -> new Together(part[0].strip(), choices(part[1]), part[2].strip(), choices(part[3])))
                .collect(Collectors.toSet());
    }

    private static Set<String> choices(String values) {
        return Set.of(values.strip().split("\\s*\\|\\s*"));
    }

    private static Map<String, Set<String>> union(Map<String, Set<String>> a, Map<String, Set<String>> b) {
        var both = new TreeMap<>(a);
        b.forEach((name, values) ->
                both.merge(name, values, (x, y) -> x.isEmpty() || y.isEmpty() ? Set.of() : union(x, y)));
        return both;
    }

    private static <T> Set<T> union(Set<T> a, Set<T> b) {
        var both = new HashSet<>(a);
        both.addAll(b);
        return both;
    }
}
