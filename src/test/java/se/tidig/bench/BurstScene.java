package se.tidig.bench;

import java.net.http.HttpClient;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import se.tidig.Luhn;

/** An open call, and associations that each have one person with an account who may submit; written past Tidig. */
final class BurstScene {

    static final String CALL = "K-2026-9";
    static final String PASSWORD = "tidig-demo";

    /** The same hash as Tidig's at its lowest cost: the log-in is not what is measured. */
    private static final int LEAST = 4;

    private BurstScene() {}

    static void open(JdbcClient jdbc, Instant closesAt) {
        var now = Instant.now();
        jdbc.sql(
                        """
                        insert into tidig.call (reference, board, author, status, approved_by, opened_at, title,
                            description, opens_at, closes_at, frame, guidance, decision_by, final_report_due,
                            paying_board, contact, version)
                        values (?, 'K', 'officerK1', 'OPEN', 'headK', ?, 'Tidiga insatser',
                            'Verksamheter som främjar kunskaper i svenska.', ?, ?, 100000000, 'Vägledning', ?, ?, 'F',
                            'tia@example.org', 0)
                        """)
                .params(
                        CALL,
                        Timestamp.from(now.minus(Duration.ofDays(1))),
                        Timestamp.from(now.minus(Duration.ofDays(1))),
                        Timestamp.from(closesAt),
                        java.sql.Date.valueOf("2099-01-01"),
                        java.sql.Date.valueOf("2099-12-31"))
                .update();
    }

    /** Adds so many associations and their people. */
    static void people(JdbcClient jdbc, int many) {
        var password = new BCryptPasswordEncoder(LEAST).encode(PASSWORD);
        for (var i = 0; i < many; i++) {
            var person = UUID.randomUUID();
            jdbc.sql("insert into tidig.applicant_person (id, email, name, password) values (?, ?, ?, ?)")
                    .params(person, email(i), "Anna Exempelsson " + i, password)
                    .update();
            jdbc.sql("insert into tidig.organisation (number, name, version, updated_at) values (?, ?, 0, ?)")
                    .params(organisation(i), "Föreningen Bryggan " + i, Timestamp.from(Instant.now()))
                    .update();
            jdbc.sql("insert into tidig.membership (person, organisation, \"right\", since) values (?, ?, 'SUBMIT', ?)")
                    .params(person, organisation(i), Timestamp.from(Instant.now()))
                    .update();
        }
    }

    static String email(int person) {
        return "applicant" + person + "@example.org";
    }

    /** A number that holds. */
    static String organisation(int person) {
        var first = String.format(Locale.ROOT, "802%06d", person);
        return IntStream.range(0, 10)
                .mapToObj(check -> first + check)
                .filter(Luhn::holds)
                .findFirst()
                .orElseThrow();
    }

    /** Logs them all in. @param took is told how long each later request takes, in nanoseconds */
    static List<PortalApplicant> logIn(HttpClient http, int port, int many, LongConsumer took)
            throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var work = IntStream.range(0, many)
                    .<Callable<PortalApplicant>>mapToObj(i -> () -> {
                        var person = new PortalApplicant(http, port, took);
                        person.logIn(email(i), PASSWORD);
                        return person;
                    })
                    .toList();
            var people = new ArrayList<PortalApplicant>();
            for (var person : threads.invokeAll(work)) {
                people.add(person.get());
            }
            return people;
        } finally {
            threads.shutdownNow();
        }
    }
}
