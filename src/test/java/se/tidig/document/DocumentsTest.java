package se.tidig.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.Reference;
import se.tidig.TestTime;
import se.tidig.application.ApplicationFixture;
import se.tidig.document.Documents.NewDocument;
import se.tidig.organisation.Board;

/** The stored documents of a case. */
@DomainTest
class DocumentsTest {

    @Autowired
    Documents documents;

    @Autowired
    ApplicationFixture applications;

    @Test
    void theLatestIsTheNewestOfItsKindAndCase() {
        var reference =
                applications.receive(Board.K, ApplicationFixture.answers()).reference();
        var other = applications.receive(Board.K, ApplicationFixture.answers()).reference();
        var first = store(reference, "decision", "ett", null);
        TestTime.pass(Duration.ofMinutes(1));
        var second = store(reference, "decision", "två", null);
        TestTime.pass(Duration.ofMinutes(1));
        store(reference, "receipt", "kvitto", null);
        store(other, "decision", "annat ärende", null);

        var latest = documents.latest(reference, "decision").orElseThrow();
        assertThat(latest.id()).isEqualTo(second.id()).isNotEqualTo(first.id());
        assertThat(documents.content(latest)).asString(UTF_8).isEqualTo("två");
        assertThat(documents.of(reference))
                .extracting(Document::kind)
                .containsExactly("decision", "decision", "receipt");
        assertThat(documents.latest(reference, "agreement")).isEmpty();
        assertThat(documents.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void aStepThatIsTriedAgainStoresItsDocumentOnce() {
        var reference =
                applications.receive(Board.K, ApplicationFixture.answers()).reference();
        var first = store(reference, "decision", "ett", "step-1");
        TestTime.pass(Duration.ofMinutes(1));
        var later = store(reference, "decision", "två", "step-2");
        TestTime.pass(Duration.ofMinutes(1));

        assertThat(store(reference, "decision", "ett", "step-1").id()).isEqualTo(first.id());
        assertThat(documents.of(reference)).extracting(Document::id).containsExactly(first.id(), later.id());
    }

    private Document store(Reference reference, String kind, String content, String origin) {
        return documents.store(new NewDocument(
                reference,
                "K",
                kind,
                "Beslut",
                "beslut.pdf",
                "application/pdf",
                content.getBytes(UTF_8),
                Actor.of("SYSTEM"),
                origin));
    }
}
