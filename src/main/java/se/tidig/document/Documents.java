package se.tidig.document;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sha256;

/** The stored documents of all cases. The caller checks who may read a document. */
@Repository
public class Documents {

    private static final String COLUMNS =
            "id, reference, board, kind, title, filename, content_type, sha256, size, created_at, created_by";

    private final JdbcClient jdbc;
    private final Clock clock;

    Documents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A document to store.
     *
     * @param origin the step that writes the document (an activity instance, for instance). A kind is stored once per
     *     origin; null if a document may be stored any number of times
     */
    public record NewDocument(
            Reference reference,
            String board,
            String kind,
            String title,
            String filename,
            String contentType,
            byte[] content,
            Actor createdBy,
            String origin) {}

    /** Stores the document, or returns the one that the same origin has stored before. */
    @Transactional
    public Document store(NewDocument document) {
        var id = UUID.randomUUID();
        var stored = jdbc.sql("insert into tidig.document (" + COLUMNS + ", content, origin)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        id,
                        document.reference().value(),
                        document.board(),
                        document.kind(),
                        document.title(),
                        document.filename(),
                        document.contentType(),
                        Sha256.hex(document.content()),
                        (long) document.content().length,
                        Timestamp.from(clock.instant()),
                        Actor.text(document.createdBy()),
                        document.content(),
                        document.origin())
                .update();
        return stored == 1 ? find(id).orElseThrow() : storedBefore(document);
    }

    private Document storedBefore(NewDocument document) {
        return jdbc.sql("select " + COLUMNS + " from tidig.document where reference = ? and kind = ? and origin = ?")
                .params(document.reference().value(), document.kind(), document.origin())
                .query(Document.class)
                .single();
    }

    /** The case's newest document of the kind. */
    public Optional<Document> latest(Reference reference, String kind) {
        return jdbc.sql("select " + COLUMNS + " from tidig.document where reference = ? and kind = ?"
                        + " order by created_at desc, id limit 1")
                .params(reference.value(), kind)
                .query(Document.class)
                .optional();
    }

    /** The case's documents, oldest first. */
    public List<Document> of(Reference reference) {
        return jdbc.sql("select " + COLUMNS + " from tidig.document where reference = ? order by created_at, id")
                .param(reference.value())
                .query(Document.class)
                .list();
    }

    public Optional<Document> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from tidig.document where id = ?")
                .param(id)
                .query(Document.class)
                .optional();
    }

    public byte[] content(Document document) {
        return jdbc.sql("select content from tidig.document where id = ?")
                .param(document.id())
                .query(byte[].class)
                .single();
    }
}
