package se.tidig.bundle.check;

import java.util.List;
import java.util.function.Supplier;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.Vocabulary;
import se.tidig.bundle.check.engine.EngineCheck;
import se.tidig.bundle.check.file.DescriptionCheck;
import se.tidig.bundle.check.file.FileCheck;
import se.tidig.bundle.check.file.LanguageCheck;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.ParallelWork;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.file.TableFile;
import se.tidig.bundle.check.finding.FindingList;
import se.tidig.bundle.check.form.FormFileCheck;
import se.tidig.bundle.check.form.FormWordsCheck;
import se.tidig.bundle.check.process.ConditionCheck;
import se.tidig.bundle.check.process.DataflowCheck;
import se.tidig.bundle.check.process.ExpressionCheck;
import se.tidig.bundle.check.process.FlowCheck;
import se.tidig.bundle.check.process.MessageCheck;
import se.tidig.bundle.check.process.ProcessCheck;
import se.tidig.bundle.check.process.ProcessDiagramCheck;
import se.tidig.bundle.check.process.ProcessLengthCheck;
import se.tidig.bundle.check.process.ReferenceCheck;
import se.tidig.bundle.check.process.TimerCheck;
import se.tidig.bundle.check.process.TokenCheck;
import se.tidig.bundle.check.process.UserTaskCheck;
import se.tidig.bundle.check.process.ValueCheck;
import se.tidig.bundle.check.table.OutputCheck;
import se.tidig.bundle.check.table.TableCheck;
import se.tidig.bundle.check.table.TableDiagramCheck;
import se.tidig.bundle.check.table.TableLengthCheck;
import se.tidig.bundle.check.table.TableUseCheck;
import se.tidig.bundle.check.text.PartCheck;
import se.tidig.bundle.check.text.StyleCheck;
import se.tidig.bundle.check.text.TextCheck;
import se.tidig.bundle.check.variable.VariableDomain;
import se.tidig.bundle.check.variable.VariableIndex;

/**
 * Checks a model bundle against itself and against what Java declares. It needs neither engine nor database, and never
 * fails: a file that cannot be read becomes a finding. The lists below name every check in the order it runs; only
 * {@link VersionTagCheck} runs separately, because it compares two bundles.
 */
public final class BundleCheck {

    private final Supplier<Vocabulary> vocabulary;

    public BundleCheck(Vocabulary vocabulary) {
        this(() -> vocabulary);
    }

    /** @param vocabulary read once, while the files are read */
    public BundleCheck(Supplier<Vocabulary> vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Everything that is wrong, by file and element; empty if the bundle is sound. */
    public List<ModelFinding> check(Bundle bundle) {
        var findings = new FindingList();
        new FileCheck(bundle, findings).check();
        // Reading the files also runs IdCheck and the schema validation.
        var models = new ModelSet(bundle, vocabulary, findings);
        var others = models.telling(new FindingList());
        var parallel = ParallelWork.start(() -> tablesFormsAndTexts(others));
        var engine = new EngineCheck(models);
        var parsing = ParallelWork.start(engine::parse);
        processes(models);
        parallel.join();
        findings.add(others.findings());
        parsing.join();
        engine.tell();
        return findings.all();
    }

    private static void processes(ModelSet models) {
        var findings = models.findings();
        findings.guarded(Bundle.DESCRIPTION, () -> new DescriptionCheck(models).check());
        findings.guarded("processes/", () -> new MessageCheck(models).check());
        var variables = new VariableIndex(models);
        for (var file : models.processFiles().values()) {
            process(file, models, variables).forEach(check -> findings.guarded(file.name(), check));
        }
    }

    private static List<Runnable> process(ProcessFile file, ModelSet models, VariableIndex variables) {
        var findings = models.findings();
        var values = new VariableDomain(file, variables);
        return List.of(
                () -> new LanguageCheck(file.name(), file.model(), findings).check(),
                () -> new ProcessCheck(file, models).check(),
                () -> new FlowCheck(file, findings).check(),
                () -> new ConditionCheck(file, values, findings).check(),
                () -> new TokenCheck(file, findings).check(),
                () -> new ReferenceCheck(file, models).check(),
                () -> new UserTaskCheck(file, models, values).check(),
                () -> new ExpressionCheck(file, models, values).check(),
                () -> new TimerCheck(file, findings).check(),
                () -> new ValueCheck(file, values, findings).check(),
                () -> new ProcessLengthCheck(file, findings).check(),
                () -> new ProcessDiagramCheck(file, findings).check(),
                () -> new DataflowCheck(file, models, variables).check());
    }

    private static void tablesFormsAndTexts(ModelSet models) {
        var findings = models.findings();
        for (var file : models.tableFiles().values()) {
            table(file, models).forEach(check -> findings.guarded(file.name(), check));
        }
        // Runs JavaCallCheck, UnnamedAlternativeCheck, CellValueCheck, RowCoverageCheck, DeadRowCheck and
        // FindingWordsCheck.
        findings.guarded("dmn/", () -> new TableUseCheck(models).check());
        // Runs ShownFieldCheck.
        findings.guarded("forms/", () -> new FormFileCheck(models).check());
        findings.guarded("forms/", () -> new FormWordsCheck(models).check());
        // Runs TemplateCheck and MarkupCheck.
        findings.guarded("forms/mails/", () -> new TextCheck(models).check());
        findings.guarded("forms/letters/", () -> new StyleCheck(models.bundle(), findings).check());
        findings.guarded("forms/letters/", () -> new PartCheck(models.bundle(), findings).check());
    }

    private static List<Runnable> table(TableFile file, ModelSet models) {
        return List.of(
                () -> new TableCheck(file, models).check(),
                () -> new OutputCheck(file, models).check(),
                () -> new TableLengthCheck(file, models).check(),
                () -> new TableDiagramCheck(file, models.findings()).check());
    }
}
