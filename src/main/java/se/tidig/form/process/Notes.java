package se.tidig.form.process;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import se.tidig.form.Rejected;

/**
 * Guards comments and attachments that people add to a task. A link must lead to a web page, because the webapps
 * would run {@code javascript:} with the rights of whoever clicks. Files belong in the case, where they are
 * registered.
 */
final class Notes {

    private static final int LONGEST_COMMENT = 4000;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 4000;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private Notes() {}

    static boolean isNote(Command<?> command) {
        return command instanceof AddCommentCmd || command instanceof CreateAttachmentCmd;
    }

    /** Whether one note is asked for by its id, which the engine gives to whoever has the id. */
    static boolean isRead(Command<?> command) {
        return command instanceof GetTaskCommentCmd
                || command instanceof GetTaskAttachmentCmd
                || command instanceof GetTaskAttachmentContentCmd;
    }

    /** @throws Rejected if it is too long or the link is not allowed */
    static void check(Command<?> command) {
        if (command instanceof AddCommentCmd) {
            shortEnough(Fields.text(command, "message"), LONGEST_COMMENT, "Kommentaren");
        } else if (command instanceof CreateAttachmentCmd) {
            if (Fields.read(command, "content") != null) {
                throw new Rejected(
                        "",
                        "Filer bifogas inte till uppgifter. Registrera handlingen i ärendet med Inkommen handling.");
            }
            shortEnough(Fields.text(command, "attachmentName"), LONGEST_NAME, "Bilagans namn");
            shortEnough(Fields.text(command, "attachmentType"), LONGEST_NAME, "Bilagans slag");
            shortEnough(Fields.text(command, "attachmentDescription"), LONGEST_DESCRIPTION, "Bilagans beskrivning");
            shortEnough(Fields.text(command, "url"), LONGEST_DESCRIPTION, "Bilagans adress");
            var address = Fields.text(command, "url");
            if (address != null && !isPage(address)) {
                throw new Rejected("", "Bilagans adress ska börja med https:// eller http://.");
            }
        }
    }

    private static void shortEnough(String text, int longest, String what) {
        if (text != null && text.length() > longest) {
            throw new Rejected("", "%s är för lång. Skriv högst %d tecken.".formatted(what, longest));
        }
    }

    private static boolean isPage(String address) {
        try {
            var scheme = new URI(address.strip()).getScheme();
            return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
