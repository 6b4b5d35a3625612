package se.tidig.prioritisation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.application.ApplicationProgressService;
import se.tidig.bundle.RuleSet;
import se.tidig.call.Call;
import se.tidig.call.CallStatus;
import se.tidig.call.Calls;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Tells each application its place in the settled ranking, also those that are assessed after it is settled. */
@Service
@Transactional
public class PlacementService {

    private final Calls calls;
    private final Candidates candidates;
    private final Rankings rankings;
    private final RankingChoices choices;
    private final ApplicationProgressService progress;
    private final CaseJournal journal;
    private final JdbcClient jdbc;

    PlacementService(
            Calls calls,
            Candidates candidates,
            Rankings rankings,
            RankingChoices choices,
            ApplicationProgressService progress,
            CaseJournal journal,
            JdbcClient jdbc) {
        this.calls = calls;
        this.candidates = candidates;
        this.rankings = rankings;
        this.choices = choices;
        this.progress = progress;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    /**
     * The place of an assessed application, once its call is allocated; the application is then prioritised. An
     * application that was not assessed in time gets its place now, from its reserve and what else is left of the
     * frame.
     *
     * @param callReference the application's call; its row stays locked until the transaction ends if there is no
     *     place yet, so that an application that begins to wait is not overlooked
     * @param rules with the table {@code prioritisation}
     */
    public Optional<Placement> place(Reference reference, Reference callReference, RuleSet rules) {
        if (!isAllocated(calls.get(callReference)) && !isAllocated(calls.lock(callReference))) {
            return Optional.empty();
        }
        // A settled ranking does not change, so thousands that ask at the same time do not wait for each other.
        var placement = rankings.placement(reference)
                .filter(found -> found.kind() != PlacementKind.RESERVE)
                .orElseGet(() -> settleAlone(reference, calls.lock(callReference), rules));
        progress.prioritise(reference);
        journal.note(
                reference,
                EventKind.PRIORITISATION,
                null,
                "%s, %s. %s".formatted(placement.kind().swedishName(), placement.proposedAmount(), placement.reason()));
        return Optional.of(placement);
    }

    private static boolean isAllocated(Call call) {
        return call.status().compareTo(CallStatus.ALLOCATED) >= 0;
    }

    private Placement settleAlone(Reference reference, Call call, RuleSet rules) {
        var ranking = rankings.latest(call.reference()).orElseThrow();
        var candidate = candidates.find(reference).orElseThrow();
        var pot = new Pot(call.frame(), choices.of(call.reference()).releaseEarmarks() ? List.of() : call.earmarks());
        for (var promise : promises(ranking, reference.value())) {
            pot.spend(promise.amount(), promise.focusAreas());
        }
        var placement = new Allocation(call, pot, rules).ask(candidate, null);
        rankings.put(ranking, placement);
        return placement;
    }

    /** What the others have been promised. The money of those withdrawn since is free again. */
    private List<Promise> promises(Ranking ranking, String except) {
        return jdbc.sql(
                        """
                        select p.amount, array(select jsonb_array_elements_text(
                            case jsonb_typeof(a.answers -> 'focusAreas') when 'array' then a.answers -> 'focusAreas'
                            else '[]' end)) as focus_areas
                        from tidig.placement p join tidig.application a on a.reference = p.reference
                        where p.ranking = ? and p.amount > 0 and p.reference <> ?
                            and a.status not in ('WITHDRAWN', 'WRITTEN_OFF', 'ENDED', 'EXCLUDED')
                        order by p.rank nulls first, p.reference
                        """)
                .params(ranking.id(), except)
                .query((row, number) -> new Promise(Sek.of(row.getBigDecimal("amount")), Arrays.asList((String[])
                        row.getArray("focus_areas").getArray())))
                .list();
    }

    private record Promise(Sek amount, List<String> focusAreas) {}

    /**
     * The references of all applications in the settled ranking of the call. Locks the call's row: an application
     * that asks for its place meanwhile has either begun to wait or gets its answer.
     */
    public List<Reference> handOut(Reference call) {
        calls.lock(call);
        return rankings.placements(rankings.latest(call).orElseThrow()).stream()
                .map(Placement::reference)
                .toList();
    }
}
