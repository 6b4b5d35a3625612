package se.tidig.engine;

import java.util.Optional;

/** The process instance that the engine executes on this thread. */
public interface RunningProcess {

    /** Its id; empty if the engine executes none, for instance when somebody reads a page. */
    Optional<String> instance();
}
