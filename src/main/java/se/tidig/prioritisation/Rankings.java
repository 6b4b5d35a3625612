package se.tidig.prioritisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;

/** The rankings of all calls, every version kept. */
@Repository
public class Rankings {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Rankings(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Adds the next version. */
    Ranking add(Reference call, Instant at, Actor actor, boolean earmarksReleased, List<Placement> placements) {
        jdbc.sql(
                        """
                        insert into tidig.ranking (call, version, computed_at, actor, earmarks_released)
                        select ?, coalesce(max(version), 0) + 1, ?, ?, ? from tidig.ranking where call = ?
                        """)
                .params(call.value(), Timestamp.from(at), Actor.text(actor), earmarksReleased, call.value())
                .update();
        var ranking = latest(call).orElseThrow();
        template.batchUpdate(
                """
                insert into tidig.placement (ranking, reference, rank, score, requested, max_grant, amount, kind,
                    reason, adjusted)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                placements,
                BATCH,
                (insert, placement) -> {
                    insert.setLong(1, ranking.id());
                    insert.setString(2, placement.reference().value());
                    insert.setObject(3, placement.rank());
                    insert.setBigDecimal(4, placement.score());
                    insert.setBigDecimal(5, placement.requested().amount());
                    insert.setBigDecimal(6, placement.maxGrant().amount());
                    insert.setBigDecimal(7, placement.proposedAmount().amount());
                    insert.setString(8, placement.kind().name());
                    insert.setString(9, placement.reason());
                    insert.setBoolean(10, placement.adjusted());
                });
        return ranking;
    }

    void settle(Ranking ranking, Instant at, Actor actor) {
        jdbc.sql("update tidig.ranking set settled_at = ?, settled_by = ? where id = ?")
                .params(Timestamp.from(at), Actor.text(actor), ranking.id())
                .update();
    }

    /** Adds the place of an application that was not assessed when the ranking was settled, or replaces its reserve. */
    void put(Ranking ranking, Placement placement) {
        jdbc.sql(
                        """
                        insert into tidig.placement (ranking, reference, rank, score, requested, max_grant, amount,
                            kind, reason, adjusted)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (ranking, reference) do update set rank = excluded.rank, score = excluded.score,
                            requested = excluded.requested, max_grant = excluded.max_grant, amount = excluded.amount,
                            kind = excluded.kind, reason = excluded.reason
                        """)
                .params(
                        ranking.id(),
                        placement.reference().value(),
                        placement.rank(),
                        placement.score(),
                        placement.requested().amount(),
                        placement.maxGrant().amount(),
                        placement.proposedAmount().amount(),
                        placement.kind().name(),
                        placement.reason(),
                        placement.adjusted())
                .update();
    }

    /** The latest version of the call's ranking; empty until the first is made. */
    public Optional<Ranking> latest(Reference call) {
        return jdbc.sql("select * from tidig.ranking where call = ? order by version desc limit 1")
                .param(call.value())
                .query(Rankings::ranking)
                .optional();
    }

    /** Every version, oldest first. */
    public List<Ranking> of(Reference call) {
        return jdbc.sql("select * from tidig.ranking where call = ? order by version")
                .param(call.value())
                .query(Rankings::ranking)
                .list();
    }

    /** The places of a version: first those not assessed, then in order of rank. */
    public List<Placement> placements(Ranking ranking) {
        return jdbc.sql(
                        """
                        select * from tidig.placement where ranking = ?
                        order by rank nulls first, length(reference), reference
                        """)
                .param(ranking.id())
                .query(Rankings::placement)
                .list();
    }

    /** The application's place in the settled ranking of its call; empty until it has one. */
    public Optional<Placement> placement(Reference reference) {
        return jdbc.sql(
                        """
                        select p.* from tidig.placement p join tidig.ranking r on r.id = p.ranking
                        where p.reference = ? and r.settled_at is not null
                        """)
                .param(reference.value())
                .query(Rankings::placement)
                .optional();
    }

    private static Ranking ranking(ResultSet row, int number) throws SQLException {
        var settledAt = row.getTimestamp("settled_at");
        return new Ranking(
                row.getLong("id"),
                Reference.of(row.getString("call")),
                row.getInt("version"),
                row.getTimestamp("computed_at").toInstant(),
                Actor.of(row.getString("actor")),
                row.getBoolean("earmarks_released"),
                settledAt == null ? null : settledAt.toInstant(),
                Actor.of(row.getString("settled_by")));
    }

    private static Placement placement(ResultSet row, int number) throws SQLException {
        return new Placement(
                Reference.of(row.getString("reference")),
                row.getObject("rank", Integer.class),
                row.getBigDecimal("score"),
                Sek.of(row.getBigDecimal("requested")),
                Sek.of(row.getBigDecimal("max_grant")),
                Sek.of(row.getBigDecimal("amount")),
                PlacementKind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getBoolean("adjusted"));
    }
}
