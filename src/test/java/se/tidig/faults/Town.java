package se.tidig.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.wholecall.Written;

/** Everybody outside Tidig: the staff at their desks, the applicants, the ledger, the mail server, and the clock. */
final class Town implements AutoCloseable {

    static final Instant MORNING = at(2026, 2, 2);
    static final Instant CLOSED = at(2026, 2, 28);
    static final Instant OVERDUE = at(2026, 12, 2);

    /** If nothing has happened for so long, something is stuck; locks of a dead node last five minutes. */
    private static final Duration STANDSTILL = Duration.ofMinutes(9);

    private final Tally tally;
    private final IntSupplier port;
    private final List<Life> lives;
    private final PostOffice post;
    private final Ledger ledger;
    private final Registrar registrar;
    private final Applicants applicants;
    private final Administrator administrator;
    private final ExecutorService people = Executors.newCachedThreadPool();
    private final List<Throwable> failures = new ArrayList<>();
    private volatile Duration clockOffset;
    private volatile Reference call;
    private volatile boolean going = true;

    Town(int applications, IntSupplier port, PostOffice post, Path data, Tally tally) throws IOException {
        this.tally = tally;
        this.port = port;
        this.post = post;
        this.lives = IntStream.range(0, applications).mapToObj(Life::new).toList();
        this.ledger = new Ledger(this, data);
        this.registrar = new Registrar(this);
        this.applicants = new Applicants(this, post, registrar);
        this.administrator = new Administrator(desk("admin"), tally);
        moveClockTo(MORNING);
    }

    private static Instant at(int year, int month, int day) {
        return LocalDateTime.of(year, month, day, 9, 0).atZone(SwedishDate.ZONE).toInstant();
    }

    // The clock.

    /** For the next start of Tidig. */
    void moveClockTo(Instant instant) {
        clockOffset = Duration.between(Instant.now(), instant);
    }

    void moveClock(Duration by) {
        clockOffset = clockOffset.plus(by);
    }

    Duration clockOffset() {
        return clockOffset;
    }

    LocalDate today() {
        return SwedishDate.on(Instant.now().plus(clockOffset));
    }

    // The people.

    Desk desk(String person) {
        return new Desk(person, port, tally);
    }

    List<Life> lives() {
        return lives;
    }

    Reference call() {
        return call;
    }

    Life byReference(Reference reference) {
        return lives.stream()
                .filter(life -> reference.equals(life.reference()))
                .findFirst()
                .orElse(null);
    }

    Ledger ledger() {
        return ledger;
    }

    PostOffice post() {
        return post;
    }

    Administrator administrator() {
        return administrator;
    }

    // The acts.

    /** The call is set up and opens. */
    void open() {
        var terms = new HashMap<>(Written.call());
        terms.put("frame", 100_000 * lives.size());
        var officer = desk("officerK1");
        officer.starts("call", terms, () -> false);
        var head = desk("headK");
        var task = head.tasks(List.of("userTask_approveCall")).get(0);
        call = head.reference(task);
        head.does(task, Map.of("approval", "APPROVE"));
        until("the call is open", () -> officer.sees("/utlysningar/" + call, "Utlysningen är öppen"));
    }

    /** Everybody works until the town is closed. */
    void goToWork() {
        lives.forEach(life -> registrar.receive(() -> registrar.application(life)));
        works(registrar::work);
        works(() -> {
            applicants.work();
            return false;
        });
        works(() -> {
            ledger.work();
            return false;
        });
        works(administrator::work);
        for (var duty : Duty.all()) {
            var desk = desk(duty.person());
            works(() -> duty.work(desk, this));
        }
    }

    /** Waits until the condition holds; fails if a person failed or nothing has happened for long. */
    void until(String what, BooleanSupplier so) {
        var last = 0;
        var since = System.nanoTime();
        while (!so.getAsBoolean()) {
            synchronized (failures) {
                if (!failures.isEmpty()) {
                    throw new AssertionError("Waiting until " + what, failures.get(0));
                }
            }
            var acts =
                    tally.of(Tally.ACTS) + tally.of(Tally.KILLS) + post.taken().size();
            if (acts != last) {
                last = acts;
                since = System.nanoTime();
            }
            if (System.nanoTime() - since > STANDSTILL.toNanos()) {
                throw new AssertionError("Nothing happens any more; waiting until " + what + ". " + tally);
            }
            rest(200);
        }
    }

    boolean allTold(Set<Course> courses, Applicants.Subject subject) {
        return lives.stream()
                .filter(life -> courses.contains(life.course))
                .allMatch(life -> applicants.told(life, subject));
    }

    boolean allRegistered() {
        return lives.stream().allMatch(life -> life.reference() != null);
    }

    @Override
    public void close() throws InterruptedException {
        going = false;
        people.shutdown();
        people.awaitTermination(1, TimeUnit.MINUTES);
    }

    /** Some work; returns true if there was any. */
    interface Work {
        boolean some() throws Exception;
    }

    private void works(Work work) {
        people.submit(() -> {
            while (going) {
                try {
                    if (!work.some()) {
                        rest(700);
                    }
                } catch (IOException later) {
                    rest(700);
                } catch (Throwable failure) {
                    synchronized (failures) {
                        failures.add(failure);
                    }
                    return;
                }
            }
        });
    }

    static void rest(long millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}
