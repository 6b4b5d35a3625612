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

    /** The next number of the board's series for the year of the day: {@code 604-17-2026}. */
    String next(String board, LocalDate day) {
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
