package se.tidig.bundle.careless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.VocabularyReader;
import se.tidig.bundle.check.BundleCheck;

/**
 * Two thousand small changes to the bundle, the same in each run. Each round changes many files, one change in each, so
 * a finding in a file is about that file's change.
 */
class RandomChangesTest {

    private static final int CHANGES = Integer.getInteger("changes", 2_000);
    private static final long SEED = Long.getLong("seed", 20261126);
    private static final int FORMS_IN_A_ROUND = 12;
    private static final int TEXTS_IN_A_ROUND = 8;

    private final BundleCheck check = new BundleCheck(VocabularyReader.read());
    private final BareEngine engine = new BareEngine();

    @Test
    void everyChangeThatTheEngineRefusesIsReportedAndEveryCheckFinishes() {
        var random = new Random(SEED);
        var missed = new ArrayList<String>();
        var unfinished = new ArrayList<String>();
        var english = new ArrayList<String>();
        int made = 0;
        int found = 0;
        while (made < CHANGES) {
            var changes = round(random);
            made += changes.size();
            var findings = check
                    .check(CarelessOwner.BUNDLE.with(changes.values().stream()
                            .collect(Collectors.toMap(RandomChange::file, RandomChange::bytes))))
                    .stream()
                    .collect(Collectors.groupingBy(ModelFinding::file));
            for (var change : changes.values()) {
                var told = findings.getOrDefault(change.file(), List.of());
                told.forEach(finding -> {
                    if (finding.cause().contains("kan inte kontrolleras färdigt")) {
                        unfinished.add(change.file() + ": " + change.description());
                    }
                    if (finding.cause().contains("på engelska")
                            || finding.cause().contains("Exception")) {
                        english.add(change.file() + ": " + change.description() + " -> " + finding);
                    }
                });
                if (told.stream().anyMatch(ModelFinding::isError)) {
                    found++;
                } else {
                    var refusal = engine.refusal(change.file(), change.bytes());
                    if (refusal != null) {
                        missed.add(change.file() + ": " + change.description() + " -> " + refusal);
                    }
                }
            }
        }
        System.out.printf("%d random changes with seed %d, %d found to be wrong%n", made, SEED, found);
        assertThat(Map.of(
                        "passed by the check, refused by the engine", missed,
                        "not checked to the end", unfinished,
                        "told in English", english))
                .allSatisfy(
                        (what, changes) -> assertThat(changes).describedAs(what).isEmpty());
        assertThat(found).isGreaterThan(made / 2);
    }

    private static Map<String, RandomChange> round(Random random) {
        var bundle = CarelessOwner.BUNDLE;
        var files = new ArrayList<>(bundle.names("processes/", ".bpmn"));
        files.addAll(bundle.names("dmn/", ".dmn"));
        files.addAll(some(bundle.names("forms/", ".form"), FORMS_IN_A_ROUND, random));
        files.addAll(some(bundle.names("forms/", ".html"), TEXTS_IN_A_ROUND, random));
        files.addAll(some(bundle.names("forms/", ".txt"), TEXTS_IN_A_ROUND, random));
        var changes = new TreeMap<String, RandomChange>();
        files.forEach(file -> changes.put(file, RandomChange.of(file, bundle.bytes(file), random)));
        return changes;
    }

    private static List<String> some(List<String> files, int number, Random random) {
        var shuffled = new ArrayList<>(files);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, number);
    }
}
