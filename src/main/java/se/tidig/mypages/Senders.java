package se.tidig.mypages;

import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.engine.StaffRegister;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.ApplicantPerson;

/** Tells what a party may know of who sent something in: its own people by name, staff not at all. */
@Component
class Senders {

    private final ApplicantAccounts accounts;
    private final StaffRegister staff;

    Senders(ApplicantAccounts accounts, StaffRegister staff) {
        this.accounts = accounts;
        this.staff = staff;
    }

    /** Whether staff have entered it. */
    boolean isStaff(Actor actor) {
        return actor != null && staff.findEver(actor.value()).isPresent();
    }

    /** The person's name; null if it is none of the portal's people. */
    String name(Actor actor) {
        return actor == null || isStaff(actor)
                ? null
                : accounts.find(actor.value()).map(ApplicantPerson::name).orElse(null);
    }
}
