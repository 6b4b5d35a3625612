package se.tidig.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Sek;

/**
 * The register of claims to recover a grant. A claim that is due, enforceable and unpaid bars new grants from every
 * board (9 § 3 of ordinance 2016:1364), so claims are read across counties.
 */
@Repository
public class OverdueClaims {

    private final JdbcClient jdbc;

    OverdueClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether any board has a claim against the organisation that is due, enforceable and unpaid on the day. */
    public boolean anyAgainst(String organisationNumber, LocalDate day) {
        return !against(organisationNumber, day).isEmpty();
    }

    /** Every board's claims against the organisation that are due, enforceable and unpaid on the day, oldest first. */
    public List<OverdueClaim> against(String organisationNumber, LocalDate day) {
        return jdbc.sql(
                        """
                        select * from tidig.overdue_claim
                        where organisation = ? and due_on < ? and enforceable_on <= ? and settled_on is null
                        order by due_on, claim
                        """)
                .params(organisationNumber, day, day)
                .query(OverdueClaims::claim)
                .list();
    }

    /** Adds the claim, or replaces what was known of it. */
    public void enter(OverdueClaim claim) {
        jdbc.sql(
                        """
                        insert into tidig.overdue_claim
                            (claim, organisation, board, decision, decided_on, amount, due_on, enforceable_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (claim) do update set amount = excluded.amount, due_on = excluded.due_on,
                            enforceable_on = excluded.enforceable_on, settled_on = null
                        """)
                .params(
                        claim.claim(),
                        claim.organisation(),
                        claim.board(),
                        claim.decision(),
                        claim.decidedOn(),
                        claim.amount().amount(),
                        claim.dueOn(),
                        claim.enforceableOn())
                .update();
    }

    /** Closes the claim: it was paid, waived or set aside on the day. */
    public void settle(String claim, LocalDate day) {
        jdbc.sql("update tidig.overdue_claim set settled_on = ? where claim = ?")
                .params(day, claim)
                .update();
    }

    private static OverdueClaim claim(ResultSet row, int number) throws SQLException {
        return new OverdueClaim(
                row.getString("claim"),
                row.getString("organisation"),
                row.getString("board"),
                row.getString("decision"),
                row.getObject("decided_on", LocalDate.class),
                Sek.of(row.getBigDecimal("amount")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("enforceable_on", LocalDate.class));
    }
}
