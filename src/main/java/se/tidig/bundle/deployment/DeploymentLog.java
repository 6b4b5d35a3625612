package se.tidig.bundle.deployment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The deployments of the bundle, in order. A deployment that has been deleted from the engine is skipped, so the latest
 * of the remaining ones is in force.
 */
@Component
class DeploymentLog {

    /** An arbitrary number, the same on every node. */
    private static final long LOCK = 201613641;

    private final JdbcClient jdbc;
    private final Clock clock;

    DeploymentLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where a deployment came from. */
    enum Origin {
        /** The packaged models, by a start. */
        START,
        /** The folder of {@code tidig.models}, by a start. */
        FOLDER,
        /** A process owner, on the running system. */
        PERSON
    }

    /**
     * One deployment.
     *
     * @param deployment the engine's id
     * @param hash the hash of names and contents, see {@link se.tidig.bundle.Bundle#hash}
     */
    record Entry(String deployment, String hash, Origin origin) {}

    /** Locks until the transaction ends, because nodes start at the same time and two owners may deploy at once. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
    }

    Optional<Entry> latest() {
        return newest("true");
    }

    /** The latest deployment by a start, of packaged models or of a folder. */
    Optional<Entry> latestOfStart() {
        return newest("origin <> 'PERSON'");
    }

    private Optional<Entry> newest(String condition) {
        return jdbc.sql(
                        """
                        select * from tidig.bundle_deployment
                        where %s and exists (select from engine.act_re_deployment where id_ = deployment)
                        order by number desc limit 1
                        """
                                .formatted(condition))
                .query(DeploymentLog::entry)
                .optional();
    }

    /** How many of the deployments have been deleted from the engine. */
    int gone() {
        return jdbc.sql(
                        """
                        select count(*) from tidig.bundle_deployment
                        where not exists (select from engine.act_re_deployment where id_ = deployment)
                        """)
                .query(Integer.class)
                .single();
    }

    void add(String deployment, String hash, Origin origin, String actor) {
        jdbc.sql(
                        """
                        insert into tidig.bundle_deployment (deployment, hash, origin, actor, deployed_at)
                        values (:deployment, :hash, :origin, :actor, :at)
                        """)
                .param("deployment", deployment)
                .param("hash", hash)
                .param("origin", origin.name())
                .param("actor", actor)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(row.getString("deployment"), row.getString("hash"), Origin.valueOf(row.getString("origin")));
    }
}
