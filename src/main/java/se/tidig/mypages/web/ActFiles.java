package se.tidig.mypages.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import se.tidig.document.Upload;
import se.tidig.document.UploadRefused;
import se.tidig.document.UploadService;
import se.tidig.document.UploadState;
import se.tidig.document.Uploads;
import se.tidig.form.FormDocument;
import se.tidig.form.FormSchema;
import se.tidig.form.FormUpload;

/**
 * The files that are sent on the page of an act. Until the act is handed in, they are kept in the folder that the page's
 * token names.
 */
@Component
class ActFiles {

    private final UploadService service;
    private final Uploads uploads;
    private final MessageSource messages;

    ActFiles(UploadService service, Uploads uploads, MessageSource messages) {
        this.service = service;
        this.uploads = uploads;
        this.messages = messages;
    }

    /**
     * Takes the files that are sent, whichever button was pressed.
     *
     * @return why files were not taken, by the name of the document
     */
    Map<String, String> receive(
            NativeWebRequest request, UUID folder, FormSchema form, String person, Locale language) {
        var refused = new LinkedHashMap<String, String>();
        var multipart = request.getNativeRequest(MultipartHttpServletRequest.class);
        if (multipart == null) {
            return refused;
        }
        for (var asked : FormUpload.of(form)) {
            for (var file : multipart.getFiles(asked.name())) {
                if (file.getOriginalFilename() == null
                        || file.getOriginalFilename().isEmpty()) {
                    continue;
                }
                try {
                    service.receive(folder.toString(), asked, file.getOriginalFilename(), file.getBytes(), person);
                } catch (UploadRefused why) {
                    refused.put(
                            asked.name(),
                            messages.getMessage(
                                    "upload.refused." + why.reason(),
                                    new Object[] {why.name(), why.limit()},
                                    language));
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }
        }
        return refused;
    }

    /** Takes a file away; what is no file of the page is left alone. */
    void remove(UUID folder, String id) {
        if (id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            service.remove(folder.toString(), UUID.fromString(id));
        }
    }

    Map<String, List<FormDocument.File>> shown(UUID folder, Locale language) {
        return uploads.inFolder(folder.toString()).stream()
                .collect(Collectors.groupingBy(
                        Upload::question, Collectors.mapping(upload -> file(upload, language), Collectors.toList())));
    }

    private FormDocument.File file(Upload upload, Locale language) {
        return new FormDocument.File(
                upload.id().toString(),
                upload.name(),
                upload.size(),
                switch (upload.state()) {
                    case CLEAN, UNSCANNED -> FormDocument.State.RECEIVED;
                    case WAITING -> FormDocument.State.SCANNING;
                    case INFECTED -> FormDocument.State.REFUSED;
                },
                upload.state() == UploadState.INFECTED
                        ? messages.getMessage("draft.file.infected", null, language)
                        : null,
                null,
                null);
    }
}
