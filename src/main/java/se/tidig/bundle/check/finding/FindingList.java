package se.tidig.bundle.check.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.ModelFinding.Severity;

/** Collects findings, each once. Several threads may add to it. */
public final class FindingList {

    /** Further findings of one kind are counted in one finding, because a broken file has thousands. */
    private static final int MOST_OF_A_KIND = 50;

    private static final int MOST_NAMED = 8;

    private final Set<ModelFinding> all = Collections.synchronizedSet(new LinkedHashSet<>());

    public void error(String file, String element, String cause, String remedy) {
        all.add(ModelFinding.error(file, element, cause, remedy));
    }

    public void warning(String file, String element, String cause, String remedy) {
        all.add(new ModelFinding(file, element, cause, remedy, Severity.WARNING));
    }

    /**
     * Runs a check of a file. If a model makes the check itself fail, the owner gets one error for the file: the other
     * checks go on, and the bundle is still refused.
     */
    public void guarded(String file, Runnable check) {
        try {
            check.run();
        } catch (RuntimeException | StackOverflowError e) {
            error(
                    file,
                    "",
                    "filen kan inte kontrolleras färdigt",
                    "rätta övriga fel och kontrollera igen; kvarstår det, ångra den senaste ändringen");
        }
    }

    /** Adds the findings of another list after these. */
    public void add(FindingList others) {
        all.addAll(others.all);
    }

    public boolean hasErrors(String file) {
        return !errors(file).isEmpty();
    }

    /** Whether the element has an error. */
    public boolean hasError(String file, String element) {
        return errors(file).stream().anyMatch(found -> found.element().equals(element));
    }

    private List<ModelFinding> errors(String file) {
        synchronized (all) {
            return all.stream()
                    .filter(found -> found.isError() && found.file().equals(file))
                    .toList();
        }
    }

    /** The findings by file, each file's in the order they were found; many of one kind are merged into one. */
    public List<ModelFinding> all() {
        synchronized (all) {
            var kinds = all.stream()
                    .sorted(Comparator.comparing(ModelFinding::file))
                    .collect(Collectors.groupingBy(FindingList::kind, LinkedHashMap::new, Collectors.toList()));
            var told = new ArrayList<ModelFinding>();
            kinds.values().forEach(found -> {
                if (found.size() <= MOST_OF_A_KIND + 1) {
                    told.addAll(found);
                } else {
                    told.addAll(found.subList(0, MOST_OF_A_KIND));
                    told.add(rest(found.subList(MOST_OF_A_KIND, found.size())));
                }
            });
            told.sort(Comparator.comparing(ModelFinding::file));
            return told;
        }
    }

    /** Equal for findings that differ only in names and numbers. */
    private static List<Object> kind(ModelFinding finding) {
        return List.of(
                finding.file(),
                finding.severity(),
                finding.remedy().replaceAll("\"[^\"]*\"|\\d+", ""),
                finding.cause().replaceAll("\"[^\"]*\"|\\d+|\\(menas .*", ""));
    }

    private static ModelFinding rest(List<ModelFinding> found) {
        var first = found.get(0);
        var named = found.stream()
                .map(ModelFinding::element)
                .filter(element -> !element.isEmpty())
                .distinct()
                .toList();
        return new ModelFinding(
                first.file(),
                "",
                "samma slags fel finns på " + found.size() + " ställen till"
                        + (named.isEmpty()
                                ? ""
                                : ": " + named.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                                        + (named.size() > MOST_NAMED ? " …" : "")),
                first.remedy(),
                first.severity());
    }
}
