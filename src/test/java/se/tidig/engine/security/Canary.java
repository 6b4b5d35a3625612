package se.tidig.engine.security;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often it is created. Nobody should be able to create one from outside. */
public class Canary {

    static final AtomicInteger SUNG = new AtomicInteger();

    public Canary() {
        SUNG.incrementAndGet();
    }

    public void setSong(String song) {
        // a property of a JSON document would set this
    }
}
