package se.tidig.engine.security;

import java.util.concurrent.atomic.AtomicInteger;

/** Sings when somebody makes one, which nobody should be able to from outside. */
public class Canary {

    static final AtomicInteger SUNG = new AtomicInteger();

    public Canary() {
        SUNG.incrementAndGet();
    }

    public void setSong(String song) {
        // what a property of a JSON document would set
    }
}
