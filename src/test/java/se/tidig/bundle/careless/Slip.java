package se.tidig.bundle.careless;

import java.util.function.Supplier;
import se.tidig.bundle.Bundle;

/**
 * One mistake, and the finding that reports it.
 *
 * @param name what the owner did, in Swedish
 * @param bundle the changed bundle
 */
record Slip(String name, String file, String element, String cause, Supplier<Bundle> bundle) {

    @Override
    public String toString() {
        return name;
    }
}
