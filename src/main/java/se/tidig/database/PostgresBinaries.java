package se.tidig.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;

/** The server's programs for this machine. Those for macOS are universal, so one of the two packages is left out. */
public class PostgresBinaries implements PgBinaryResolver {

    private static final String MACOS = "/postgres-darwin-arm_64.txz";

    @Override
    public InputStream getPgBinary(String system, String hardware) throws IOException {
        return "Darwin".equals(system)
                ? PostgresBinaries.class.getResourceAsStream(MACOS)
                : DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, hardware);
    }
}
