package se.tidig.prioritisation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.LegalTexts;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.assessment.Recusals;
import se.tidig.bundle.RuleSet;
import se.tidig.call.Call;
import se.tidig.call.CallJournal;
import se.tidig.call.CallService;
import se.tidig.call.Calls;
import se.tidig.call.Earmark;
import se.tidig.form.Rejected;
import se.tidig.prioritisation.RankingChoices.Choice;

/** Makes, adjusts and settles the ranking of a call, each under the lock of the call. */
@Service
@Transactional
public class PrioritisationService {

    /** The most references that a note or a message names. */
    private static final int NAMED = 20;

    private final Calls calls;
    private final CallService service;
    private final CallJournal journal;
    private final Candidates candidates;
    private final Rankings rankings;
    private final Adjustments adjustments;
    private final RankingChoices choices;
    private final Recusals recusals;
    private final Clock clock;

    PrioritisationService(
            Calls calls,
            CallService service,
            CallJournal journal,
            Candidates candidates,
            Rankings rankings,
            Adjustments adjustments,
            RankingChoices choices,
            Recusals recusals,
            Clock clock) {
        this.calls = calls;
        this.service = service;
        this.journal = journal;
        this.candidates = candidates;
        this.rankings = rankings;
        this.adjustments = adjustments;
        this.choices = choices;
        this.recusals = recusals;
        this.clock = clock;
    }

    /**
     * Continues although applications are still to be assessed.
     *
     * @param reserve whether the most that they can be granted is reserved for them
     */
    public void goOn(Reference call, Actor actor, boolean reserve, String reason) {
        calls.lock(call);
        noteConflicts(call, actor);
        choices.set(call, new Choice(reserve, choices.of(call).releaseEarmarks()));
        var waiting = candidates.of(call, true).stream()
                .filter(candidate -> !candidate.assessed())
                .map(Candidate::reference)
                .sorted(Candidate.referenceOrder())
                .toList();
        journal.note(
                call,
                actor,
                "Prioriteringen påbörjades utan %s, %s. %s"
                        .formatted(
                                waiting.isEmpty() ? "ansökningar som återstår" : named(waiting),
                                reserve ? "för vilka medel reserveras" : "som prövas mot det som blir över",
                                reason));
    }

    /** Makes the next version of the ranking from the present applications. */
    public void compute(Reference reference, RuleSet rules) {
        var call = calls.lock(reference);
        var choice = choices.of(reference);
        var among = candidates.of(reference, choice.reserve());
        var standing = adjustments.standing(reference);
        standing.keySet().retainAll(among.stream().map(Candidate::reference).collect(Collectors.toSet()));
        var placements = new Allocation(call, pot(call, choice), rules).rank(among, standing);
        var ranking = rankings.add(reference, clock.instant(), null, choice.releaseEarmarks(), placements);
        journal.note(reference, null, "Prioriteringen beräknades, version " + ranking.version() + ".");
    }

    /**
     * Stores a person's adjustments for the next version.
     *
     * @throws Rejected if one is about no application of the ranking, above what can be granted, or about an
     *     application that the person is disqualified from
     */
    public void adjust(Reference reference, List<Adjustment> made, boolean releaseEarmarks) {
        calls.lock(reference);
        choices.set(reference, new Choice(choices.of(reference).reserve(), releaseEarmarks));
        var places = places(latest(reference));
        for (var adjustment : made) {
            var place = places.get(adjustment.reference());
            if (place == null) {
                throw notRanked(adjustment.reference().value());
            }
            if (adjustment.amount() != null && adjustment.amount().compareTo(place.maxGrant()) > 0) {
                throw new Rejected(
                        "adjusted",
                        "%s kan få högst %s. Sänk beloppet.".formatted(adjustment.reference(), place.maxGrant()));
            }
            if (recusals.isRecused(adjustment.reference(), adjustment.actor())) {
                throw new Rejected(
                        "adjusted",
                        "Du är jävig i ärendet %s och kan inte justera det. Lämna över till en kollega."
                                .formatted(adjustment.reference()));
            }
            adjustments.add(reference, adjustment);
        }
        checkFits(
                reference,
                adjusted(reference).stream().filter(Placement::adjusted).toList(),
                "Sänk något belopp, eller släpp öronmärkningarna.");
    }

