package se.tidig;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import org.slf4j.helpers.NOP_FallbackServiceProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Unmatched;
import se.tidig.bundle.CheckCommand;
import se.tidig.bundle.modeler.ModelsCommand;
import se.tidig.bundle.modeler.TemplatesCommand;
import se.tidig.eligibility.DecideCommand;

/** The application: portal, staff webapps, process engine and workers in one deployable, and a few commands. */
@SpringBootApplication
@Command(
        name = "tidig",
        mixinStandardHelpOptions = true,
        versionProvider = Tidig.Version.class,
        description = "Tidig, ärendehantering för bidrag till tidiga insatser för asylsökande.",
        subcommands = {
            Tidig.Serve.class,
            CheckCommand.class,
            TemplatesCommand.class,
            ModelsCommand.class,
            DecideCommand.class
        })
public class Tidig {

    private static final List<String> OPTIONS = List.of("-h", "--help", "-V", "--version");

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        var serve = args.length == 0 || args[0].startsWith("-") && !OPTIONS.contains(args[0]);
        var command = serve ? "serve" : args[0];
        if (!command.equals("serve")) {
            // Set before the first logger, because standard output must contain only the command's answer.
            System.setProperty("logback.configurationFile", "logback-command.xml");
        }
        if (command.equals("check")) {
            ShortRun.again(args).ifPresent(System::exit);
            // The command prints only its findings, and setting up a log would take a tenth of its time.
            System.setProperty("slf4j.provider", NOP_FallbackServiceProvider.class.getName());
            System.setProperty("slf4j.internal.verbosity", "WARN");
        }
        var line = new CommandLine(new Tidig())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(Tidig::refuse);
        var code = line.execute(serve ? concat("serve", args) : args);
        if (code != 0 || !command.equals("serve")) {
            System.exit(code);
        }
    }

    private static int refuse(ParameterException wrong, String[] args) {
        var line = wrong.getCommandLine();
        var what = wrong instanceof MissingParameterException
                ? "Något saknas på kommandoraden."
                : "Kommandoraden går inte att tolka: " + String.join(" ", args);
        line.getErr().println(what + System.lineSeparator() + "Kör med --help för att se vad som kan anges.");
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String[] concat(String first, String[] rest) {
        var all = new String[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    /** Starts the server. Settings are given as in Spring, {@code --server.port=9090}. */
    @Command(name = "serve", description = "Startar Tidig (förval). Inställningar ges som --namn=värde.")
    static class Serve implements Callable<Integer> {

        @Unmatched
        private String[] settings = {};

        @Override
        public Integer call() {
            try {
                SpringApplication.run(Tidig.class, settings);
                return 0;
            } catch (Exception e) {
                // Already reported, in plain words if the cause is known.
                return 1;
            }
        }
    }

    /** The version in the jar's manifest. */
    static class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            var version = Tidig.class.getPackage().getImplementationVersion();
            return new String[] {"Tidig " + (version == null ? "(utvecklingsversion)" : version)};
        }
    }
}
