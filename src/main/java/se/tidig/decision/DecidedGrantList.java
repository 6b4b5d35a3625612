package se.tidig.decision;

import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.call.PublicGrantList;

/** Reads the grants of a call in one query, because a call may have thousands and its page is open to everybody. */
@Component
class DecidedGrantList implements PublicGrantList {

    private final JdbcClient jdbc;

    DecidedGrantList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PublicGrant> of(Reference call) {
        return jdbc
                .sql(
                        """
                        select d.reference, a.applicant_name, d.amount
                        from tidig.decision d join tidig.application a on a.reference = d.reference
                        where d.call = ? and d.kind in ('GRANT', 'PARTIAL')
                        """)
                .param(call.value())
                .query((row, number) -> new PublicGrant(
                        row.getString("applicant_name"),
                        Reference.of(row.getString("reference")),
                        Sek.of(row.getBigDecimal("amount"))))
                .list()
                .stream()
                .sorted(Comparator.comparing(PublicGrant::recipient).thenComparing(PublicGrant::reference))
                .toList();
    }
}
