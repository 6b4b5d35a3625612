package se.tidig.bundle.deployment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;

/** The content of the task *Nya medföljande modeller*. */
@Component
class ModelOfferContent implements CaseContent {

    private final ModelOffers offers;

    ModelOfferContent(ModelOffers offers) {
        this.offers = offers;
    }

    record Offered(LocalDate date, List<ChangedFile> files, List<Sentence> faults, List<Sentence> tags) {}

    record ChangedFile(String file, String change) {}

    record Sentence(String text) {}

    @Shows("newModels")
    Optional<Offered> newModels(CaseTask task) {
        return offers.latest().map(ModelOfferContent::shown);
    }

    private static Offered shown(ModelOffers.Offer offer) {
        return new Offered(
                SwedishDate.on(offer.at().toInstant()),
                offer.files().stream()
                        .map(line -> new ChangedFile(line.file(), line.change()))
                        .toList(),
                sentences(offer.faults()),
                sentences(offer.tags()));
    }

    private static List<Sentence> sentences(List<String> texts) {
        return texts.stream().map(Sentence::new).toList();
    }
}
