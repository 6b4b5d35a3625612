package se.tidig;

/** A number and its noun in the Swedish singular or plural: {@code 1 ansökan}, {@code 2 ansökningar}. */
public final class Count {

    private Count() {}

    public static String of(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
