package se.tidig.prioritisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.TidigTest;
import se.tidig.bundle.FileRuleSet;
import se.tidig.bundle.RuleSet;
import se.tidig.call.CallFixture;
import se.tidig.call.CallService;
import se.tidig.call.CallStatus;
import se.tidig.call.Calls;
import se.tidig.form.Rejected;
import se.tidig.form.WatchedContents;
import se.tidig.organisation.Board;

/** A frame of 1 000 000 kr, of which 100 000 kr for health; every application here is within Swedish. */
@TidigTest
class PrioritisationServiceTest {

    private static final RuleSet TABLE = FileRuleSet.packaged();

    @Autowired
    WatchedContents shown;

    @Autowired
    private PrioritisationService prioritisation;

    @Autowired
    private PlacementService placing;

    @Autowired
    private Rankings rankings;

    @Autowired
    private Adjustments adjustments;

    @Autowired
    private CallFixture fixture;

    @Autowired
    private CallService service;

    @Autowired
    private Calls calls;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Reference call;
    private RankedApplications applications;

    @BeforeEach
    void closed() {
        call = Reference.of(fixture.open(Board.K).value());
        service.close(call);
        applications = new RankedApplications(jdbc, call);
    }

    private List<String> latest() {
        return rankings.placements(rankings.latest(call).orElseThrow()).stream()
                .map(place -> place.reference().value().substring(call.value().length() + 1) + " " + place.kind() + " "
                        + place.proposedAmount().amount().toBigInteger())
                .toList();
    }

    private Adjustment adjustment(Reference reference, Integer amount) {
        return new Adjustment(
                reference,
                amount == null ? null : Sek.of(amount),
                "Budgeten räcker",
                Actor.of("officerK1"),
                clock.instant());
    }

    private void adjust(Reference reference, Integer amount) {
        prioritisation.adjust(call, List.of(adjustment(reference, amount)), false);
    }

    @Test
    void aCallWithoutApplicationsIsSettledEmpty() {
        prioritisation.compute(call, TABLE);
        prioritisation.settle(call, Actor.of("officerK1"));
        assertThat(latest()).isEmpty();
        assertThat(calls.get(call).status()).isEqualTo(CallStatus.ALLOCATED);
    }

    @Test
    void everyVersionIsKeptWithWhoAdjustedWhatAndWhy() {
        applications.assessed(80, 600_000);
        var second = applications.assessed(70, 600_000);
        prioritisation.compute(call, TABLE);
        assertThat(latest()).containsExactly("001 GRANT 600000", "002 PARTIAL 300000");
        adjust(second, 400_000);
        shown.givesEachField("adjustments", call, Map.of());
        shown.givesEachField("ranking", call, Map.of());
        prioritisation.compute(call, TABLE);
        assertThat(latest()).containsExactly("001 PARTIAL 500000", "002 PARTIAL 400000");
        adjust(second, null);
        prioritisation.compute(call, TABLE);
        assertThat(latest()).containsExactly("001 GRANT 600000", "002 PARTIAL 300000");
        prioritisation.settle(call, Actor.of("officerK1"));
        assertThat(rankings.of(call)).extracting(Ranking::version).containsExactly(1, 2, 3);
        assertThat(rankings.of(call)).extracting(Ranking::settledBy).containsExactly(null, null, Actor.of("officerK1"));
        assertThat(adjustments.of(call))
                .hasSize(2)
                .allMatch(adjustment -> adjustment.actor().equals(Actor.of("officerK1")));
    }

    @Test
    void adjustedAndSettledAtOnceIsAVersionOfItsOwn() {
        applications.assessed(80, 300_000);
        var second = applications.assessed(70, 300_000);
        prioritisation.compute(call, TABLE);
        adjust(second, 200_000);
        prioritisation.settle(call, Actor.of("deciderK"));
        assertThat(latest()).containsExactly("001 GRANT 300000", "002 PARTIAL 200000");
        assertThat(rankings.of(call)).extracting(Ranking::actor).containsExactly(null, Actor.of("deciderK"));
        assertThat(rankings.placement(second).orElseThrow().reason()).isEqualTo("Budgeten räcker");
    }

