package se.tidig.document;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Reference;
import se.tidig.Sha256;

/** The files that applicants have handed in. The caller checks who may see them. */
@Repository
public class Uploads {

    private static final String COLUMNS =
            "id, folder, reference, question, name, media_type, size, sha256, state, found,"
                    + " uploaded_by, uploaded_at";

    private final JdbcClient jdbc;

    Uploads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The files of a draft, oldest first. */
    public List<Upload> inFolder(String folder) {
        return jdbc.sql("select " + COLUMNS + " from tidig.upload where folder = ? order by uploaded_at, id")
                .param(folder)
                .query(Upload.class)
                .list();
    }

    /** The files of a case, oldest first. */
    public List<Upload> of(Reference reference) {
        return jdbc.sql("select " + COLUMNS + " from tidig.upload where reference = ? order by uploaded_at, id")
                .param(reference.value())
                .query(Upload.class)
                .list();
    }

    public Optional<Upload> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from tidig.upload where id = ?")
                .param(id)
                .query(Upload.class)
                .optional();
    }

    /** The content; empty if the scanner has not passed it. */
    public Optional<byte[]> content(Upload upload) {
        return upload.state().isOpen()
                ? jdbc.sql("select content from tidig.upload where id = ?")
                        .param(upload.id())
                        .query(byte[].class)
                        .optional()
                : Optional.empty();
    }

    void add(Upload upload, byte[] content) {
        jdbc.sql("insert into tidig.upload (" + COLUMNS + ", content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        upload.id(),
                        upload.folder(),
                        Objects.toString(upload.reference(), null),
                        upload.question(),
                        upload.name(),
                        upload.mediaType(),
                        upload.size(),
                        Sha256.hex(content),
                        upload.state().name(),
                        upload.found(),
                        upload.uploadedBy(),
                        OffsetDateTime.ofInstant(upload.uploadedAt(), ZoneOffset.UTC),
                        content)
                .update();
    }

    /** Until the transaction ends other files for the folder wait. */
    void lock(String folder) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("upload to " + folder)
                .query(rows -> {});
    }

    /** Takes a file out of a draft that is not handed in. */
    void remove(String folder, UUID id) {
        jdbc.sql("delete from tidig.upload where id = ? and folder = ? and reference is null")
                .params(id, folder)
                .update();
    }

    void handIn(String folder, Reference reference) {
        jdbc.sql("update tidig.upload set reference = ? where folder = ? and reference is null")
                .params(reference.value(), folder)
                .update();
    }

    /** The oldest file that waits for the scanner and that no other node scans; locked until the transaction ends. */
    Optional<Upload> nextToScan() {
        return jdbc.sql("select " + COLUMNS + " from tidig.upload where state = 'WAITING' order by uploaded_at limit 1"
                        + " for update skip locked")
                .query(Upload.class)
                .optional();
    }

    byte[] contentToScan(Upload upload) {
        return jdbc.sql("select content from tidig.upload where id = ?")
                .param(upload.id())
                .query(byte[].class)
                .single();
    }

    void clean(Upload upload) {
        jdbc.sql("update tidig.upload set state = 'CLEAN' where id = ?")
                .param(upload.id())
                .update();
    }

    void infected(Upload upload, String found) {
        jdbc.sql("update tidig.upload set state = 'INFECTED', found = ?, content = '' where id = ?")
                .params(found, upload.id())
                .update();
    }
}
