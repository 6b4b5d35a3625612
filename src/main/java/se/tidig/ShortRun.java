package se.tidig;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Keeps the optimising compiler out of a run that ends within seconds. Half of such a run's processor time would go to
 * code made faster just before it is done with, at the price of the answer somebody waits for. A jar cannot carry flags,
 * so the command begins once more with the flag in front, which is dear by a fifth of a second and wins more than that.
 * It is one that no flag of the user's own can conflict with.
 */
final class ShortRun {

    private static final String NO_OPTIMISING = "-XX:TieredStopAtLevel=1";

    private ShortRun() {}

    /**
     * Runs the same command line with the flag, on this one's input and output.
     *
     * @return its exit code; empty where this run has to do the work: it has the flag already, or the system does not
     *     tell the whole of how it was started
     */
    static OptionalInt again(String[] args) {
        var own = ProcessHandle.current().info();
        var line = own.arguments().map(List::of).orElse(List.of());
        if (line.contains(NO_OPTIMISING) || !endsWith(line, List.of(args))) {
            return OptionalInt.empty();
        }
        var again = new ArrayList<String>();
        again.add(own.command().orElse("java"));
        again.add(NO_OPTIMISING);
        again.addAll(line);
        try {
            return OptionalInt.of(new ProcessBuilder(again).inheritIO().start().waitFor());
        } catch (IOException e) {
            // Nothing is lost but time: this run gives the same answer.
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /** The system cuts off long command lines; what it tells is the whole only where it ends as the line did. */
    private static boolean endsWith(List<String> line, List<String> end) {
        return line.size() >= end.size()
                && line.subList(line.size() - end.size(), line.size()).equals(end);
    }
}
