package se.tidig.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.asm.Type;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/**
 * Reads annotations from the program's class files without loading the classes. Classes of tests lie elsewhere and are
 * not read.
 */
final class OwnClasses {

    private static final String PACKAGE = "se/tidig/";
    private static final String SELF = "se/tidig/bundle/OwnClasses.class";

    private OwnClasses() {}

    /**
     * Finds the classes that have one of the annotations.
     *
     * @param found receives the class's name and its annotations' attributes
     */
    static void with(List<Class<? extends Annotation>> wanted, BiConsumer<String, Found> found) {
        var self = OwnClasses.class.getClassLoader().getResource(SELF).toString();
        var root = self.substring(0, self.length() - SELF.length()) + PACKAGE;
        var readers = new SimpleMetadataReaderFactory(OwnClasses.class.getClassLoader());
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(root + "**/*.class")) {
                var bytes = file.getContentAsByteArray();
                if (mentionsAny(wanted, bytes)) {
                    var read = readers.getMetadataReader(new ByteArrayResource(bytes))
                            .getAnnotationMetadata();
                    found.accept(read.getClassName(), new Found(read));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Tidig's own classes cannot be read", e);
        }
    }

    /** A search of the bytes is fast and rules out most classes; a person waits for the command. */
    private static boolean mentionsAny(List<Class<? extends Annotation>> wanted, byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return wanted.stream().map(Type::getDescriptor).anyMatch(text::contains);
    }

    /** The annotations of one class. */
    record Found(AnnotationMetadata read) {

        /** The annotation's attributes; null if the class has none. */
        Map<String, Object> of(Class<? extends Annotation> annotation) {
            return read.getAnnotationAttributes(annotation.getName());
        }

        /** Whether a method of the class has the annotation. */
        boolean isOnMethod(Class<? extends Annotation> annotation) {
            return read.hasAnnotatedMethods(annotation.getName());
        }
    }
}
