package se.tidig.bundle.check;

import java.util.List;
import java.util.function.Supplier;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.Finding;
import se.tidig.bundle.Vocabulary;

/**
 * Checks a model bundle against itself and against what Java declares. Needs neither engine nor database, and never
 * fails: what cannot be read is a finding.
 */
public final class BundleCheck {

    private final Supplier<Vocabulary> vocabulary;

    public BundleCheck(Vocabulary vocabulary) {
        this(() -> vocabulary);
    }

    /** @param vocabulary asked once, while the files are read */
    public BundleCheck(Supplier<Vocabulary> vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** All that is wrong, by file and element; empty where nothing is. */
    public List<Finding> check(Bundle bundle) {
        var findings = new Findings();
        var aside = new Aside();
        new FileCheck(bundle, findings).check();
        new LengthCheck(findings).check(bundle);
        var models = new ModelSet(bundle, vocabulary, findings, aside);
        var others = models.telling(new Findings());
        var beside = aside.begin(() -> others(others));
        var engine = new EngineCheck(models);
        var parsing = aside.begin(engine::parse);
        guarded(findings, Bundle.DESCRIPTION, () -> new DescriptionCheck(models).check());
        guarded(findings, "processes/", () -> new MessageCheck(models).check());
        var writers = new Writers(models);
        models.processFiles.values().forEach(file -> process(file, models, writers));
        beside.await();
        findings.add(others.findings);
        parsing.await();
        engine.tell();
        return findings.all();
    }

    /** Tables, forms and texts. */
    private static void others(ModelSet models) {
        models.tableFiles.values().forEach(file -> List.<Runnable>of(
                        () -> new TableCheck(file, models).check(),
                        () -> new LengthCheck(models.findings).check(file, models.feel),
                        () -> new DiagramCheck(models.findings).check(file))
                .forEach(check -> guarded(models.findings, file.name(), check)));
        guarded(models.findings, "dmn/", () -> new TableUseCheck(models).check());
        guarded(models.findings, "forms/", () -> new FormCheck(models).check());
        guarded(models.findings, "forms/mails/", () -> new TextCheck(models).check());
    }

    private static void process(ProcessFile file, ModelSet models, Writers writers) {
        var values = new VariableValues(file, writers);
        List.<Runnable>of(
                        () -> new LanguageCheck(file.name(), file.model(), models.findings).check(),
                        () -> new ProcessCheck(file, models).check(),
                        () -> new FlowCheck(file, models.findings).check(),
                        () -> new ConditionCheck(file, values, models.findings).check(),
                        () -> new TokenCheck(file, models.findings).check(),
                        () -> new ReferenceCheck(file, models).check(),
                        () -> new PeopleCheck(file, models, values).check(),
                        () -> new ExpressionCheck(file, models, values).check(),
                        () -> new TimerCheck(file, models.findings).check(),
                        () -> new ValueCheck(file, values, models.findings).check(),
                        () -> new LengthCheck(models.findings).check(file),
                        () -> new DiagramCheck(models.findings).check(file),
                        () -> new DataflowCheck(file, models, writers).check())
                .forEach(check -> guarded(models.findings, file.name(), check));
    }

    /**
     * A model nobody thought of may break a rule's own footing; the owner is told so once for each file, the other checks
     * go on, and nothing is let through.
     */
    static void guarded(Findings findings, String file, Runnable check) {
        try {
            check.run();
        } catch (RuntimeException | StackOverflowError e) {
            findings.error(
                    file,
                    "",
                    "filen kan inte kontrolleras färdigt",
                    "rätta övriga fel och kontrollera igen; kvarstår det, ångra den senaste ändringen");
        }
    }
}
