package se.tidig.demo;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which acts have been played, and whether the database has other cases. */
@Repository
class DemoActs {

    /** Any number works, if it is the same on every node. */
    private static final long LOCK = 201613642;

    private final JdbcClient jdbc;

    DemoActs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds until the transaction ends, so that one node plays and the others find it played. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
    }

    boolean isPlayed(Act act) {
        return madeAt(act).isPresent();
    }

    /** The instant at which the story ends; the first act sets it. */
    Optional<Instant> madeAt(Act act) {
        return jdbc.sql("select made_at from tidig.demo_act where name = ?")
                .param(act.name())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    void played(Act act, Instant madeAt) {
        jdbc.sql("insert into tidig.demo_act (name, made_at) values (?, ?)")
                .params(act.name(), Timestamp.from(madeAt))
                .update();
    }

    /** Whether there are calls that the demonstration did not make. */
    boolean isOthersDatabase() {
        return jdbc.sql("select exists (select from tidig.call) and not exists (select from tidig.demo_act)")
                .query(Boolean.class)
                .single();
    }

    /** The parts of the story, each played in one transaction. */
    enum Act {
        /** From the first call to its approved payments. */
        BEFORE_PAYMENT,
        /** The vouchers are handed over, and the cases go on until today. */
        AFTER_PAYMENT
    }
}
