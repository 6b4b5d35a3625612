package se.tidig.prioritisation.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.bundle.Bundle;
import se.tidig.form.Template;
import se.tidig.prioritisation.Placement;
import se.tidig.prioritisation.PlacementKind;
import se.tidig.prioritisation.process.RankingExtract.Extent;

/** The part of a ranking that a form shows. */
class RankingExtractTest {

    @Test
    void aRankingThatAPersonCanReadIsShownWhole() {
        assertThat(RankingExtract.of(ranking(200, 100))).hasSize(200);
        assertThat(RankingExtract.extent(ranking(200, 100))).isEqualTo(new Extent(200, 200));
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
    void theFormTellsHowMuchOfTheListItShows() throws IOException {
        assertThat(RankingExtract.extent(ranking(5_000, 2_500))).isEqualTo(new Extent(5_000, 200));
        assertThat(RankingExtract.extentOfFirst(3)).isEqualTo(new Extent(3, 3));
        assertThat(RankingExtract.extentOfFirst(4_000)).isEqualTo(new Extent(4_000, 200));
        assertThat(RankingExtract.first(numbers(1, 4_000))).hasSize(200);

        var form = Bundle.packaged().text("forms/review-prioritisation.form");
        assertThat(rendered(form, "rankingExtent", new Extent(200, 200)))
                .startsWith("Listan visar hela prioriteringen: 200 ansökningar.");
        assertThat(rendered(form, "rankingExtent", new Extent(5_000, 200)))
                .startsWith("Listan visar 200 av 5000 ansökningar: de som ligger närmast gränsen");
        var waiting = Bundle.packaged().text("forms/await-assessments.form");
        assertThat(rendered(waiting, "stragglersExtent", new Extent(1, 1))).endsWith(" 1 ansökan återstår.");
        assertThat(rendered(waiting, "stragglersExtent", new Extent(4_000, 200)))
                .endsWith(" 4000 ansökningar återstår. De 200 först inkomna visas.");
    }

    @Test
    void formsOfEarlierBundlesGetTheSameInWords() {
        assertThat(EarlierExtentTexts.ranking(new Extent(200, 200)))
                .isEqualTo("Listan visar hela prioriteringen: 200 ansökningar.");
        assertThat(EarlierExtentTexts.ranking(new Extent(5_000, 200)))
                .startsWith("Listan visar 200 av 5000 ansökningar:");
        assertThat(EarlierExtentTexts.stragglers(new Extent(3, 3))).isEqualTo("3 ansökningar återstår.");
        assertThat(EarlierExtentTexts.stragglers(new Extent(1, 1))).isEqualTo("1 ansökan återstår.");
        assertThat(EarlierExtentTexts.stragglers(new Extent(4_000, 200)))
                .isEqualTo("4000 ansökningar återstår. De 200 först inkomna visas.");
    }

    /** The text of the form that shows the content. */
    private static String rendered(String form, String content, Extent extent) throws IOException {
        var values = Map.<String, Object>of("applications", extent.applications(), "shown", extent.shown());
        return new ObjectMapper()
                .readTree(form).findValuesAsText("text").stream()
                        .filter(text -> text.contains(content))
                        .map(text -> Template.of(text).render(Map.of(content, values, "callInfo", Map.of())))
                        .findFirst()
                        .orElseThrow();
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
                Reference.of("K-2026-2-" + rank),
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
