package se.tidig.application;

import java.util.List;
import org.springframework.util.MultiValueMap;
import se.tidig.Reference;

/**
 * Applies in the portal without a browser: what the pages of a draft do one after the other, by the same services and
 * with the rights of the same person.
 */
public interface WholeApplication {

    /**
     * Begins the organisation's draft, saves each of its pages, sends the files and makes the whole declaration.
     *
     * @param person the e-mail address that the person logs in with; must act for the organisation and may submit
     * @param typed in all pages, as a browser sends it
     * @return the application's reference
     * @throws se.tidig.form.Rejected as the pages are refused
     */
    Reference apply(
            String person,
            String organisation,
            Reference call,
            MultiValueMap<String, String> typed,
            List<SentFile> files,
            Signatory signatory);

    /**
     * A file that is sent.
     *
     * @param document that it is, by the name of its control: {@code attachments.statutes}
     */
    record SentFile(String document, String name, byte[] content) {}

    /** A person who signs for the organisation, and in what position. */
    record Signatory(String name, String role) {}
}
