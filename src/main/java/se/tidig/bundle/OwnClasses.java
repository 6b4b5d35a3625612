package se.tidig.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;

/**
 * The annotations on the program's own classes, read off the class files: no class is loaded, and most are passed over
 * at a glance, since the command line's answer is waited for. A test's classes are not the program's.
 */
final class OwnClasses {

    private static final String PACKAGE = "se/tidig/";
    private static final String SELF = "se/tidig/bundle/OwnClasses.class";

    private final Set<String> wanted;

    /** @param wanted the annotations to look for */
    OwnClasses(Set<Class<?>> wanted) {
        this.wanted = wanted.stream().map(Type::getDescriptor).collect(Collectors.toSet());
    }

    /**
     * Tells each class's wanted annotations.
     *
     * @param found gets the class's name and the values written on it, by the annotation's descriptor
     */
    void each(BiConsumer<String, Map<String, Map<String, Object>>> found) {
        var self = OwnClasses.class.getClassLoader().getResource(SELF);
        try {
            if (self.openConnection() instanceof JarURLConnection jar) {
                packaged(jar, found);
            } else {
                unpacked(self, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Tidig's own classes cannot be read", e);
        }
    }

    private void packaged(JarURLConnection jar, BiConsumer<String, Map<String, Map<String, Object>>> found)
            throws IOException {
        var file = jar.getJarFile();
        for (var entry : (Iterable<java.util.jar.JarEntry>) file.stream()::iterator) {
            if (entry.getName().startsWith(PACKAGE) && entry.getName().endsWith(".class")) {
                try (var stream = file.getInputStream(entry)) {
                    read(stream, found);
                }
            }
        }
    }

    private void unpacked(URL self, BiConsumer<String, Map<String, Map<String, Object>>> found) throws IOException {
        var text = self.toString();
        var root = Path.of(URI.create(text.substring(0, text.length() - SELF.length() + PACKAGE.length())));
        try (var paths = Files.walk(root)) {
            for (var path : (Iterable<Path>) paths.sorted()::iterator) {
                if (path.toString().endsWith(".class")) {
                    try (var stream = Files.newInputStream(path)) {
                        read(stream, found);
                    }
                }
            }
        }
    }

    private void read(InputStream stream, BiConsumer<String, Map<String, Map<String, Object>>> found)
            throws IOException {
        var bytes = stream.readAllBytes();
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (wanted.stream().noneMatch(text::contains)) {
            return;
        }
        var reader = new ClassReader(bytes);
        var annotations = new LinkedHashMap<String, Map<String, Object>>();
        reader.accept(
                new ClassVisitor(SpringAsmInfo.ASM_VERSION) {
                    @Override
                    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                        return wanted.contains(descriptor)
                                ? new Values(annotations.computeIfAbsent(descriptor, none -> new LinkedHashMap<>()))
                                : null;
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        if (!annotations.isEmpty()) {
            found.accept(reader.getClassName().replace('/', '.'), annotations);
        }
    }

    /** Collects what is written in an annotation: texts, lists of texts, and annotations within. */
    private static final class Values extends AnnotationVisitor {

        private final Map<String, Object> values;

        private Values(Map<String, Object> values) {
            super(SpringAsmInfo.ASM_VERSION);
            this.values = values;
        }

        @Override
        public void visit(String name, Object value) {
            values.put(name, value);
        }

        @Override
        public AnnotationVisitor visitArray(String name) {
            var list = new ArrayList<>();
            values.put(name, list);
            return new Items(list);
        }
    }

    private static final class Items extends AnnotationVisitor {

        private final List<Object> items;

        private Items(List<Object> items) {
            super(SpringAsmInfo.ASM_VERSION);
            this.items = items;
        }

        @Override
        public void visit(String name, Object value) {
            items.add(value);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String name, String descriptor) {
            var inner = new LinkedHashMap<String, Object>();
            items.add(inner);
            return new Values(inner);
        }
    }
}
