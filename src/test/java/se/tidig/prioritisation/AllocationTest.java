package se.tidig.prioritisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.bundle.FileRuleSet;
import se.tidig.bundle.RuleSet;
import se.tidig.call.CallFixture;
import se.tidig.call.Earmark;

/** How a frame is shared out, by the table {@code prioritisation} as it is packaged. */
class AllocationTest {

    private static final RuleSet TABLE = FileRuleSet.packaged();
    private static final Instant RECEIVED = Instant.parse("2026-11-02T09:00:00Z");

    private final List<Candidate> candidates = new ArrayList<>();

    private AllocationTest assessed(Reference reference, double score, long maxGrant, String... areas) {
        return add(reference, RECEIVED, score, maxGrant, List.of(), areas);
    }

    private AllocationTest add(
            Reference reference, Instant received, Double score, long maxGrant, List<String> grounds, String... areas) {
        candidates.add(new Candidate(
                reference,
                received,
                score != null,
                score == null ? null : BigDecimal.valueOf(score),
                grounds,
                Sek.of(maxGrant),
                Sek.of(maxGrant),
                Arrays.asList(areas)));
        return this;
    }

    private List<Placement> rank(long frame, Earmark... earmarks) {
        return rank(frame, Map.of(), earmarks);
    }

    private List<Placement> rank(long frame, Map<Reference, Adjustment> adjustments, Earmark... earmarks) {
        return allocation(Sek.of(frame), TABLE, earmarks).rank(candidates, adjustments);
    }

    private static Allocation allocation(Sek frame, RuleSet rules, Earmark... earmarks) {
        return new Allocation(CallFixture.withFrame(frame), new Pot(frame, List.of(earmarks)), rules);
    }

    private static Adjustment adjusted(Reference reference, long amount) {
        return new Adjustment(reference, Sek.of(amount), "Överenskommet", Actor.of("officerK1"), RECEIVED);
    }

    private static String line(Placement place) {
        return place.reference() + " " + place.kind() + " "
                + place.proposedAmount().amount().stripTrailingZeros().toPlainString();
    }

    /** One application alone with what is left: every row and its boundaries. */
    @ParameterizedTest
    @CsvSource({
        // left, most, kind, amount
        "100000, 100000, GRANT, 100000",
        "100000.01, 100000.01, GRANT, 100000.01",
        "250000, 100000, GRANT, 100000",
        "99999.99, 100000, PARTIAL, 99999",
        "50000, 100000, PARTIAL, 50000",
        "50000.50, 100000, PARTIAL, 50000",
        "49999.99, 100000, REFUSE, 0",
        "0.01, 100000, REFUSE, 0",
        "0, 100000, REFUSE, 0",
        "100000, 0, REFUSE, 0",
    })
    void whatIsLeftDecides(BigDecimal left, BigDecimal most, PlacementKind kind, BigDecimal amount) {
        var candidate = new Candidate(
                Reference.of("K-2026-1-001"),
                RECEIVED,
                true,
                BigDecimal.TEN,
                List.of(),
                Sek.of(most),
                Sek.of(most),
                List.of());
        var place = allocation(Sek.of(left), TABLE).ask(candidate, 1);
        assertThat(place.kind()).isEqualTo(kind);
        assertThat(place.proposedAmount()).isEqualTo(Sek.of(amount));
        assertThat(place.reason()).isNotBlank();
    }

    @Test
    void theReasonTellsWhyThereIsNothing() {
        assessed(Reference.of("A-1"), 90, 800)
                .assessed(Reference.of("A-2"), 80, 500)
                .assessed(Reference.of("A-3"), 70, 200)
                .assessed(Reference.of("A-4"), 60, 10);
        assertThat(rank(1000))
                .extracting(AllocationTest::line)
                .containsExactly("A-1 GRANT 800", "A-2 REFUSE 0", "A-3 GRANT 200", "A-4 REFUSE 0");
        assertThat(rank(1000).get(1).reason()).contains("mindre än hälften");
        assertThat(rank(1000).get(3).reason()).contains("fördelade till ansökningar med högre poäng");
    }

    @Test
    void aScoreBelowTheFloorIsRefusedWithItsParagraphHoweverMuchIsLeft() {
        add(Reference.of("A-1"), RECEIVED, 95.0, 100, List.of("4 § första stycket 1", "5 §"));
        var place = rank(1000).get(0);
        assertThat(place.kind()).isEqualTo(PlacementKind.REFUSE);
        assertThat(place.reason()).contains("4 § första stycket 1, 5 §");
    }

    @Test
    void theHighestScoreComesFirst() {
        assessed(Reference.of("A-1"), 60.1, 600).assessed(Reference.of("A-2"), 60.2, 600);
        assertThat(rank(900)).extracting(AllocationTest::line).containsExactly("A-2 GRANT 600", "A-1 PARTIAL 300");
        assertThat(rank(900)).extracting(Placement::rank).containsExactly(1, 2);
    }

