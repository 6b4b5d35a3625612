package se.tidig.bundle.modeler;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.check.file.BundleDescription;

/** The lists from which a process owner picks: the value that the model gets, and the Swedish name of each choice. */
final class ChoiceList {

    private static final Pattern EXPRESSION = Pattern.compile("\\[\\(\\$\\{.*?}\\)]");
    private static final Pattern TITLE = Pattern.compile("<title>([^<]+)</title>");

    private final Bundle bundle;

    ChoiceList(Bundle bundle) {
        this.bundle = bundle;
    }

    /** Mails by name, shown as the subject with the name in brackets. */
    Map<String, String> mails() {
        var mails = new TreeMap<String, String>();
        for (var file : bundle.names("forms/mails/", ".txt")) {
            var subject = bundle.text(file).lines().findFirst().orElse("").replaceFirst("^Ämne:", "");
            mails.put(
                    stem(file),
                    named(EXPRESSION.matcher(subject).replaceAll("…").strip(), stem(file)));
        }
        return mails;
    }

    /** Mails that are reminders, by the ending of their names. */
    Map<String, String> reminders() {
        var reminders = mails();
        reminders.keySet().removeIf(mail -> !mail.endsWith("-reminder") && !mail.endsWith("-overdue"));
        return reminders;
    }

    Map<String, String> letters() {
        var letters = new TreeMap<String, String>();
        for (var file : bundle.letters()) {
            var title = TITLE.matcher(bundle.text(file));
            letters.put(stem(file), named(title.find() ? title.group(1).strip() : stem(file), stem(file)));
        }
        return letters;
    }

    Map<String, String> groups() {
        return BundleDescription.of(bundle).groups();
    }

    Map<String, String> receivers() {
        var receivers = new TreeMap<String, String>(Map.of(
                "applicant",
                "Sökanden",
                "refusedAgent",
                "Ombudet som beslutet gäller",
                "subscribers",
                "De som vill ha mejl om länsstyrelsens utlysningar"));
        groups().forEach((id, name) -> receivers.put("group:" + id, "Gruppen " + name));
        return receivers;
    }

    /** Forms by id, shown with the task that uses them if there is one. */
    Map<String, String> forms() {
        var forms = new TreeMap<String, String>();
        bundle.names("forms/", ".form").forEach(file -> forms.put(stem(file), stem(file)));
        for (var file : bundle.names("processes/", ".bpmn")) {
            var model = Bpmn.readModelFromStream(new ByteArrayInputStream(bundle.bytes(file)));
            for (var task : model.getModelElementsByType(UserTask.class)) {
                forms.computeIfPresent(
                        String.valueOf(task.getCamundaFormRef()), (id, name) -> named(task.getName(), id));
            }
        }
        return forms;
    }

    Map<String, String> tables() {
        var tables = new TreeMap<String, String>();
        for (var file : bundle.names("dmn/", ".dmn")) {
            var model = Dmn.readModelFromStream(new ByteArrayInputStream(bundle.bytes(file)));
            Decision decision = model.getModelElementById(stem(file));
            if (decision != null) {
                tables.put(decision.getId(), named(decision.getName(), decision.getId()));
            }
        }
        return tables;
    }

    private static String named(String name, String id) {
        return name + " (" + id + ")";
    }

    private static String stem(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }
}
