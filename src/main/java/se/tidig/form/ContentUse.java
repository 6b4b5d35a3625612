package se.tidig.form;

import java.time.Instant;
import java.time.LocalDate;
import se.tidig.Sek;
import se.tidig.SwedishDate;

/** What case content is for, which decides how its money and days are written. */
enum ContentUse {
    /** People read it. */
    SHOWN,
    /** A form's fields hold it before a person writes. */
    FILLED_IN;

    /** The plain value as templates and fields read it. */
    Object written(Object value) {
        if (value instanceof Sek amount) {
            return this == SHOWN ? amount.toString() : amount.amount();
        }
        if (value instanceof LocalDate day) {
            return this == SHOWN ? SwedishDate.text(day) : day.toString();
        }
        if (value instanceof Instant instant) {
            return SwedishDate.text(instant);
        }
        return value instanceof Record shared ? shared.toString() : value;
    }
}
