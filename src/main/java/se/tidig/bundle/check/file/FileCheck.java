package se.tidig.bundle.check.file;

import java.util.Map;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.check.finding.FindingList;

/** Checks that the folders exist and hold only files of a bundle. */
public final class FileCheck {

    private static final Map<String, String> KINDS = Map.of("processes", ".bpmn", "dmn", ".dmn", "forms", ".form");
    private static final Map<String, String> NAMES =
            Map.of("processes", "processer", "dmn", "tabeller", "forms", "formulär");

    private final Bundle bundle;
    private final FindingList findings;

    public FileCheck(Bundle bundle, FindingList findings) {
        this.bundle = bundle;
        this.findings = findings;
    }

    public void check() {
        for (var folder : Bundle.FOLDERS) {
            if (bundle.names(folder + "/", KINDS.get(folder)).isEmpty()) {
                findings.error(
                        folder + "/",
                        "",
                        "mappen saknas eller har inga " + NAMES.get(folder),
                        "ange en mapp som har processes/, dmn/ och forms/ med " + NAMES.get(folder));
            }
        }
        for (var file : bundle.files().keySet()) {
            if (bundle.tooLarge(file)) {
                findings.error(file, "", "filen är för stor för att vara en modell", "dela den eller ta bort den");
            } else if (!belongs(file)) {
                findings.error(
                        file,
                        "",
                        "filen hör inte till bunten",
                        "ta bort den; processer ligger i processes/, tabeller i dmn/, formulär i forms/, texter i forms/mails/, forms/letters/ och forms/letters/parts/");
            }
        }
        for (var file : bundle.files().keySet()) {
            new TextLength(file, findings).limit("", "filens namn", file, TextLength.NAME);
        }
    }

    static boolean belongs(String file) {
        return file.equals(Bundle.DESCRIPTION)
                || file.matches("processes/[^/]+\\.bpmn")
                || file.matches("dmn/[^/]+\\.dmn")
                || file.matches("forms/[^/]+(\\.form|\\.en\\.yaml)")
                || file.matches("forms/mails/[^/]+\\.(txt|html)")
                || file.matches("forms/letters/[^/]+\\.(html|css)")
                || file.matches(Bundle.LETTER_PARTS + "[^/]+\\.html");
    }
}
