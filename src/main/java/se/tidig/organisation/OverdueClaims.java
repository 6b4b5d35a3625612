package se.tidig.organisation;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Sek;

/**
 * Claims to recover a grant that are due, enforceable and unpaid. Any board's claim bars a new grant of every board
 * (9 § 3 of ordinance 2016:1364), so this is read across counties.
 */
@Repository
public class OverdueClaims {

    private final JdbcClient jdbc;

    OverdueClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether any board has an unpaid claim against the organisation that was due before the day. */
    public boolean anyAgainst(String organisationNumber, LocalDate day) {
        return jdbc.sql(
                        """
                        select exists (select from tidig.overdue_claim
                            where organisation = ? and due_on < ? and settled_on is null)
                        """)
                .params(organisationNumber, day)
                .query(Boolean.class)
                .single();
    }

    /** @param board county letter of the board that claims */
    public void add(String claim, String organisationNumber, String board, Sek amount, LocalDate dueOn) {
        jdbc.sql("insert into tidig.overdue_claim (claim, organisation, board, amount, due_on) values (?, ?, ?, ?, ?)")
                .params(claim, organisationNumber, board, amount.amount(), dueOn)
                .update();
    }

    public void settle(String claim, LocalDate day) {
        jdbc.sql("update tidig.overdue_claim set settled_on = ? where claim = ?")
                .params(day, claim)
                .update();
    }
}
