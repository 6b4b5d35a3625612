package se.tidig.notification;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseContents;
import se.tidig.form.CaseTask;

/** The addresses behind {@code applicant}, {@code subscribers} and {@code group:...} of a case. */
@Component
class Recipients {

    private static final String GROUP = "group:";

    private final CaseContents contents;
    private final StaffRegister staff;
    private final Subscriptions subscriptions;

    Recipients(CaseContents contents, StaffRegister staff, Subscriptions subscriptions) {
        this.contents = contents;
        this.staff = staff;
        this.subscriptions = subscriptions;
    }

    /**
     * The addresses; none where nobody subscribes.
     *
     * @throws IllegalStateException with a Swedish sentence where somebody ought to be reached and cannot
     */
    List<String> of(String to, CaseTask task) {
        if (to.startsWith(GROUP)) {
            return members(to.substring(GROUP.length()), task.board());
        }
        return switch (to) {
            case "applicant" -> List.of(applicant(task));
            case "subscribers" -> subscriptions.addresses(task.board());
            default ->
                throw new IllegalStateException("Mottagaren \"" + to
                        + "\" är okänd. Skriv applicant, subscribers eller group: och en grupp i modellen.");
        };
    }

    private String applicant(CaseTask task) {
        if (contents.read("applicant", task) instanceof Map<?, ?> applicant
                && applicant.get("email") instanceof String email
                && !email.isBlank()) {
            return email;
        }
        throw new IllegalStateException("Sökanden i " + task.reference()
                + " har ingen e-postadress. Lägg till adressen i ärendet och försök igen.");
    }

    private List<String> members(String group, String board) {
        var found = staff.all().stream()
                .filter(person -> person.active() && person.groups().contains(group))
                .filter(person ->
                        person.boards().stream().anyMatch(own -> own.name().equals(board)))
                .map(person -> person.email())
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("Ingen i gruppen " + group + " hör till länsstyrelsen " + board
                    + ". Lägg till en person i gruppen och försök igen.");
        }
        return found;
    }
}
