package se.tidig.grant;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.decision.StepKind;
import se.tidig.grant.Milestone.Status;

/** The milestones of one grant as a whole. */
record Plan(Reference reference, Set<Milestone> milestones) {

    List<Milestone> inOrder() {
        return milestones.stream()
                .sorted(Comparator.comparingInt(Milestone::number))
                .toList();
    }

    Optional<Milestone> open() {
        return milestones.stream().filter(Milestone::isOpen).findFirst();
    }

    Optional<Milestone> next() {
        return inOrder().stream()
                .filter(milestone -> milestone.status() == Status.PLANNED)
                .findFirst();
    }

    boolean isFinished() {
        return milestones.stream().allMatch(milestone -> milestone.finishedAt() != null);
    }

    Milestone get(MilestoneKey key) {
        return milestones.stream()
                .filter(milestone -> milestone.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new GrantRefused("Bidraget " + reference + " har inget delmoment " + key + "."));
    }

    /** The milestone, if it is open and of the kind. */
    Milestone open(MilestoneKey key, Predicate<StepKind> kind) {
        var milestone = get(key);
        if (!milestone.isOpen() || !kind.test(milestone.kind())) {
            throw new GrantRefused(
                    "Delmoment " + key + " (" + milestone.kind().swedish().toLowerCase() + ") väntar inte på detta.");
        }
        return milestone;
    }

    /** The first unfinished milestone of the kind. */
    Milestone remaining(StepKind kind) {
        return inOrder().stream()
                .filter(milestone -> milestone.kind() == kind && milestone.finishedAt() == null)
                .findFirst()
                .orElseThrow(() -> new GrantRefused(
                        "Bidraget har ingen " + kind.swedish().toLowerCase() + " som återstår. Lämna datumet tomt."));
    }

    Sek paid() {
        return milestones.stream().map(Milestone::paid).reduce(Sek.ZERO, Sek::plus);
    }

    boolean reportsAcceptedBefore(Milestone milestone) {
        return milestones.stream()
                .filter(one -> one.number() < milestone.number() && one.kind().isReport())
                .allMatch(one -> one.status() == Status.ACCEPTED);
    }

    Set<Milestone> with(Milestone before, Milestone after) {
        var changed = new LinkedHashSet<>(milestones);
        changed.remove(before);
        changed.add(after);
        return changed;
    }
}
