package se.tidig.engine;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people reach Tidig, for links that are written without a request: in mails. */
@Component
public class SiteAddress {

    private final String address;

    public SiteAddress(@Value("${tidig.address}") String address) {
        this.address = address.replaceAll("/+$", "");
    }

    /**
     * The whole address of a page.
     *
     * @param path begins with a slash
     */
    public String of(String path) {
        return address + path;
    }
}
