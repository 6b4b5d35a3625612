package se.tidig.database;

import java.nio.file.Path;
import java.sql.DriverManager;

/** A process that runs the embedded database, writes a row, reports it, and waits to be killed. */
class DatabaseChild {

    public static void main(String[] args) throws Exception {
        var server = EmbeddedServer.start(Path.of(args[0]));
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create table kept (what text)");
            statement.execute("insert into kept values ('committed')");
        }
        System.out.println("WRITTEN");
        Thread.sleep(Long.MAX_VALUE);
    }
}
