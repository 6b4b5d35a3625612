package se.tidig.bundle.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;

/** What the task *Nya medföljande modeller* tells process owners. */
@Component
@Shows("newModels: date, files.file, files.change, faults.text, tags.text")
class OfferedModels implements CaseContent {

    private final ModelOffers offers;

    OfferedModels(ModelOffers offers) {
        this.offers = offers;
    }

    @Override
    public Object read(String key, CaseTask task) {
        return offers.latest().map(OfferedModels::shown).orElse(null);
    }

    private static Map<String, Object> shown(ModelOffers.Offer offer) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("date", SwedishDate.text(SwedishDate.on(offer.at().toInstant())));
        shown.put(
                "files",
                offer.files().stream()
                        .map(line -> Map.of("file", line.file(), "change", line.change()))
                        .toList());
        shown.put("faults", rows(offer.faults()));
        shown.put("tags", rows(offer.tags()));
        return shown;
    }

    private static List<Map<String, String>> rows(List<String> sentences) {
        return sentences.stream().map(sentence -> Map.of("text", sentence)).toList();
    }
}
