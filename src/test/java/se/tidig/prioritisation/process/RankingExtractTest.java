package se.tidig.prioritisation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.tidig.Sek;
import se.tidig.prioritisation.Placement;
import se.tidig.prioritisation.PlacementKind;

/** The part of a ranking that a form shows. */
class RankingExtractTest {

    @Test
    void aRankingThatAPersonCanReadIsShownWhole() {
        assertThat(RankingExtract.of(ranking(200, 100))).hasSize(200);
        assertThat(RankingExtract.told(ranking(200, 100)))
                .isEqualTo("Listan visar hela prioriteringen: 200 ansökningar.");
    }

    @Test
    void aLongOneIsShownAroundTheLineAtWhichTheMoneyEnds() {
        var shown = RankingExtract.of(ranking(5_000, 2_500));

        assertThat(shown).extracting(Placement::rank).containsExactlyElementsOf(numbers(2_401, 2_600));
        assertThat(shown).extracting(Placement::kind).contains(PlacementKind.GRANT, PlacementKind.REFUSE);
    }

    @Test
    void withTheAdjustedOnesWhereverTheyAre() {
        var ranking = new ArrayList<>(ranking(5_000, 2_500));
        ranking.set(6, place(7, PlacementKind.PARTIAL, true));
        ranking.set(4_999, place(5_000, PlacementKind.GRANT, true));

        assertThat(RankingExtract.of(ranking))
                .extracting(Placement::rank)
                .contains(7, 2_401, 2_600, 5_000)
                .hasSize(202);
    }

    @Test
    void ifTheMoneyLastsTheEndOfTheListIsShown() {
        assertThat(RankingExtract.of(ranking(1_000, 1_000)))
                .extracting(Placement::rank)
                .containsExactlyElementsOf(numbers(901, 1_000));
    }

    @Test
    void theFormTellsHowMuchOfTheListItShows() {
        assertThat(RankingExtract.told(ranking(5_000, 2_500))).startsWith("Listan visar 200 av 5000 ansökningar:");
        assertThat(RankingExtract.toldFirst(3)).isEqualTo("3 ansökningar återstår.");
        assertThat(RankingExtract.toldFirst(1)).isEqualTo("1 ansökan återstår.");
        assertThat(RankingExtract.toldFirst(4_000)).isEqualTo("4000 ansökningar återstår. De 200 först inkomna visas.");
        assertThat(RankingExtract.first(numbers(1, 4_000))).hasSize(200);
    }

    @Test
    void theProposalsAreCountedAndSummed() {
        assertThat(RankingExtract.summary(ranking(5, 2)))
                .containsExactly(
                        new RankingExtract.KindSum("Bifall", 2, Sek.of(200)),
                        new RankingExtract.KindSum("Föreslås inte", 3, Sek.ZERO));
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    private static List<Placement> ranking(int many, int granted) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(rank -> place(rank, rank <= granted ? PlacementKind.GRANT : PlacementKind.REFUSE, false))
                .toList();
    }

    private static Placement place(int rank, PlacementKind kind, boolean adjusted) {
        return new Placement(
                "K-2026-2-" + rank,
                rank,
                BigDecimal.TEN,
                Sek.of(100),
                Sek.of(100),
                kind == PlacementKind.GRANT ? Sek.of(100) : Sek.ZERO,
                kind,
                "Skäl.",
                adjusted);
    }
}
