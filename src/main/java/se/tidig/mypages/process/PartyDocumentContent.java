package se.tidig.mypages.process;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;

/** Which kind of document the party is writing. */
@Component
class PartyDocumentContent implements CaseContent {

    /** @param kind as the process {@code incoming-document} names it */
    record Written(String kind) {}

    @Shows("partyDocument")
    Optional<Written> written(CaseTask task) {
        return Optional.ofNullable(task.text("documentKind")).map(Written::new);
    }
}
