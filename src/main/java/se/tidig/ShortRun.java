package se.tidig;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Keeps the optimising compiler out of a run that ends within seconds. Half of such a run's processor time goes to code
 * made faster just before it is done with, at the price of the answer somebody waits for. What a flag on the command
 * line would do ({@code -XX:TieredStopAtLevel=1}) is asked of the running machine by its own diagnostic command, since a
 * jar cannot carry flags.
 */
final class ShortRun {

    private static final String DIRECTIVE = "[{match: \"*.*\", c2: {Exclude: true}}]";

    private ShortRun() {}

    /** Asks beside the caller's own work; where the machine knows no such command, the run merely takes longer. */
    static void begin() {
        var thread = new Thread(ShortRun::ask, "short-run");
        thread.setDaemon(true);
        thread.start();
    }

    private static void ask() {
        try {
            var file = Files.createTempFile("tidig", ".json");
            try {
                Files.writeString(file, DIRECTIVE);
                ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                "compilerDirectivesAdd",
                                new Object[] {new String[] {file.toString()}},
                                new String[] {String[].class.getName()});
            } finally {
                Files.delete(file);
            }
        } catch (IOException | JMException | RuntimeException e) {
            // Nothing is lost but time: the command gives the same answer.
        }
    }
}
