package se.tidig.bundle;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.tidig.bundle.check.BundleCheck;
import se.tidig.bundle.check.VersionTagCheck;

/** {@code tidig.jar check [DIR]}: prints everything that is wrong with a model bundle, without starting Tidig. */
@Command(
        name = "check",
        description = "Kontrollerar en bunt av modeller (processes/, dmn/, forms/).",
        mixinStandardHelpOptions = true)
public class CheckCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "MAPP",
            description = "Buntens mapp; annars den som följer med.")
    private Path folder;

    @Option(
            names = "--against",
            paramLabel = "MAPP",
            description = "Den bunt som gäller; annars den som följer med. Det som är ändrat sedan dess ska ha ett nytt"
                    + " versionsmärke.")
    private Path against;

    @Spec
    private CommandSpec spec;

    /** @return 0 if the bundle has no error, else 1 */
    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try {
            var bundle = folder == null ? Bundle.packaged() : Bundle.read(folder);
            var findings = new BundleCheck(VocabularyReader::read).check(bundle);
            findings.forEach(out::println);
            if (folder != null || against != null) {
                VersionTagCheck.forgotten(bundle, against == null ? Bundle.packaged() : Bundle.read(against))
                        .forEach(out::println);
            }
            var errors = findings.stream().filter(ModelFinding::isError).count();
            if (errors > 0) {
                spec.commandLine().getErr().println("Bunten har " + errors + " fel.");
                return 1;
            }
            out.println("Inga fel: " + summary(bundle));
            return 0;
        } catch (BundleRefused e) {
            e.findings().forEach(spec.commandLine().getErr()::println);
            return 1;
        }
    }

    static String summary(Bundle bundle) {
        return bundle.names("processes/", ".bpmn").size() + " processer, "
                + bundle.names("dmn/", ".dmn").size() + " tabeller, "
                + bundle.names("forms/", ".form").size() + " formulär, "
                + (bundle.names("forms/mails/", ".txt").size()
                        + bundle.letters().size())
                + " brev och mejl";
    }
}
