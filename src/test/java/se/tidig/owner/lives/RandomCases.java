package se.tidig.owner.lives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import se.tidig.owner.OwnersDesk;

/**
 * Changes that nobody thought of and that the check accepts, published on the running system a few at a time, each in a
 * file of its own, and followed by a case that reads these files. If the case does not come to what it comes to without
 * them, each change is published alone, so that the one at fault is known.
 */
@Component
class RandomCases {

    private static final int AT_ONCE = 4;

    private final OwnersDesk desk;
    private final CaseRun run;
    private final Ground ground;
    private final RuntimeService runtime;

    RandomCases(OwnersDesk desk, CaseRun run, Ground ground, RuntimeService runtime) {
        this.desk = desk;
        this.run = run;
        this.ground = ground;
        this.runtime = runtime;
    }

    /** A life and what it comes to, and reads, under the bundle of the program. */
    record Plain(Supplier<Life> life, String outcome, Set<String> read) {}

    /**
     * What became of the changes.
     *
     * @param files those that were changed
     * @param ended how many changes left their case all its way
     * @param elsewhere changes that led their case another way, with where to
     * @param grief changes that check and engine accepted and that made a step fail, with what happened
     */
    record Outcome(Set<String> files, int ended, List<String> elsewhere, List<String> grief) {

        int driven() {
            return ended + elsewhere.size() + grief.size();
        }
    }

    List<Plain> plain(Collection<Supplier<Life>> lives) {
        return lives.stream().map(this::plain).toList();
    }

    private Plain plain(Supplier<Life> life) {
        ground.clear();
        var lived = life.get();
        var rest = run.live(lived);
        assertThat(rest.reason()).as(lived.name()).isNull();
        var read = ground.read(run.formsSeen());
        ground.clear();
        return new Plain(life, rest.outcome(), read);
    }

    /** Drives a case under each of so many changes. */
    Outcome drive(int wanted, long seed, int port, Collection<Supplier<Life>> lives) {
        var random = new Random(seed);
        var plain = plain(lives);
        var draw = new ChangeDraw(plain.stream().map(Plain::read).toList(), random);
        // A change that passes beside others may be refused without them.
        var drawn = draw.draw(wanted + wanted / 10);
        var outcome = new Outcome(new TreeSet<>(), 0, new ArrayList<>(), new ArrayList<>());
        while (outcome.driven() < wanted && !drawn.isEmpty()) {
            outcome = drive(next(drawn, wanted - outcome.driven()), plain, port, outcome);
        }
        System.out.printf(
                "%d random changes with seed %d, %d of them accepted and driven in %d files: %d left the case its way,"
                        + " %d led it elsewhere, %d came to grief%n",
                draw.made(),
                seed,
                outcome.driven(),
                outcome.files().size(),
                outcome.ended(),
                outcome.elsewhere().size(),
                outcome.grief().size());
        outcome.elsewhere().forEach(System.out::println);
        return outcome;
    }

    /** Some changes of different files that one life reads. */
    private static List<CaseChange> next(List<CaseChange> drawn, int wanted) {
        var life = drawn.get(0).life();
        var files = new TreeSet<String>();
        var some = drawn.stream()
                .filter(change -> change.life() == life)
                .filter(change -> files.add(change.file()))
                .limit(Math.min(AT_ONCE, wanted))
                .toList();
        drawn.removeAll(some);
        return some;
    }

    private Outcome drive(List<CaseChange> changes, List<Plain> lives, int port, Outcome before) {
        var life = lives.get(changes.get(0).life());
        var names = changes.stream().map(CaseChange::toString).collect(Collectors.joining("; "));
        String reason;
        List<String> told;
        try {
            var rest = follow(changes, life.life(), port);
            if (rest == null) {
                return changes.size() > 1 ? eachAlone(changes, lives, port, before) : before;
            }
            if (life.outcome().equals(rest.outcome())) {
                return with(before, changes, changes.size());
            }
            told = before.elsewhere();
            reason = rest.toString();
        } catch (Incident incident) {
            told = before.grief();
            reason = incident.getMessage();
        }
        var griefs = before.grief().size();
        if (changes.size() > 1) {
            var after = eachAlone(changes, lives, port, before);
            if (told != before.grief() || after.grief().size() > griefs) {
                return after;
            }
        }
        told.add(names + " -> " + reason);
        // In a long run it is told at once.
        System.out.println(told.get(told.size() - 1));
        return with(before, changes, 0);
    }

    private Outcome eachAlone(List<CaseChange> changes, List<Plain> lives, int port, Outcome before) {
        var outcome = before;
        for (var change : changes) {
            outcome = drive(List.of(change), lives, port, outcome);
        }
        return outcome;
    }

    private static Outcome with(Outcome before, List<CaseChange> changes, int ended) {
        changes.forEach(change -> before.files().add(change.file()));
        return new Outcome(before.files(), before.ended() + ended, before.elsewhere(), before.grief());
    }

    /**
     * Publishes the files and follows a case.
     *
     * @return null if the check refuses them
     * @throws Incident if a step fails
     */
    Rest follow(Collection<CaseChange> changes, Supplier<Life> life, int port) {
        ground.clear();
        changes.forEach(change -> desk.write(change.file(), change.content()));
        try {
            var answer = desk.post(port);
            if (answer.statusCode() == 400 && answer.body().contains("\"BundleRefused\"")) {
                return null;
            }
            if (answer.statusCode() != 200) {
                throw new Incident("the engine refuses what the check accepts: " + answer.body());
            }
            var rest = run.live(life.get());
            runtime.createIncidentQuery().list().forEach(incident -> {
                throw new Incident(incident.getActivityId() + " " + incident.getIncidentMessage());
            });
            return rest;
        } finally {
            ground.clear();
            desk.tidyUp();
        }
    }
}
