package se.tidig.mypages;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.engine.StaffRegister;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.ApplicantPerson;

/** Reads what a party has sent in, without the names of staff and without anything that staff have noted. */
@Component
public class SentInReader {

    private final CaseJournal journal;
    private final ApplicantAccounts accounts;
    private final StaffRegister staff;

    SentInReader(CaseJournal journal, ApplicantAccounts accounts, StaffRegister staff) {
        this.journal = journal;
        this.accounts = accounts;
        this.staff = staff;
    }

    /** Newest first. */
    public List<SentIn> of(Reference reference) {
        return journal.documents(reference).stream()
                .map(this::read)
                .sorted(Comparator.comparing(SentIn::at).reversed())
                .toList();
    }

    private SentIn read(CaseEvent event) {
        var byStaff =
                event.actor() != null && staff.findEver(event.actor().value()).isPresent();
        return new SentIn(
                event.kind(),
                event.at(),
                byStaff,
                byStaff ? null : name(event.actor()),
                event.kind() == EventKind.APPLICATION ? null : event.text());
    }

    private String name(Actor actor) {
        return actor == null
                ? null
                : accounts.find(actor.value()).map(ApplicantPerson::name).orElse(null);
    }
}
