package se.tidig.bundle.check.process;

import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.Notation;
import se.tidig.bundle.check.file.ProcessFile;

/**
 * Checks what every process must have: the file's name as its id, a name, a version tag, a time to live and a usable
 * start.
 */
public final class ProcessCheck {

    private final ProcessFile file;
    private final ModelSet models;

    public ProcessCheck(ProcessFile file, ModelSet models) {
        this.file = file;
        this.models = models;
    }

    public void check() {
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
        if (!Notation.isKebab(id)) {
            error(id, "processens id är inte skrivet med gemener och bindestreck", "byt id, till exempel min-process");
        }
        if (Notation.isBlank(process.getName())) {
            error(id, "processen saknar svenskt namn", "skriv namnet i egenskapen Name");
        }
        if (!process.isExecutable()) {
            error(id, "processen är inte körbar (isExecutable)", "kryssa i Executable");
        }
        var tag = ProcessFile.camunda(process, "versionTag");
        if (!Notation.isVersion(tag)) {
            error(
                    id,
                    tag == null ? "versionsmärke saknas" : "versionsmärket \"" + tag + "\" har inte formen 1.0.0",
                    "skriv Version tag som tre tal med punkt emellan");
        }
        var timeToLive = ProcessFile.camunda(process, "historyTimeToLive");
        if (!Notation.isTimeToLive(timeToLive)) {
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
                if (models.description().groups() != null
                        && !models.description().groups().containsKey(group.strip())) {
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

    private void error(String element, String cause, String remedy) {
        models.findings().error(file.name(), element, cause, remedy);
    }
}