    @Test
    void theSumNeverExceedsTheFrame() {
        var first = applications.assessed(80, 600_000);
        var second = applications.assessed(70, 600_000);
        prioritisation.compute(call, TABLE);
        adjust(second, 600_000);
        assertThatThrownBy(() -> prioritisation.settle(call, Actor.of("officerK1")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("1\u00a0200\u00a0000\u00a0kr")
                .hasMessageContaining("välj Räkna om");
        assertThatThrownBy(() -> adjust(first, 500_000))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("ryms inte");
        assertThat(calls.get(call).status()).isEqualTo(CallStatus.CLOSED);
    }

    @Test
    void earmarkedMoneyIsFreeForAllOnceItIsReleased() {
        applications.assessed(80, 950_000);
        prioritisation.compute(call, TABLE);
        assertThat(latest()).containsExactly("001 PARTIAL 900000");
        prioritisation.adjust(call, List.of(), true);
        prioritisation.compute(call, TABLE);
        assertThat(latest()).containsExactly("001 GRANT 950000");
        assertThat(rankings.latest(call).orElseThrow().earmarksReleased()).isTrue();
    }

    @Test
    void nobodyGetsMoreThanTheMostThatCanBeGranted() {
        var one = applications.assessed(80, 300_000);
        prioritisation.compute(call, TABLE);
        assertThatThrownBy(() -> adjust(one, 300_001))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("högst 300\u00a0000\u00a0kr");
        assertThatThrownBy(() -> adjust(Reference.of("K-1999-1-001"), 1))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("finns inte i prioriteringslistan");
    }

    @Test
    void whoIsDisqualifiedFromACaseDoesNotAdjustIt() {
        var one = applications.assessed(80, 300_000);
        prioritisation.compute(call, TABLE);
        jdbc.sql("insert into tidig.recusal (reference, board, person, state, ground, ground_text,"
                        + " circumstances, declared_at, version) values (?, 'K', 'officerK1', 'DECLARED', 'party',"
                        + " 'Part', 'Kassör i föreningen', now(), 1)")
                .param(one.value())
                .update();
        assertThatThrownBy(() -> adjust(one, 100_000))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("jävig");
    }

    @Test
    void aListThatTheApplicationsHaveOvertakenIsNotSettled() {
        var first = applications.assessed(80, 300_000);
        prioritisation.compute(call, TABLE);
        applications.status(first, "WITHDRAWN");
        assertThatThrownBy(() -> prioritisation.settle(call, Actor.of("officerK1")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(first.value())
                .hasMessageContaining("Räkna om");
        prioritisation.compute(call, TABLE);
        prioritisation.settle(call, Actor.of("officerK1"));
        assertThat(latest()).isEmpty();
    }

    @Test
    void anApplicationLearnsItsPlaceOnceTheCallIsAllocated() {
        var one = applications.assessed(80, 300_000);
        assertThat(placing.place(one, call, TABLE)).isEmpty();
        prioritisation.compute(call, TABLE);
        prioritisation.settle(call, Actor.of("officerK1"));
        assertThat(placing.handOut(call)).containsExactly(one);
        assertThat(placing.place(one, call, TABLE).orElseThrow().proposedAmount())
                .isEqualTo(Sek.of(300_000));
    }

    @Test
    void aStragglerIsSettledAgainstItsReserveAndWhatIsLeft() {
        applications.assessed(80, 500_000);
        var late = applications.unassessed(300_000);
        prioritisation.goOn(call, Actor.of("officerK1"), true, "Sjukdom");
        prioritisation.compute(call, TABLE);
        prioritisation.settle(call, Actor.of("officerK1"));
        assertThat(latest()).containsExactly("002 RESERVE 300000", "001 GRANT 500000");
        applications.assess(Reference.of(late.value()), 60);
        assertThat(placing.place(Reference.of(late.value()), call, TABLE)
                        .orElseThrow()
                        .kind())
                .isEqualTo(PlacementKind.GRANT);
        assertThat(rankings.placement(Reference.of(late.value())).orElseThrow().proposedAmount())
                .isEqualTo(Sek.of(300_000));
    }

    @Test
    void aStragglerWithoutReserveGetsWhatIsLeft() {
        applications.assessed(80, 700_000);
        var late = applications.unassessed(300_000);
        prioritisation.goOn(call, Actor.of("officerK1"), false, "Sjukdom");
        prioritisation.compute(call, TABLE);
        prioritisation.settle(call, Actor.of("officerK1"));
        assertThat(latest()).containsExactly("001 GRANT 700000");
        applications.assess(Reference.of(late.value()), 60);
        var place = placing.place(Reference.of(late.value()), call, TABLE).orElseThrow();
        assertThat(place.kind()).isEqualTo(PlacementKind.PARTIAL);
        assertThat(place.proposedAmount()).isEqualTo(Sek.of(200_000));
        assertThat(place.isAdverse()).isTrue();
    }

    @Test
    void theMoneyOfAWithdrawnApplicationIsFreeForAStraggler() {
        var first = applications.assessed(80, 900_000);
        var late = applications.unassessed(300_000);
        prioritisation.goOn(call, Actor.of("officerK1"), false, "Sjukdom");
        prioritisation.compute(call, TABLE);
        prioritisation.settle(call, Actor.of("officerK1"));
        applications.assess(Reference.of(late.value()), 60);
        applications.status(first, "WITHDRAWN");
        assertThat(placing.place(Reference.of(late.value()), call, TABLE)
                        .orElseThrow()
                        .kind())
                .isEqualTo(PlacementKind.GRANT);
    }

    @Test
    void aThousandAreRankedInOneGo() {
        for (var i = 0; i < 1_000; i++) {
            applications.assessed(i % 100, 10_000);
        }
        prioritisation.compute(call, TABLE);
        prioritisation.settle(call, Actor.of("officerK1"));
        assertThat(placing.handOut(call)).hasSize(1_000);
        assertThat(rankings.placements(rankings.latest(call).orElseThrow()))
                .filteredOn(place -> place.kind() == PlacementKind.GRANT)
                .hasSize(90);
    }
}
