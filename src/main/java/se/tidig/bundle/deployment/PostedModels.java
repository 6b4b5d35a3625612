package se.tidig.bundle.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.BundleRefused;
import se.tidig.bundle.Finding;

/**
 * Files as somebody posts them, by the names the bundle has for them: the Modeler sends {@code application.bpmn} and
 * the bundle has {@code processes/application.bpmn}.
 */
final class PostedModels {

    private final Bundle current;
    private final List<Finding> findings = new ArrayList<>();

    private PostedModels(Bundle current) {
        this.current = current;
    }

    /** @throws BundleRefused where a file's place in the bundle cannot be told */
    static Map<String, byte[]> named(Map<String, byte[]> posted, Bundle current) {
        var models = new PostedModels(current);
        var named = new TreeMap<String, byte[]>();
        posted.forEach((name, bytes) -> {
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
        var file = name.substring(name.lastIndexOf('/') + 1);
        if (file.equals("bundle.yaml")) {
            return Bundle.DESCRIPTION;
        }
        var ending = file.substring(Math.max(0, file.lastIndexOf('.')));
        switch (ending) {
            case ".bpmn":
                return "processes/" + file;
            case ".dmn":
                return "dmn/" + file;
            case ".form":
                return "forms/" + file;
            default:
                return known(posted, file);
        }
    }

    /** A text's folder is told by the one text of that name which is there already. */
    private String known(String posted, String file) {
        var places = current.names("forms/", "/" + file);
        if (places.size() == 1) {
            return places.get(0);
        }
        error(
                posted,
                places.isEmpty() ? "filen hör inte till bunten" : "filen kan vara både mejl och brev",
                "ge filen hela namnet: forms/mails/namn.txt, forms/mails/namn.html eller forms/letters/namn.html");
        return null;
    }

    private void error(String file, String cause, String remedy) {
        findings.add(Finding.error(file, "", cause, remedy));
    }
}
