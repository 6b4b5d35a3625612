package se.tidig.bundle.deployment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.bundle.deployment.DeploymentLog.Origin;

/** Models of a start that were not put in force, because process owners had published their own. */
@Component
class ModelOffers {

    private final JdbcClient jdbc;
    private final Clock clock;

    ModelOffers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One offer.
     *
     * @param faults the errors of the models in force, a sentence each
     * @param tags the models that owners changed under an unchanged version tag, a sentence each
     * @param files the files that differ
     */
    record Offer(
            long number,
            String hash,
            Origin origin,
            List<String> faults,
            List<String> tags,
            OffsetDateTime at,
            List<Line> files) {}

    /**
     * A file that differs.
     *
     * @param change how it differs, in Swedish
     */
    record Line(String file, String change) {}

    void add(String hash, Origin origin, List<String> faults, List<String> tags, Map<String, FileChange> changes) {
        var number = jdbc.sql(
                        """
                        insert into tidig.models_offer (hash, origin, faults, tags, offered_at)
                        values (:hash, :origin, :faults, :tags, :at) returning number
                        """)
                .param("hash", hash)
                .param("origin", origin.name())
                .param("faults", faults.toArray(String[]::new))
                .param("tags", tags.toArray(String[]::new))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        changes.forEach(
                (file, change) -> jdbc.sql("insert into tidig.models_offer_file (offer, file, change) values (?, ?, ?)")
                        .params(number, file, change.swedish())
                        .update());
    }

    Optional<Offer> latest() {
        return jdbc.sql("select * from tidig.models_offer order by number desc limit 1")
                .query((row, none) -> new Offer(
                        row.getLong("number"),
                        row.getString("hash"),
                        Origin.valueOf(row.getString("origin")),
                        List.of((String[]) row.getArray("faults").getArray()),
                        List.of((String[]) row.getArray("tags").getArray()),
                        row.getObject("offered_at", OffsetDateTime.class),
                        files(row.getLong("number"))))
                .optional();
    }

    private List<Line> files(long offer) {
        return jdbc.sql("select file, change from tidig.models_offer_file where offer = ? order by file")
                .param(offer)
                .query((row, none) -> new Line(row.getString("file"), row.getString("change")))
                .list();
    }
}
