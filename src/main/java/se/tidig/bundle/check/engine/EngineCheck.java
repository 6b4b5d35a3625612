package se.tidig.bundle.check.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.tidig.bundle.check.engine.EngineParser.Refusal;
import se.tidig.bundle.check.file.ModelSet;

/**
 * Reports what the engine's own parsers refuse, so that every bundle that passes can also be deployed. A fault is
 * skipped if another check has already reported an error on the same element.
 */
public final class EngineCheck {

    private static final String REMEDY = "öppna filen i Camunda Modeler och rätta elementet";

    private final ModelSet models;
    private final Map<String, List<Refusal>> refusals = new TreeMap<>();

    public EngineCheck(ModelSet models) {
        this.models = models;
    }

    /** Parses the models with the engine. This runs in parallel with the other checks. */
    public void parse() {
        var engine = new EngineParser();
        for (var file : models.processFiles().values()) {
            models.findings()
                    .guarded(
                            file.name(),
                            () -> refusals.put(
                                    file.name(), engine.process(models.bundle().bytes(file.name()))));
        }
        for (var file : models.tableFiles().values()) {
            models.findings().guarded(file.name(), () -> refusals.put(file.name(), engine.table(file.model())));
        }
    }

    /** Adds the engine's refusals after the findings of the other checks. */
    public void tell() {
        refusals.forEach((file, refused) -> refused.forEach(refusal -> tell(file, refusal)));
        drawings();
    }

    private void tell(String file, Refusal refusal) {
        var told = refusal.element().isEmpty() || refusal.message() == null
                ? models.findings().hasErrors(file)
                : models.findings().hasError(file, refusal.element());
        if (!told) {
            models.findings().error(file, refusal.element(), EngineFault.swedish(refusal.message()), REMEDY);
        }
    }

    /**
     * The engine stores a file of several decisions under the id of its definitions, so no two files may share that id.
     */
    private void drawings() {
        Map<String, String> files = new TreeMap<>();
        for (var file : models.tableFiles().values()) {
            var id = file.model().getDefinitions().getId();
            if (id != null && file.decisions().size() > 1) {
                var other = files.putIfAbsent(id, file.name());
                if (other != null) {
                    models.findings()
                            .error(
                                    file.name(),
                                    id,
                                    "filens id (definitions) finns redan i " + other,
                                    "ge filens definitions ett eget id");
                }
            }
        }
    }
}
