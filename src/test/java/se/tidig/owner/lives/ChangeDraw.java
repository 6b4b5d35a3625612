package se.tidig.owner.lives;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.VocabularyReader;
import se.tidig.bundle.careless.RandomChange;
import se.tidig.bundle.check.BundleCheck;

/**
 * Draws random changes that the check accepts, of every file that some life reads: of each file at least one, and of
 * processes and tables several. One check judges a change in each of many files, since a finding names its file.
 */
final class ChangeDraw {

    private static final int MOST_ROUNDS = 150;

    private final BundleCheck check = new BundleCheck(VocabularyReader.read());
    private final Bundle bundle = Bundle.packaged();
    private final List<? extends Collection<String>> read;
    private final Random random;
    private int made;

    /** @param read the files that each life reads */
    ChangeDraw(List<? extends Collection<String>> read, Random random) {
        this.read = read;
        this.random = random;
    }

    /** How many changes were made to find those that were drawn. */
    int made() {
        return made;
    }

    List<CaseChange> draw(int wanted) {
        var waiting = deck(wanted);
        var drawn = new ArrayList<CaseChange>();
        for (int round = 0; round < MOST_ROUNDS && !waiting.isEmpty(); round++) {
            var changes = new LinkedHashMap<String, RandomChange>();
            for (var file : waiting) {
                changes.computeIfAbsent(file, one -> RandomChange.of(one, bundle.bytes(one), random));
            }
            made += changes.size();
            accepted(changes).forEach(change -> {
                waiting.remove(change.file());
                drawn.add(new CaseChange(change, lifeOf(change.file())));
            });
        }
        Collections.shuffle(drawn, random);
        return drawn;
    }

    private List<String> deck(int wanted) {
        var once = new ArrayList<>(
                read.stream().flatMap(Collection::stream).collect(Collectors.toCollection(TreeSet::new)));
        var more = new ArrayList<String>();
        Collections.shuffle(once, random);
        once.forEach(file -> more.addAll(Collections.nCopies(weight(file), file)));
        Collections.shuffle(more, random);
        var deck = new ArrayList<>(wanted < once.size() ? more : once);
        while (deck.size() < wanted) {
            deck.addAll(more);
        }
        return new ArrayList<>(deck.subList(0, wanted));
    }

    private static int weight(String file) {
        if (file.endsWith("application.bpmn")) {
            return 10;
        }
        return file.endsWith(".bpmn") ? 4 : file.endsWith(".dmn") ? 3 : 1;
    }

    private List<RandomChange> accepted(Map<String, RandomChange> changes) {
        var refused = check
                .check(bundle.with(
                        changes.values().stream().collect(Collectors.toMap(RandomChange::file, RandomChange::bytes))))
                .stream()
                .filter(ModelFinding::isError)
                .map(ModelFinding::file)
                .collect(Collectors.toSet());
        return changes.values().stream()
                .filter(change -> !refused.contains(change.file()))
                .toList();
    }

    private int lifeOf(String file) {
        var lives = new ArrayList<Integer>();
        for (int life = 0; life < read.size(); life++) {
            if (read.get(life).contains(file)) {
                lives.add(life);
            }
        }
        return lives.get(random.nextInt(lives.size()));
    }
}
