package se.tidig.notification;

import java.util.List;
import org.springframework.stereotype.Service;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseTask;

/**
 * The addresses behind {@code applicant}, {@code refusedAgent}, {@code subscribers} and {@code group:...} of a case. A
 * mail to an applicant goes to the agent who acts for the applicant, with a copy to the contact person.
 */
@Service
class RecipientService {

    private static final String GROUP = "group:";

    private final Party party;
    private final StaffRegister staff;
    private final Subscriptions subscriptions;

    RecipientService(Party party, StaffRegister staff, Subscriptions subscriptions) {
        this.party = party;
        this.staff = staff;
        this.subscriptions = subscriptions;
    }

    /**
     * The addresses; empty if nobody subscribes.
     *
     * @throws IllegalStateException with a Swedish sentence, if the mail must reach a person and there is no address
     */
    Addressees of(String to, CaseTask task) {
        if (to.startsWith(GROUP)) {
            return Addressees.all(members(to.substring(GROUP.length()), task.board()));
        }
        return switch (to) {
            case "applicant" -> party(task);
            case "refusedAgent" -> refusedAgent(task);
            case "subscribers" -> Addressees.all(subscriptions.addresses(task.board()));
            default ->
                throw new IllegalStateException(
                        "Mejlmottagaren \"" + to
                                + "\" är okänd. Skriv applicant, refusedAgent, subscribers eller group: och en grupp i modellen.");
        };
    }

    private Addressees party(CaseTask task) {
        var addresses = party.addresses(task.reference());
        var contact = addresses
                .map(Party.Addresses::contact)
                .filter(email -> !email.isBlank())
                .orElseThrow(() -> new IllegalStateException("Sökanden i " + task.reference()
                        + " har ingen e-postadress. Lägg till adressen i ärendet och försök igen."));
        return addresses
                .map(Party.Addresses::agent)
                .filter(email -> !email.isBlank() && !email.equalsIgnoreCase(contact))
                .map(agent -> new Addressees(List.of(agent), List.of(contact)))
                .orElseGet(() -> Addressees.all(List.of(contact)));
    }

    /** The agent whom the case's latest decision on agents concerns (14 § FL). */
    private Addressees refusedAgent(CaseTask task) {
        return party.refusedAgent(task.reference())
                .map(email -> Addressees.all(List.of(email)))
                .orElseThrow(() -> new IllegalStateException("Inget ombud i " + task.reference()
                        + " har nekats att medverka. Skicka mejlet till applicant i modellen."));
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

    /** The addresses that a mail is sent to, and those that get a copy. */
    record Addressees(List<String> to, List<String> copies) {

        static Addressees all(List<String> to) {
            return new Addressees(to, List.of());
        }

        /** The addresses as the record of a mail stores them. */
        String written() {
            var addressed = String.join(", ", to);
            return copies.isEmpty() ? addressed : addressed + ", kopia: " + String.join(", ", copies);
        }
    }
}
