package se.tidig.register;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who has exported which part of the register as a file. */
@Repository
public class ExportLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    ExportLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void note(String person, String format, String query, int cases) {
        jdbc.sql("insert into tidig.register_export (at, person, format, query, cases) values (?, ?, ?, ?, ?)")
                .params(clock.instant().atOffset(ZoneOffset.UTC), person, format, query, cases)
                .update();
    }
}
