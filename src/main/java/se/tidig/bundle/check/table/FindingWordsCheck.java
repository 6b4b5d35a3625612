package se.tidig.bundle.check.table;

import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.TableFile;

/** Checks that a finding has English words: applicants who read English pages are shown it before they hand in. */
final class FindingWordsCheck {

    private static final Pattern FINDING =
            Pattern.compile("(?s)(?=.*\\beffect\\s*:)(?=.*\\bparagraph\\s*:).*\\bcode\\s*:\\s*\"([^\"]+)\".*");

    private static final Pattern ENGLISH =
            Pattern.compile("(?s)(?=.*\\benglishName\\s*:)(?=.*\\benglishReason\\s*:).*");

    private final TableFile file;
    private final ModelSet models;

    FindingWordsCheck(TableFile file, ModelSet models) {
        this.file = file;
        this.models = models;
    }

    void check(Decision decision) {
        for (var cell : decision.getModelInstance().getModelElementsByType(OutputEntry.class)) {
            if (!decision.getId().equals(decisionOf(cell))) {
                continue;
            }
            var text = cell.getText() == null ? "" : cell.getText().getTextContent();
            var finding = FINDING.matcher(text);
            if (finding.matches() && !ENGLISH.matcher(text).matches()) {
                models.findings()
                        .warning(
                                file.name(),
                                cell.getId(),
                                "iakttagelsen " + finding.group(1) + " har inga engelska ord",
                                "skriv englishName och englishReason; till dess visas den på svenska");
            }
        }
    }

    private static String decisionOf(OutputEntry cell) {
        for (var at = cell.getParentElement(); at != null; at = at.getParentElement()) {
            if (at instanceof Decision decision) {
                return decision.getId();
            }
        }
        return null;
    }
}
