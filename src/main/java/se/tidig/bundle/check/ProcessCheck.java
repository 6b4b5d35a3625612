package se.tidig.bundle.check;

import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** What every process carries: id as the file, name, version tag, time to live, and a start that can be used. */
final class ProcessCheck {

    static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    /** The engine counts days only. With none, history is gone when the case ends; no database has a day far ahead. */
    static final Pattern TIME_TO_LIVE = Pattern.compile("P0*[1-9]\\d{0,4}D|0*[1-9]\\d{0,4}");

    private final ProcessFile file;
    private final ModelSet models;

    ProcessCheck(ProcessFile file, ModelSet models) {
        this.file = file;
        this.models = models;
    }

    void check() {
        var root = file.model().getDefinitions().getDomElement();
        var platform = root.getAttribute("http://camunda.org/schema/modeler/1.0", "executionPlatform");
        if (platform != null && !platform.isEmpty() && !platform.equals("Camunda Platform")) {
            error("", "filen är gjord för " + platform, "spara den för Camunda Platform 7.24 i Camunda Modeler");
        }
        if (file.processes().isEmpty()) {
            error("", "filen har ingen process", "rita en process eller ta bort filen");
        }
        if (file.processes().size() > 1) {
            error("", "filen har flera processer", "lägg varje process i en egen fil");
        }
        file.processes().forEach(this::check);
    }

    private void check(Process process) {
        var id = process.getId();
        if (!file.stem().equals(id)) {
            error(id, "processens id är inte filens namn " + file.stem(), "ge processen och filen samma namn");
        }
        if (!KEBAB.matcher(String.valueOf(id)).matches()) {
            error(id, "processens id är inte skrivet med gemener och bindestreck", "byt id, till exempel min-process");
        }
        if (isBlank(process.getName())) {
            error(id, "processen saknar svenskt namn", "skriv namnet i egenskapen Name");
        }
        if (!process.isExecutable()) {
            error(id, "processen är inte körbar (isExecutable)", "kryssa i Executable");
        }
        var tag = ProcessFile.camunda(process, "versionTag");
        if (tag == null || !BundleDescription.VERSION.matcher(tag).matches()) {
            error(
                    id,
                    tag == null ? "versionsmärke saknas" : "versionsmärket \"" + tag + "\" har inte formen 1.0.0",
                    "skriv Version tag som tre tal med punkt emellan");
        }
        var timeToLive = ProcessFile.camunda(process, "historyTimeToLive");
        if (timeToLive == null || !TIME_TO_LIVE.matcher(timeToLive).matches()) {
            error(
                    id,
                    timeToLive == null
                            ? "historikens livslängd saknas"
                            : "historikens livslängd \"" + timeToLive + "\""
                                    + (timeToLive.matches("P?\\d+D?")
                                            ? " är noll eller fler än 99999 dagar"
                                            : " går inte att tolka"),
                    "skriv History time to live i dagar, till exempel P3650D (tio år)");
        }
        starterGroups(process);
        for (var start : file.starts(process)) {
            form(start);
        }
    }

    private void starterGroups(Process process) {
        var groups = ProcessFile.camunda(process, "candidateStarterGroups");
        if (groups != null) {
            for (var group : groups.split(",")) {
                if (models.description.groups() != null
                        && !models.description.groups().containsKey(group.strip())) {
                    error(
                            process.getId(),
                            "gruppen \"" + group.strip() + "\" finns inte i bundle.yaml",
                            "rätta stavningen eller lägg till gruppen där");
                }
            }
        }
    }

    private void form(StartEvent start) {
        if (ProcessFile.camunda(start, "formRef") != null
                && !start.getEventDefinitions().isEmpty()) {
            error(
                    start.getId(),
                    "en start genom meddelande visar inget formulär",
                    "ta bort formuläret eller meddelandet");
        }
    }

    static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private void error(String element, String cause, String remedy) {
        models.findings.error(file.name(), element, cause, remedy);
    }
}
