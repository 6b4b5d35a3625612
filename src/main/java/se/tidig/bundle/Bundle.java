package se.tidig.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import se.tidig.Sha256;

/**
 * The files of a model bundle, by their names relative to its folder, {@code processes/application.bpmn}. The names do
 * not depend on where the bundle was read from, because the engine treats a model with another name as another model.
 */
public record Bundle(SortedMap<String, byte[]> files) {

    public static final String DESCRIPTION = "processes/bundle.yaml";
    public static final String LETTERS = "forms/letters/";
    public static final List<String> FOLDERS = List.of("processes", "dmn", "forms");

    /**
     * The link from a letter to a stylesheet beside it; its two attributes may come in either order, and the first
     * group is the file's name.
     */
    public static final Pattern LINK_TO_STYLE = Pattern.compile(
            "<link(?=\\s[^>]*\\brel=\"stylesheet\")(?=\\s[^>]*\\bhref=\"([a-z0-9-]+\\.css)\")(?:\\s+\\w+=\"[^\"]*\"){2}\\s*/>");

    /** The folder of the texts that letters share, such as {@code forms/letters/parts/appeal-instructions.html}. */
    public static final String LETTER_PARTS = "forms/letters/parts/";

    /** The element by which a letter inserts a shared text; the first group is the text's name. */
    public static final Pattern INSERT = Pattern.compile("<th:block\\s+th:insert=\"~\\{parts/([a-z0-9-]+)}\"\\s*/>");

    /** Far larger than any model that a person draws. Only one byte more is read of a larger file. */
    static final int LARGEST_FILE = 2_000_000;

    private static final int MOST_FILES = 1_000;
    private static final String PACKAGED = "models/";

    public Bundle(Map<String, byte[]> files) {
        this(new TreeMap<>(files));
    }

    /** @throws BundleRefused if the folder is missing or cannot be read */
    public static Bundle read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw refused(folder, "mappen finns inte", "ange en mapp som har processes/, dmn/ och forms/");
        }
        var files = new TreeMap<String, byte[]>();
        for (var part : FOLDERS) {
            if (Files.isDirectory(folder.resolve(part))) {
                readFolder(folder, folder.resolve(part), files);
            }
        }
        return new Bundle(files);
    }

    /** The bundle packaged with the program. */
    public static Bundle packaged() {
        var files = new TreeMap<String, byte[]>();
        var resolver = new PathMatchingResourcePatternResolver(Bundle.class.getClassLoader());
        try {
            for (var part : FOLDERS) {
                for (var resource : resolver.getResources("classpath*:" + PACKAGED + part + "/**")) {
                    var url = resource.getURL().toString();
                    var name = url.substring(url.lastIndexOf("/" + PACKAGED) + PACKAGED.length() + 1);
                    if (resource.isReadable() && !name.endsWith("/") && !isHidden(name)) {
                        try (var stream = resource.getInputStream()) {
                            files.putIfAbsent(name, capped(stream));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The packaged models cannot be read", e);
        }
        return new Bundle(files);
    }

    private static void readFolder(Path root, Path folder, Map<String, byte[]> files) {
        try (Stream<Path> paths = Files.walk(folder, 8)) {
            for (var path : (Iterable<Path>) paths.sorted()::iterator) {
                var name = root.relativize(path).toString().replace('\\', '/');
                if (!Files.isRegularFile(path) || isHidden(name)) {
                    continue;
                }
                if (files.size() >= MOST_FILES) {
                    throw refused(folder, "mappen har fler än " + MOST_FILES + " filer", "ange modellernas egen mapp");
                }
                try (var stream = Files.newInputStream(path)) {
                    files.put(name, capped(stream));
                } catch (IOException e) {
                    throw refused(path, "filen kan inte läsas", "ge Tidig rätt att läsa den");
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw refused(folder, "mappen kan inte läsas", "ge Tidig rätt att läsa den");
        }
    }

    /** Reads at most one byte more than the limit, so that the check sees that the file is too large. */
    private static byte[] capped(InputStream stream) throws IOException {
        return stream.readNBytes(LARGEST_FILE + 1);
    }

    /** Whether the file is hidden: backups of editors and the Modeler's settings are not models. */
    public static boolean isHidden(String name) {
        return name.startsWith(".") || name.contains("/.");
    }

    private static BundleRefused refused(Path path, String cause, String remedy) {
        return new BundleRefused(List.of(ModelFinding.error(path.toString(), "", cause, remedy)));
    }

    /** A copy of this bundle with some files replaced or added. */
    public Bundle with(Map<String, byte[]> others) {
        var all = new TreeMap<>(files);
        all.putAll(others);
        return new Bundle(all);
    }

    public boolean has(String name) {
        return files.containsKey(name);
    }

    public byte[] bytes(String name) {
        return files.get(name);
    }

    public String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    /** The names in the folder and below it that have the ending, in order. */
    public List<String> names(String folder, String ending) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(folder) && name.endsWith(ending))
                .toList();
    }

    /** The letters, without the texts that they share. */
    public List<String> letters() {
        return names("forms/letters/", ".html").stream()
                .filter(name -> !name.startsWith(LETTER_PARTS))
                .toList();
    }

    public boolean tooLarge(String name) {
        return files.get(name).length > LARGEST_FILE;
    }

    /** The SHA-256 of names and contents, equal only if every file is equal. */
    public String hash() {
        var digest = Sha256.digest();
        files.forEach((name, bytes) -> {
            digest.update((name + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
