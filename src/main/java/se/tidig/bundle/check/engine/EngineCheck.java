package se.tidig.bundle.check.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.tidig.bundle.check.engine.EngineParser.Refusal;
import se.tidig.bundle.check.file.ModelSet;

/**
 * What the engine's own parsers refuse, so that nothing passes here that a deployment does not take. Faults that another
 * check has told of the same element are not told again.
 */
public final class EngineCheck {

    private static final String REMEDY = "öppna filen i Camunda Modeler och rätta elementet";

    private final ModelSet models;
    private final Map<String, List<Refusal>> refusals = new TreeMap<>();

    public EngineCheck(ModelSet models) {
        this.models = models;
    }

    /** Has the engine read the models; beside the other checks, whose findings come first. */
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

    /** Tells what it refused, after the others. */
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

    /** The engine keeps a file of several decisions under the id of its definitions, which no two may share. */
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
