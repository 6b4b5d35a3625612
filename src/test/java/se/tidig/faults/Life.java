package se.tidig.faults;

import java.util.List;
import java.util.Map;
import se.tidig.Reference;
import se.tidig.wholecall.Written;

/** One application that the driver follows from its first paper to its closed grant. */
final class Life {

    final int index;
    final Course course;
    final String name;
    final String organisationNumber;
    final int requested;
    private volatile Reference reference;

    Life(int index) {
        this.index = index;
        this.course = Course.of(index);
        this.name = "Föreningen Uthållig " + (index + 1);
        this.organisationNumber = number(index);
        this.requested = 40_000 + 100 * (index % 500);
    }

    /** Known when the registrar has registered the application. */
    Reference reference() {
        return reference;
    }

    void registered(String as) {
        reference = Reference.of(as);
    }

    String address() {
        return organisationNumber + "@example.org";
    }

    Map<String, Object> application() {
        var answers = Written.application(name, organisationNumber, requested);
        if (course == Course.COMPLETED) {
            answers.put("attachments", List.of("statutes", "annualReport"));
        }
        return answers;
    }

    /** An association's number, with its check digit. */
    private static String number(int index) {
        var digits = "80%07d".formatted(3_000_000 + index);
        var sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            var digit = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
