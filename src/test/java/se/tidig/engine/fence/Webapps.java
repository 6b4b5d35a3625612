package se.tidig.engine.fence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files of Camunda's webapps from their jar, and our files that replace some of them. */
final class Webapps {

    static final Path OURS = Path.of("src/main/resources/META-INF/resources/webjars/camunda/app");
    private static final String THEIRS = "META-INF/resources/webjars/camunda/";
    private static final Pattern CLASS_NAME = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\[([\\w-]+)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private static Map<String, String> texts;

    private Webapps() {}

    /** Everything that the browser loads for the app, without the files that ours replace. */
    static String text(String app) {
        return texts().entrySet().stream()
                .filter(file -> file.getKey().startsWith("app/" + app + "/")
                        || file.getKey().startsWith("lib/")
                        || file.getKey().startsWith("plugin/" + app + "/"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("\n"));
    }

    static String file(String path) {
        return texts().getOrDefault(path, "");
    }

    /** The version in the addresses of the scripts on the webapps' pages. */
    static String version() {
        var found = Pattern.compile("\\?bust=([\\w.-]+)").matcher(file("app/tasklist/index.html"));
        return found.find() ? found.group(1) : "of unknown version";
    }

    private static synchronized Map<String, String> texts() {
        if (texts == null) {
            texts = read();
        }
        return texts;
    }

    private static Map<String, String> read() {
        var read = new TreeMap<String, String>();
        var index = Webapps.class.getClassLoader().getResource(THEIRS + "app/tasklist/index.html");
        try (var jar = ((JarURLConnection) index.openConnection()).getJarFile()) {
            var entries = jar.entries();
            while (entries.hasMoreElements()) {
                var entry = entries.nextElement();
                if (entry.getName().matches(".*\\.(js|css|html|json)")) {
                    try (var content = jar.getInputStream(entry)) {
                        read.put(
                                entry.getName()
                                        .replace(THEIRS, "")
                                        .replaceFirst("META-INF/resources/plugin/(\\w+)/app/", "plugin/$1/"),
                                new String(content.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    /** The classes, attributes and attribute values in the selectors of a style sheet. */
    static TreeSet<String> named(Path sheet) {
        var selectors = source(sheet)
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("@import[^;]*;", "")
                .replaceAll("\\{[^{}]*}", " ");
        var named = new TreeSet<String>();
        for (var pattern : new Pattern[] {CLASS_NAME, ATTRIBUTE, QUOTED}) {
            pattern.matcher(selectors).results().forEach(found -> named.add(found.group(1)));
        }
        return named;
    }

    /** The fixed first parts of the sentences that a script looks for as {@code [/^sentence$/, …]}. */
    static TreeSet<String> sentences(Path script) {
        return Pattern.compile("\\[/\\^(.+?)\\$/,")
                .matcher(source(script))
                .results()
                .map(found ->
                        found.group(1).split("\\\\?[(+*?]|\\\\d| \\+|\\.\\*")[0].replace("\\", ""))
                .filter(sentence -> !sentence.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
