package se.tidig.eligibility;

import java.util.List;

/**
 * A fact: its name in tables, forms and system, and the values it may have.
 *
 * @param origin who gives it, which tells what its absence means
 * @param values the values that it or its elements may have; empty if any value is allowed
 * @param members the facts of each row, for {@link Type#ROWS}, or of the group, for {@link Type#CONTEXT}
 * @param whenAbsent the value of an unanswered fact; null if it stays unanswered
 * @param notBefore the fact beside it whose day this day may not come before; null if there is none
 */
record Fact(
        String name,
        Type type,
        Origin origin,
        List<String> values,
        List<Fact> members,
        Object whenAbsent,
        String notBefore) {

    /** The types, with what the table gets. */
    public enum Type {
        TEXT("en text"),
        BOOLEAN("true eller false"),
        /** {@code LocalDate}. */
        DATE("ett datum, till exempel 2026-09-20"),
        /** {@code ZonedDateTime}. */
        DATE_TIME("datum och klockslag med avstånd till UTC, till exempel 2026-09-20T23:59:59+02:00"),
        /** {@code ZonedDateTime}, or {@code LocalDateTime} if it has no offset. */
        LOCAL_DATE_TIME("datum och klockslag, till exempel 2026-09-20T16:00"),
        /** {@code BigDecimal} in SEK. */
        MONEY("ett belopp i kronor, minst 0, mindre än en biljon och med högst två decimaler"),
        /** {@code BigDecimal} in SEK. */
        MONEY_ABOVE_ZERO("ett belopp i kronor, över 0, mindre än en biljon och med högst två decimaler"),
        /** {@code BigDecimal}. */
        COUNT("ett tal, minst 0"),
        /** {@code BigDecimal}. */
        NUMBER("ett tal"),
        /** {@code BigDecimal} without decimals. */
        MONTHS("ett helt antal månader över 0"),
        /** One of the values. */
        CHOICE("ett av värdena"),
        /** A list of different values. */
        CHOICES("en lista med värden ur"),
        /** A list of different texts. */
        TEXTS("en lista med texter"),
        /** A list of maps that hold every member. */
        ROWS("en lista med poster"),
        /** A map that holds every member. */
        CONTEXT("en grupp av uppgifter"),
        /** As it is given; a text in the format of a day becomes a day. */
        WRITTEN("ett värde"),
        /** As it is given. */
        ANY("ett värde");

        private final String expected;

        Type(String expected) {
            this.expected = expected;
        }
    }

    /** Who gives the fact. */
    public enum Origin {
        /** The applicant, who may leave it unanswered ({@code null}, empty text or no key). */
        FORM,
        /** The system, always. */
        SYSTEM,
        /** The call, always, with {@code null} for no limit. */
        LIMIT
    }

    static Fact form(String name, Type type) {
        return new Fact(name, type, Origin.FORM, List.of(), List.of(), null, null);
    }

    static Fact system(String name, Type type) {
        return new Fact(name, type, Origin.SYSTEM, List.of(), List.of(), null, null);
    }

    static Fact limit(String name, Type type) {
        return new Fact(name, type, Origin.LIMIT, List.of(), List.of(), null, null);
    }

    Fact of(List<String> allowed) {
        return new Fact(name, type, origin, allowed, members, whenAbsent, notBefore);
    }

    Fact with(List<Fact> parts) {
        return new Fact(name, type, origin, values, List.copyOf(parts), whenAbsent, notBefore);
    }

    Fact orElse(Object value) {
        return new Fact(name, type, origin, values, members, value, notBefore);
    }

    Fact notBefore(String other) {
        return new Fact(name, type, origin, values, members, whenAbsent, other);
    }

    /** What it should be, for a message. */
    String expected() {
        return type.expected + (values.isEmpty() ? "" : " " + String.join(", ", values));
    }
}
