package se.tidig.mypages;

import java.time.Clock;
import org.springframework.stereotype.Component;
import se.tidig.engine.DemoStaff;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.Membership;
import se.tidig.organisation.Memberships;
import se.tidig.organisation.Organisations;
import se.tidig.organisation.Right;

/** People who act for organisations in the portal; their password is that of the demonstration's staff. */
@Component
public class PartyFixture {

    /** The organisation of the applications that the fixtures write. */
    public static final String NUMBER = "8020024280";

    private final ApplicantAccounts accounts;
    private final Organisations organisations;
    private final Memberships memberships;
    private final Clock clock;

    PartyFixture(ApplicantAccounts accounts, Organisations organisations, Memberships memberships, Clock clock) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.memberships = memberships;
        this.clock = clock;
    }

    public void person(String email, String name, String organisation, Right right) {
        accounts.register(email, name, DemoStaff.PASSWORD);
        organisations.ensure(organisation, "Föreningen " + organisation, clock.instant());
        memberships.save(new Membership(
                accounts.find(email).orElseThrow().id(),
                organisation,
                "Föreningen " + organisation,
                right,
                null,
                clock.instant()));
    }
}
