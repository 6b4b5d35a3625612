package se.tidig;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Runs a short command without the JVM's optimizing compiler, which would take half of the processor time and finish too
 * late to be of use. A jar cannot carry JVM flags, so the command starts a second JVM with the flag. That costs 0.2 s and
 * saves more (docs/benchmarks.md). No flag that a user may give conflicts with this one.
 */
final class ShortRun {

    private static final String NO_OPTIMIZING = "-XX:TieredStopAtLevel=1";

    private ShortRun() {}

    /**
     * Runs the same command line with the flag, on the same input and output.
     *
     * @return its exit code; empty if this JVM has to do the work, because it has the flag already or because the
     *     operating system does not tell its whole command line
     */
    static OptionalInt again(String[] args) {
        var own = ProcessHandle.current().info();
        var line = own.arguments().map(List::of).orElse(List.of());
        if (line.contains(NO_OPTIMIZING) || !endsWith(line, List.of(args))) {
            return OptionalInt.empty();
        }
        var again = new ArrayList<String>();
        again.add(own.command().orElse("java"));
        again.add(NO_OPTIMIZING);
        again.addAll(line);
        try {
            return OptionalInt.of(new ProcessBuilder(again).inheritIO().start().waitFor());
        } catch (IOException e) {
            // This JVM gives the same answer, only later.
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /** The operating system cuts off long command lines; a line that ends with the arguments is whole. */
    private static boolean endsWith(List<String> line, List<String> end) {
        return line.size() >= end.size()
                && line.subList(line.size() - end.size(), line.size()).equals(end);
    }
}
