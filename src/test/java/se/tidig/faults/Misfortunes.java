package se.tidig.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;

/**
 * The faults while the town works. The moments are random: after as many submitted forms as the seed says, and a
 * random part of a second later.
 */
final class Misfortunes {

    /** The first, and one after each pause. */
    static final int TRIES_OF_A_MAIL = 5;

    private static final Set<Course> GRANTED = EnumSet.of(Course.GRANTED, Course.REJECTED_BY_BANK, Course.COMPLETED);

    private final Town town;
    private final Node node;
    private final Tally tally;
    private final Random random;
    private final boolean impatient;

    /** @param impatient whether each restart comes so late that the locks of the dead node have expired */
    Misfortunes(Town town, Node node, Tally tally, Random random, boolean impatient) {
        this.town = town;
        this.node = node;
        this.tally = tally;
        this.random = random;
        this.impatient = impatient;
    }

    /** One fault. */
    interface Blow {
        void falls() throws IOException, InterruptedException;
    }

    /** How often each fault happens in a part of the applications' lives. */
    record Blows(int kills, int killsWhileStarting, int databaseKills) {

        private List<Blow> of(Misfortunes misfortunes) {
            var blows = new ArrayList<Blow>();
            blows.addAll(Collections.nCopies(kills, misfortunes::kill));
            blows.addAll(Collections.nCopies(killsWhileStarting, misfortunes::killAndKillWhileStarting));
            blows.addAll(Collections.nCopies(databaseKills, misfortunes::killDatabase));
            return blows;
        }
    }

    /** Until all have applied, and the clock passes the last day to apply. */
    void whileTheCallIsOpen(Blows blows) throws IOException, InterruptedException {
        fall(blows.of(this), town.lives().size(), town::allRegistered);
        town.until("all have applied", town::allRegistered);
        jump(() -> town.moveClockTo(Town.CLOSED));
    }

    /**
     * Until all grants are paid, and the clock passes the last day to report. Meanwhile the mail server and the
     * ledger's folder are away, each through so many kills. The mail server is away first, while all grants still
     * have mails to come: later, a quick town may have nothing left to send.
     */
    void untilAllArePaid(Blows blows, int killsWithoutPost, int killsWithoutFolder)
            throws IOException, InterruptedException {
        BooleanSupplier paid = () -> town.allTold(GRANTED, Applicants.Subject.PAID);
        fall(List.of(() -> withoutPost(killsWithoutPost)), town.lives().size(), paid);
        fall(blows.of(this), 3 * town.lives().size(), paid);
        town.until("a voucher has been fetched", () -> !town.ledger().fetched().isEmpty());
        withoutFolder(killsWithoutFolder);
        town.until("all are paid", paid);
        jump(() -> town.moveClockTo(Town.OVERDUE));
    }

    /** Until all cases are closed. */
    void untilAllAreClosed(Blows blows) throws IOException, InterruptedException {
        BooleanSupplier closed = () -> town.allTold(GRANTED, Applicants.Subject.CLOSED)
                && town.allTold(EnumSet.complementOf(EnumSet.copyOf(GRANTED)), Applicants.Subject.DECIDED);
        fall(blows.of(this), town.lives().size(), closed);
        town.until("all are closed", closed);
    }

    /** The faults happen while about so many forms are submitted. */
    private void fall(List<Blow> all, int acts, BooleanSupplier over) throws IOException, InterruptedException {
        var blows = new ArrayList<>(all);
        Collections.shuffle(blows, random);
        var from = tally.of(Tally.ACTS);
        var moments = random.ints(blows.size(), 0, acts).sorted().toArray();
        for (int i = 0; i < moments.length; i++) {
            var moment = from + moments[i];
            town.until("blow " + i, () -> tally.of(Tally.ACTS) >= moment || over.getAsBoolean());
            Town.rest(random.nextInt(800));
            blows.get(i).falls();
        }
    }

    private void kill() throws IOException, InterruptedException {
        down();
        town.moveClock(timeOff());
        node.launch(town.clockOffset());
        node.awaitHealthy();
    }

    private void killAndKillWhileStarting() throws IOException, InterruptedException {
        down();
        node.launch(town.clockOffset());
        Town.rest(1_000 + random.nextInt(12_000));
        kill();
    }

    private void down() throws InterruptedException {
        node.kill();
        tally.count(Tally.KILLS);
    }

    /** A service manager mends some outages in seconds; some take a person. */
    private Duration timeOff() {
        return impatient || random.nextBoolean() ? Duration.ofMinutes(6) : Duration.ZERO;
    }

    private void killDatabase() throws IOException, InterruptedException {
        while (!node.killDatabase()) {
            Town.rest(200);
        }
        tally.count(Tally.DATABASE_KILLS);
        node.awaitHealthy();
    }

    private void jump(Runnable clock) throws IOException, InterruptedException {
        Town.rest(random.nextInt(800));
        down();
        clock.run();
        node.launch(town.clockOffset());
        node.awaitHealthy();
    }

    /**
     * Before each kill one more try of some mail has failed, and after it the clock has passed the longest pause
     * between two tries. So with as many kills as a mail has tries, some mail's tries are certainly used up. The mail
     * server returns while Tidig is down the last time.
     */
    private void withoutPost(int kills) throws IOException, InterruptedException {
        var administrator = town.desk("admin");
        town.administrator().mended(false);
        town.post().close();
        for (int i = 1; i <= kills; i++) {
            var left = TRIES_OF_A_MAIL - i;
            town.until("a mail has " + left + " tries left", () -> triesLeft(administrator) <= left);
            Town.rest(random.nextInt(5_000));
            down();
            if (i == kills) {
                town.post().open();
            }
            town.moveClock(Duration.ofMinutes(75));
            node.launch(town.clockOffset());
            node.awaitHealthy();
        }
        town.administrator().mended(true);
    }

    /** Of the mail that has the fewest tries. */
    private static int triesLeft(Desk administrator) {
        return StreamSupport.stream(
                        administrator
                                .read("/external-task?topicName=notification.send&maxResults=500")
                                .spliterator(),
                        false)
                .mapToInt(mail -> mail.path("retries").asInt(TRIES_OF_A_MAIL))
                .min()
                .orElse(TRIES_OF_A_MAIL);
    }

    private void withoutFolder(int kills) throws IOException, InterruptedException {
        town.administrator().mended(false);
        town.ledger().unmount();
        for (int i = 0; i < kills; i++) {
            Town.rest(random.nextInt(10_000));
            kill();
        }
        Town.rest(2_000 + random.nextInt(8_000));
        town.ledger().mount();
        town.administrator().mended(true);
    }
}
