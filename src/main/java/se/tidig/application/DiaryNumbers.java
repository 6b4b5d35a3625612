package se.tidig.application;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Each board's own series of diary numbers, used until its records system gives a number. */
@Repository
class DiaryNumbers {

    private final JdbcClient jdbc;

    DiaryNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next free number of the board's series for the year of the day: {@code 604-17-2026}. It skips numbers that
     * the records system has given.
     */
    String next(String board, LocalDate day) {
        lock(board);
        var number = nextOfSeries(board, day);
        while (isTaken(board, number)) {
            number = nextOfSeries(board, day);
        }
        return number;
    }

    /** Whether an application of the board has the number; the series stays locked until the transaction ends. */
    boolean isTaken(String board, String diaryNumber) {
        lock(board);
        return jdbc.sql("select exists (select from tidig.application where board = ? and diary_number = ?)")
                .params(board, diaryNumber)
                .query(Boolean.class)
                .single();
    }

    /**
     * Locks all years in one order before any number is counted: otherwise two transactions could wait for each
     * other.
     */
    private void lock(String board) {
        jdbc.sql("select last from tidig.diary_series where board = ? order by year for update")
                .param(board)
                .query(Integer.class)
                .list();
    }

    private String nextOfSeries(String board, LocalDate day) {
        var number = jdbc.sql(
                        """
                        insert into tidig.diary_series as series (board, year, last) values (:board, :year, 1)
                        on conflict (board, year) do update set last = series.last + 1
                        returning last
                        """)
                .param("board", board)
                .param("year", day.getYear())
                .query(Integer.class)
                .single();
        return "604-%d-%d".formatted(number, day.getYear());
    }
}
