package se.tidig.bundle.modeler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.tidig.bundle.Bundle;

/** {@code tidig.jar models DIR}: writes the packaged models into a folder, for comparison and reuse. */
@Command(
        name = "models",
        description = "Skriver de medföljande modellerna i en ny mapp.",
        mixinStandardHelpOptions = true)
public class ModelsCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "MAPP", description = "En mapp som inte finns.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    /** @return 0 if the models were written, else 1 */
    @Override
    public Integer call() {
        var line = spec.commandLine();
        if (Files.exists(folder)) {
            line.getErr().println("Mappen " + folder + " finns redan. Ange en mapp som inte finns.");
            return 1;
        }
        try {
            var packaged = Bundle.packaged();
            for (var file : packaged.files().entrySet()) {
                var target = folder.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
            line.getOut().println("De medföljande modellerna är skrivna i " + folder.normalize());
            return 0;
        } catch (IOException e) {
            line.getErr().println("Modellerna kan inte skrivas i " + folder + ". Ge Tidig rätt att skriva där.");
            return 1;
        }
    }
}
