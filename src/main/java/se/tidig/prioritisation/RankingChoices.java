package se.tidig.prioritisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Reference;

/** People's choices for a call's ranking. */
@Repository
class RankingChoices {

    private final JdbcClient jdbc;

    RankingChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Choice of(Reference call) {
        return jdbc.sql("select reserve, release_earmarks from tidig.ranking_choice where call = ?")
                .param(call.value())
                .query((row, number) -> new Choice(row.getBoolean("reserve"), row.getBoolean("release_earmarks")))
                .optional()
                .orElse(new Choice(false, false));
    }

    void set(Reference call, Choice choice) {
        jdbc.sql(
                        """
                        insert into tidig.ranking_choice (call, reserve, release_earmarks) values (?, ?, ?)
                        on conflict (call) do update set reserve = excluded.reserve,
                            release_earmarks = excluded.release_earmarks
                        """)
                .params(call.value(), choice.reserve(), choice.releaseEarmarks())
                .update();
    }

    /**
     * @param reserve money is reserved for those not assessed yet
     * @param releaseEarmarks earmarked money may be used for any area
     */
    record Choice(boolean reserve, boolean releaseEarmarks) {}
}
