package se.tidig.bundle.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.BundleRefused;
import se.tidig.bundle.ModelFinding;

/**
 * Finds the place in the bundle of files that a person posts: the Modeler sends {@code application.bpmn}, and the
 * bundle has {@code processes/application.bpmn}.
 */
final class PostedFilePlace {

    private static final String MAILS = "forms/mails/";

    private final Bundle current;
    private final Set<String> posted;
    private final List<ModelFinding> findings = new ArrayList<>();

    private PostedFilePlace(Set<String> posted, Bundle current) {
        this.posted = posted.stream().map(PostedFilePlace::file).collect(Collectors.toSet());
        this.current = current;
    }

    /** @throws BundleRefused if a file's place in the bundle is not clear */
    static Map<String, byte[]> named(Map<String, byte[]> posted, Bundle current) {
        var models = new PostedFilePlace(posted.keySet(), current);
        var named = new TreeMap<String, byte[]>();
        posted.forEach((name, bytes) -> {
            if (Bundle.isHidden(name)) {
                return;
            }
            var place = models.place(name);
            if (place != null && named.put(place, bytes) != null) {
                models.error(name, "filen skickas två gånger under olika namn", "skicka den en gång");
            }
        });
        if (!models.findings.isEmpty()) {
            throw new BundleRefused(models.findings);
        }
        return named;
    }

    private String place(String posted) {
        var name = posted.replace('\\', '/');
        for (var folder : List.of("processes/", "dmn/", "forms/mails/", "forms/letters/", "forms/")) {
            var at = name.indexOf(folder);
            if (at == 0 || at > 0 && name.charAt(at - 1) == '/') {
                return name.substring(at);
            }
        }
        var file = file(name);
        if (file.equals("bundle.yaml")) {
            return Bundle.DESCRIPTION;
        }
        if (file.endsWith(".en.yaml")) {
            return "forms/" + file;
        }
        var ending = file.substring(Math.max(0, file.lastIndexOf('.')));
        switch (ending) {
            case ".bpmn":
                return "processes/" + file;
            case ".dmn":
                return "dmn/" + file;
            case ".css":
                return "forms/letters/" + file;
            case ".form":
                return "forms/" + file;
            default:
                return known(posted, file);
        }
    }

    private static String file(String posted) {
        var name = posted.replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /**
     * The place of a text: that of the only existing text with the name, or the mails' folder if both forms of a new
     * mail are there.
     */
    private String known(String posted, String file) {
        var places = current.names("forms/", "/" + file);
        if (places.size() == 1) {
            return places.get(0);
        }
        if (places.isEmpty() && isNewMail(file)) {
            return MAILS + file;
        }
        error(
                posted,
                places.isEmpty() ? "filen hör inte till bunten" : "filen kan vara både mejl och brev",
                "ge filen hela namnet: forms/mails/namn.txt, forms/mails/namn.html eller forms/letters/namn.html");
        return null;
    }

    /** Whether it is a new mail: only mails exist both as text and as HTML. */
    private boolean isNewMail(String file) {
        var text = file.replaceFirst("\\.html$", ".txt");
        return text.endsWith(".txt") && (posted.contains(text) || current.has(MAILS + text));
    }

    private void error(String file, String cause, String remedy) {
        findings.add(ModelFinding.error(file, "", cause, remedy));
    }
}
