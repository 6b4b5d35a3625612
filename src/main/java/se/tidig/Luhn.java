package se.tidig;

/** The check digit of organisation numbers, bankgiro and plusgiro numbers (modulus 10). */
public final class Luhn {

    private Luhn() {}

    /**
     * Whether the last digit is the check digit of those before it.
     *
     * @param digits only digits
     */
    public static boolean holds(String digits) {
        var sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
