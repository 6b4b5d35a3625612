package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.tidig.DomainTest;

@DomainTest
class DiaryNumbersTest {

    private static final int TRIES = 1_000;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    @Autowired
    DiaryNumbers numbers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    /** Both lock the board's series of every year: in one order, because otherwise they could wait for each other. */
    @Test
    void aRegistrationAndANewNumberForAnotherCaseDoNotWaitForEachOther() throws Exception {
        jdbc.sql("insert into tidig.diary_series (board, year, last) values ('K', 2025, 3), ('K', 2026, 5)")
                .update();

        var registration = new CompletableFuture<String>();
        transaction.executeWithoutResult(renumbering -> {
            jdbc.sql("select last from tidig.diary_series where board = 'K' and year = 2025 for update")
                    .query(Integer.class)
                    .single();
            registration.completeAsync(
                    () -> transaction.execute(registering -> numbers.next("K", LocalDate.of(2026, 11, 22))));
            for (int tries = 0; !isWaiting(); tries++) {
                assertThat(registration).isNotDone();
                assertThat(tries).isLessThan(TRIES);
                LockSupport.parkNanos(PAUSE);
            }
            assertThat(numbers.isTaken("K", "604-1-2025")).isFalse();
        });

        assertThat(registration.get(30, TimeUnit.SECONDS)).isEqualTo("604-6-2026");
    }

    private boolean isWaiting() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }
}