    @Test
    void ofEqualScoresTheOneReceivedOnAnEarlierDayInSwedenComesFirst() {
        // 23.30 UTC is the next day in Sweden.
        add(Reference.of("K-2026-1-001"), Instant.parse("2026-11-02T23:30:00Z"), 70.0, 100, List.of());
        add(Reference.of("K-2026-1-002"), Instant.parse("2026-11-02T22:30:00Z"), 70.0, 100, List.of());
        assertThat(rank(1000))
                .extracting(place -> place.reference().value())
                .containsExactly("K-2026-1-002", "K-2026-1-001");
    }

    @Test
    void ofEqualScoresOnTheSameDayTheLowerRunningNumberComesFirst() {
        add(Reference.of("K-2026-1-1000"), Instant.parse("2026-11-02T08:00:00Z"), 70.0, 100, List.of());
        add(Reference.of("K-2026-1-999"), Instant.parse("2026-11-02T09:00:00Z"), 70.0, 100, List.of());
        assertThat(rank(1000))
                .extracting(place -> place.reference().value())
                .containsExactly("K-2026-1-999", "K-2026-1-1000");
    }

    @Test
    void earmarkedMoneyGoesToItsAreaOnly() {
        assessed(Reference.of("A-1"), 90, 700, "swedish").assessed(Reference.of("A-2"), 80, 300, "health", "swedish");
        assertThat(rank(1000, new Earmark("health", Sek.of(400))))
                .extracting(AllocationTest::line)
                .containsExactly("A-1 PARTIAL 600", "A-2 GRANT 300");
        assertThat(rank(1000)).extracting(AllocationTest::line).containsExactly("A-1 GRANT 700", "A-2 GRANT 300");
    }

    @Test
    void earmarkedMoneyIsUsedBeforeTheFree() {
        assessed(Reference.of("A-1"), 90, 500, "health").assessed(Reference.of("A-2"), 80, 500, "swedish");
        assertThat(rank(1000, new Earmark("health", Sek.of(400))))
                .extracting(AllocationTest::line)
                .containsExactly("A-1 GRANT 500", "A-2 GRANT 500");
    }

    @Test
    void whatIsNotAssessedGetsAReserveBeforeTheOthersAreRanked() {
        add(Reference.of("A-9"), RECEIVED, null, 300, List.of());
        assessed(Reference.of("A-1"), 90, 800);
        assertThat(rank(1000)).extracting(AllocationTest::line).containsExactly("A-9 RESERVE 300", "A-1 PARTIAL 700");
        assertThat(rank(1000).get(0).rank()).isNull();
    }

    @Test
    void aReserveIsNeverMoreThanWhatIsLeft() {
        add(Reference.of("A-8"), RECEIVED, null, 800, List.of())
                .add(Reference.of("A-9"), RECEIVED, null, 300, List.of());
        assertThat(rank(1000)).extracting(AllocationTest::line).containsExactly("A-8 RESERVE 800", "A-9 RESERVE 200");
    }

    @Test
    void anAdjustedAmountIsKeptAndTheOthersAreSharedOutAroundIt() {
        assessed(Reference.of("A-1"), 90, 800).assessed(Reference.of("A-2"), 80, 500);
        var places = rank(1000, Map.of(Reference.of("A-2"), adjusted(Reference.of("A-2"), 400)));
        assertThat(places).extracting(AllocationTest::line).containsExactly("A-1 PARTIAL 600", "A-2 PARTIAL 400");
        assertThat(places.get(1).adjusted()).isTrue();
        assertThat(places.get(1).reason()).isEqualTo("Överenskommet");
    }

    @Test
    void anAdjustedAmountTellsWhatItIs() {
        assessed(Reference.of("A-1"), 90, 800);
        assertThat(rank(1000, Map.of(Reference.of("A-1"), adjusted(Reference.of("A-1"), 800))))
                .extracting(Placement::kind)
                .containsExactly(PlacementKind.GRANT);
        assertThat(rank(1000, Map.of(Reference.of("A-1"), adjusted(Reference.of("A-1"), 799))))
                .extracting(Placement::kind)
                .containsExactly(PlacementKind.PARTIAL);
        assertThat(rank(1000, Map.of(Reference.of("A-1"), adjusted(Reference.of("A-1"), 0))))
                .extracting(Placement::kind)
                .containsExactly(PlacementKind.REFUSE);
        assertThat(rank(1000, Map.of(Reference.of("A-1"), adjusted(Reference.of("A-1"), 900))))
                .extracting(Placement::proposedAmount)
                .containsExactly(Sek.of(800));
    }

    @Test
    void aTableThatGivesTooMuchIsToldSo() {
        RuleSet generous =
                (decision, facts) -> List.of(Map.of("kind", "GRANT", "amount", 101, "reason", "Alla ska få"));
        assessed(Reference.of("A-1"), 90, 100);
        assertThatThrownBy(() -> allocation(Sek.of(1000), generous).rank(candidates, Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("prioritisation")
                .hasMessageContaining("A-1");
        RuleSet silent = (decision, facts) -> List.of();
        assertThatThrownBy(() -> allocation(Sek.of(1000), silent).rank(candidates, Map.of()))
                .hasMessageContaining("gav 0 svar");
    }
}
