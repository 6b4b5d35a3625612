package se.tidig;

/** A number with its word as Swedish counts: {@code 1 ansökan}, {@code 2 ansökningar}. */
public final class Count {

    private Count() {}

    public static String of(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
