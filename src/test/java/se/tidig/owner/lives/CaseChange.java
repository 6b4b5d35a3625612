package se.tidig.owner.lives;

import java.nio.charset.StandardCharsets;
import se.tidig.bundle.careless.RandomChange;

/** A change that the check accepts, and the life that reads the changed file. */
record CaseChange(RandomChange change, int life) {

    String file() {
        return change.file();
    }

    String content() {
        return new String(change.bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return change.file() + ": " + change.description();
    }
}
