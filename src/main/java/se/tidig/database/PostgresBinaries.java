package se.tidig.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;

/**
 * Finds the server's programs for this machine. The macOS package works on both processors, so the other one is left
 * out of the jar.
 */
public class PostgresBinaries implements PgBinaryResolver {

    private static final String MACOS = "/postgres-darwin-arm_64.txz";

    @Override
    public InputStream getPgBinary(String system, String hardware) throws IOException {
        return "Darwin".equals(system)
                ? PostgresBinaries.class.getResourceAsStream(MACOS)
                : DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, hardware);
    }
}
