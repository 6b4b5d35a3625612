package se.tidig.application.draft;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.call.CallFixture;
import se.tidig.engine.DemoStaff;
import se.tidig.form.PostedAnswers;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.Board;
import se.tidig.organisation.Membership;
import se.tidig.organisation.Memberships;
import se.tidig.organisation.Organisations;
import se.tidig.organisation.Right;

/** Organisations with people, and their drafts, for tests. */
@Component
public class DraftFixture {

    /** An association whose number holds. */
    public static final String BRYGGAN = "8020024280";

    public static final String ANNA = "anna@example.org";

    private final ApplicantAccounts accounts;
    private final Organisations organisations;
    private final Memberships memberships;
    private final DraftService drafts;
    private final CallFixture calls;
    private final Clock clock;

    DraftFixture(
            ApplicantAccounts accounts,
            Organisations organisations,
            Memberships memberships,
            DraftService drafts,
            CallFixture calls,
            Clock clock) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.memberships = memberships;
        this.drafts = drafts;
        this.calls = calls;
        this.clock = clock;
    }

    /** A person with an account who acts for nobody. */
    public String account(String email) {
        var name = Character.toUpperCase(email.charAt(0)) + email.substring(1, email.indexOf('@')) + " Exempelsson";
        accounts.register(email, name, DemoStaff.PASSWORD);
        return email;
    }

    /** A person who acts for the organisation; both are made if they are not there. */
    public String person(String email, String organisation, Right right) {
        account(email);
        organisations.ensure(organisation, "Föreningen Bryggan", clock.instant());
        memberships.save(new Membership(
                accounts.find(email).orElseThrow().id(), organisation, null, right, null, clock.instant()));
        return email;
    }

    /** Anna, who may submit for Föreningen Bryggan, begins a draft in a new call of Blekinge. */
    public UUID begun() {
        return drafts.begin(
                person(ANNA, BRYGGAN, Right.SUBMIT),
                BRYGGAN,
                Reference.of(calls.open(Board.K).value()));
    }

    /** Saves answers as if a page that shows all questions had been opened just now. */
    public Saved type(String person, UUID id, Map<String, Object> typed) {
        return drafts.save(
                person,
                id,
                page(
                        drafts.open(person, id).draft().version(),
                        UUID.randomUUID().toString(),
                        typed));
    }

    /** A page of that version on which the person has typed. */
    public static DraftPage page(int version, String page, Map<String, Object> typed) {
        return new DraftPage("group_project", page, version, shown -> {
            var answers = new LinkedHashMap<>(shown);
            answers.putAll(typed);
            return new PostedAnswers.Read(answers, null);
        });
    }
}