    /** What a person is told who adjusts something that is not in the ranking. */
    public static Rejected notRanked(String given) {
        return new Rejected(
                "adjusted", "Ansökan %s finns inte i prioriteringslistan. Kontrollera referensen.".formatted(given));
    }

    /**
     * Settles the ranking with the adjustments in force; the call is allocated.
     *
     * @throws Rejected if the sum exceeds the frame, or applications have changed since the ranking was made
     */
    public void settle(Reference reference, Actor actor) {
        calls.lock(reference);
        noteConflicts(reference, actor);
        var ranking = latest(reference);
        checkUnchanged(reference, ranking);
        var adjusted = adjusted(reference);
        checkFits(reference, adjusted, "Sänk något belopp, eller välj Räkna om.");
        if (!adjusted.equals(rankings.placements(ranking))) {
            ranking = rankings.add(
                    reference, clock.instant(), actor, choices.of(reference).releaseEarmarks(), adjusted);
        }
        rankings.settle(ranking, clock.instant(), actor);
        service.allocate(reference, actor);
    }

    /** A recused person comes here only if nobody else could; the reason is on record. */
    private void noteConflicts(Reference call, Actor actor) {
        var conflicts = recusals.rankedIn(call, actor);
        if (!conflicts.isEmpty()) {
            journal.note(
                    call,
                    actor,
                    LegalTexts.of(
                            "conflict.rankedAnyway",
                            conflicts.stream().map(Reference::value).collect(Collectors.joining(", "))));
        }
    }

    private List<Placement> adjusted(Reference call) {
        var standing = adjustments.standing(call);
        return rankings.placements(latest(call)).stream()
                .map(place ->
                        standing.containsKey(place.reference()) ? place.with(standing.get(place.reference())) : place)
                .toList();
    }

    private void checkUnchanged(Reference call, Ranking ranking) {
        var now = candidates.of(call, choices.of(call).reserve()).stream()
                .collect(Collectors.toMap(Candidate::reference, Candidate::assessed));
        var then = rankings.placements(ranking).stream()
                .collect(Collectors.toMap(Placement::reference, place -> place.rank() != null));
        var changed = new TreeSet<>(Candidate.referenceOrder());
        changed.addAll(now.keySet());
        changed.addAll(then.keySet());
        changed.removeIf(
                reference -> now.containsKey(reference) && now.get(reference).equals(then.get(reference)));
        if (!changed.isEmpty()) {
            throw new Rejected(
                    "prioritisationAction",
                    "Underlaget har ändrats sedan listan beräknades (%s). Välj Räkna om."
                            .formatted(named(List.copyOf(changed))));
        }
    }

    /** The first references, and how many more there are: people read the note or message. */
    private static String named(List<Reference> references) {
        var first = references.stream().limit(NAMED).map(Reference::value).collect(Collectors.joining(", "));
        return references.size() <= NAMED ? first : "%s och %d till".formatted(first, references.size() - NAMED);
    }

    private void checkFits(Reference reference, List<Placement> placements, String remedy) {
        var call = calls.get(reference);
        var pot = pot(call, choices.of(reference));
        var areas = candidates.of(reference, true).stream()
                .collect(Collectors.toMap(Candidate::reference, Candidate::focusAreas));
        for (var place : placements) {
            var own = areas.getOrDefault(place.reference(), List.of());
            if (!pot.take(place.proposedAmount(), own)) {
                var sum = placements.stream().map(Placement::proposedAmount).reduce(Sek.ZERO, Sek::plus);
                throw new Rejected(
                        "adjusted",
                        "Beloppen ryms inte: de är tillsammans %s, medlen att fördela är %s och för %s är %s kvar av %s. %s"
                                .formatted(
                                        sum,
                                        call.frame(),
                                        place.reference(),
                                        pot.available(own),
                                        place.proposedAmount(),
                                        remedy));
            }
        }
    }

    private Ranking latest(Reference call) {
        return rankings.latest(call)
                .orElseThrow(() -> new IllegalStateException("Utlysningen " + call + " är inte prioriterad ännu."));
    }

    private Map<Reference, Placement> places(Ranking ranking) {
        return rankings.placements(ranking).stream()
                .collect(Collectors.toMap(Placement::reference, Function.identity()));
    }

    private static Pot pot(Call call, Choice choice) {
        return new Pot(call.frame(), choice.releaseEarmarks() ? List.<Earmark>of() : call.earmarks());
    }
}
