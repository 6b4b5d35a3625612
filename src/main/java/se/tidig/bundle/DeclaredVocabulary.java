package se.tidig.bundle;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;
import se.tidig.bundle.Vocabulary.DelegateWords;
import se.tidig.bundle.Vocabulary.FormWords;
import se.tidig.bundle.Vocabulary.TableWords;
import se.tidig.engine.Delegate;
import se.tidig.engine.Message;
import se.tidig.engine.Topic;
import se.tidig.form.Handles;
import se.tidig.form.Shows;

/** Reads the {@link Vocabulary} from the declarations on Tidig's classes, without loading or starting any of them. */
public final class DeclaredVocabulary {

    private final Map<String, DelegateWords> delegates = new TreeMap<>();
    private final Map<String, FormWords> handlers = new TreeMap<>();
    private final Set<String> content = new TreeSet<>();
    private final Map<String, TableWords> tables = new TreeMap<>();

    private DeclaredVocabulary() {}

    public static Vocabulary read() {
        var scan = new OwnClasses();
        for (var annotation :
                Set.of(Delegate.class, Handles.class, Shows.class, AsksTable.class, AsksTable.Several.class)) {
            scan.addIncludeFilter(new AnnotationTypeFilter(annotation));
        }
        var declared = new DeclaredVocabulary();
        scan.findCandidateComponents("se.tidig").stream()
                .map(found -> ((AnnotatedBeanDefinition) found).getMetadata())
                .forEach(declared::add);
        return new Vocabulary(
                declared.delegates,
                declared.handlers,
                declared.content,
                Message.variables(),
                Topic.all(),
                declared.tables);
    }

    private void add(AnnotationMetadata type) {
        var annotations = type.getAnnotations();
        annotations.stream(Delegate.class)
                .forEach(found -> delegates.put(
                        bean(found, type),
                        new DelegateWords(
                                found.getString("name"),
                                words(found, "reads"),
                                valued(found, "writes"),
                                words(found, "tables"))));
        annotations.stream(Handles.class)
                .forEach(found -> handlers.merge(
                        found.getString("form"),
                        new FormWords(words(found, "keys"), valued(found, "writes")),
                        (a, b) -> new FormWords(union(a.keys(), b.keys()), union(a.writes(), b.writes()))));
        annotations.stream(Shows.class).forEach(found -> content.addAll(words(found, "value")));
        asks(annotations);
    }

    private void asks(MergedAnnotations annotations) {
        annotations.stream(AsksTable.class).forEach(this::asks);
        annotations.stream(AsksTable.Several.class)
                .flatMap(several -> Arrays.stream(several.getAnnotationArray("value", AsksTable.class)))
                .forEach(this::asks);
    }

    private void asks(MergedAnnotation<AsksTable> found) {
        tables.merge(
                found.getString("value"),
                new TableWords(valued(found, "facts"), words(found, "answersOf"), words(found, "results")),
                (a, b) -> new TableWords(
                        union(a.facts(), b.facts()),
                        union(a.answersOf(), b.answersOf()),
                        union(a.results(), b.results())));
    }

    private static String bean(MergedAnnotation<Delegate> found, AnnotationMetadata type) {
        var named = found.getString("bean");
        return StringUtils.hasText(named)
                ? named
                : StringUtils.uncapitalizeAsProperty(ClassUtils.getShortName(type.getClassName()));
    }

    private static Set<String> words(MergedAnnotation<?> found, String attribute) {
        return new TreeSet<>(Arrays.asList(found.getStringArray(attribute)));
    }

    /** Each name with its only values; {@code "outcome=REJECT|REVIEW"} tells them, {@code "note"} none. */
    private static Map<String, Set<String>> valued(MergedAnnotation<?> found, String attribute) {
        var valued = new TreeMap<String, Set<String>>();
        for (var word : found.getStringArray(attribute)) {
            var parts = word.split("=", 2);
            valued.put(
                    parts[0].strip(),
                    parts.length == 1 ? Set.of() : Set.of(parts[1].strip().split("\\s*\\|\\s*")));
        }
        return valued;
    }

    private static Map<String, Set<String>> union(Map<String, Set<String>> a, Map<String, Set<String>> b) {
        var both = new TreeMap<>(a);
        b.forEach((name, values) ->
                both.merge(name, values, (x, y) -> x.isEmpty() || y.isEmpty() ? Set.of() : union(x, y)));
        return both;
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        var both = new HashSet<>(a);
        both.addAll(b);
        return both;
    }

    /** The program's own classes only: a test's handler or delegate is no word that models may use. */
    private static final class OwnClasses extends ClassPathScanningCandidateComponentProvider {

        private static final String NAME = "se/tidig/bundle/DeclaredVocabulary.class";
        private final String root = root();

        private OwnClasses() {
            super(false);
        }

        private static String root() {
            var own = String.valueOf(DeclaredVocabulary.class.getClassLoader().getResource(NAME));
            return own.substring(0, own.length() - NAME.length());
        }

        @Override
        protected boolean isCandidateComponent(MetadataReader found) throws IOException {
            return found.getResource().getURL().toString().startsWith(root) && super.isCandidateComponent(found);
        }
    }
}
