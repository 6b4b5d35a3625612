package se.tidig.document;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends a stored file as a download that the browser saves and never shows as a page of Tidig's own address. */
public final class Download {

    private Download() {}

    public static ResponseEntity<byte[]> of(String name, String mediaType, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                // If a browser shows it all the same, nothing in it runs.
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(content);
    }
}
