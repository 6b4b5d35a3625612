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
import se.tidig.bundle.BundleRefused;
import se.tidig.bundle.VocabularyReader;
import se.tidig.bundle.check.BundleCheck;

/** {@code tidig.jar templates [DIR]}: writes element templates for Camunda Modeler into a bundle's folder. */
@Command(
        name = "templates",
        description =
                "Skriver elementmallar för Camunda Modeler i buntens mapp (" + ElementTemplateWriter.FOLDER + ").",
        mixinStandardHelpOptions = true)
public class TemplatesCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "MAPP",
            defaultValue = ".",
            description = "Buntens mapp; annars den mapp som kommandot körs i.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    /** @return 0 if the templates were written, else 1 */
    @Override
    public Integer call() {
        var line = spec.commandLine();
        try {
            var bundle = Bundle.read(folder);
            var vocabulary = VocabularyReader.read();
            var errors = new BundleCheck(vocabulary)
                    .check(bundle).stream().filter(finding -> finding.isError()).toList();
            if (!errors.isEmpty()) {
                throw new BundleRefused(errors);
            }
            var target = Files.createDirectories(folder.resolve(ElementTemplateWriter.FOLDER));
            for (var file : ElementTemplateWriter.of(vocabulary, bundle).entrySet()) {
                Files.writeString(target.resolve(file.getKey()), file.getValue());
            }
            line.getOut().println("Elementmallarna är skrivna i " + target.normalize());
            return 0;
        } catch (BundleRefused e) {
            e.findings().forEach(finding -> line.getErr().println(finding));
            return 1;
        } catch (IOException e) {
            line.getErr().println("Mallarna kan inte skrivas i " + folder + ". Ge Tidig rätt att skriva där.");
            return 1;
        }
    }
}
