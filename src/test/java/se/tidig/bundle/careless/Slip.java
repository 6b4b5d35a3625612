package se.tidig.bundle.careless;

import java.util.function.Supplier;
import se.tidig.bundle.Bundle;

/**
 * One slip of the hand, and the finding that tells it.
 *
 * @param name what the owner did, in Swedish
 * @param bundle the bundle as the owner left it
 */
record Slip(String name, String file, String element, String cause, Supplier<Bundle> bundle) {

    @Override
    public String toString() {
        return name;
    }
}
