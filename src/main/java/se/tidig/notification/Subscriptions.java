package se.tidig.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.Board;

/** Who wants a mail when a board opens a call. Each address belongs to a person who has an account. */
@Repository
public class Subscriptions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Subscriptions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The boards that the address subscribes to. */
    public Set<Board> of(String email) {
        var boards = EnumSet.noneOf(Board.class);
        jdbc.sql("select board from tidig.subscriber where email = ?")
                .param(ApplicantAccounts.written(email))
                .query(String.class)
                .list()
                .forEach(letter -> Board.byLetter(letter).ifPresent(boards::add));
        return boards;
    }

    /** Replaces the boards that the address subscribes to. */
    @Transactional
    public void keep(String email, Set<Board> boards) {
        jdbc.sql("delete from tidig.subscriber where email = ? and not (board = any (?))")
                .params(ApplicantAccounts.written(email), letters(boards))
                .update();
        jdbc.sql("insert into tidig.subscriber (email, board, since) select ?, board, ? from unnest(?) as board"
                        + " on conflict do nothing")
                .params(ApplicantAccounts.written(email), Timestamp.from(clock.instant()), letters(boards))
                .update();
    }

    /** The addresses that subscribe to the board, in order. */
    List<String> addresses(String board) {
        return jdbc.sql("select email from tidig.subscriber where board = ? order by email")
                .param(board)
                .query(String.class)
                .list();
    }

    private static String[] letters(Set<Board> boards) {
        return boards.stream().map(Board::name).toArray(String[]::new);
    }
}
