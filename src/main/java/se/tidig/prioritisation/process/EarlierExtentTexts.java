package se.tidig.prioritisation.process;

import se.tidig.bundle.EarlierBundles;

/** How much of a list a form shows, in words for forms of earlier bundles; today's forms hold the words themselves. */
final class EarlierExtentTexts {

    private EarlierExtentTexts() {}

    static String ranking(RankingExtract.Extent extent) {
        return text("ranking", extent);
    }

    static String stragglers(RankingExtract.Extent extent) {
        return text("stragglers", extent);
    }

    private static String text(String list, RankingExtract.Extent extent) {
        return EarlierBundles.text(
                list + (extent.shown() < extent.applications() ? ".part" : ".whole"),
                extent.applications(),
                extent.shown());
    }
}
