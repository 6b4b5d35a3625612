package se.tidig.application.draft;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.application.draft.DraftEvent.Kind;
import se.tidig.application.draft.DraftPeopleRefusal.Reason;
import se.tidig.organisation.AccountMail;
import se.tidig.organisation.AccountMails;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.ApplicantPerson;
import se.tidig.organisation.Membership;
import se.tidig.organisation.Memberships;
import se.tidig.organisation.Organisation;
import se.tidig.organisation.Organisations;
import se.tidig.organisation.PlainName;
import se.tidig.organisation.Right;

/**
 * Invites people to one draft. Who is invited sees that draft and, when it has been submitted, the application as it was
 * handed in; they see nothing else of the organisation. Those who may submit for the organisation decide.
 */
@Service
@Transactional
public class DraftPeopleService {

    private static final Duration VALID = Duration.ofDays(14);

    /** So that nobody makes Tidig write to thousands. */
    private static final int MOST_GUESTS = 20;

    private final Drafts drafts;
    private final DraftGuests guests;
    private final DraftDoor access;
    private final ApplicantAccounts accounts;
    private final Memberships memberships;
    private final Organisations organisations;
    private final AccountMails mails;
    private final Clock clock;

    DraftPeopleService(
            Drafts drafts,
            DraftGuests guests,
            DraftDoor access,
            ApplicantAccounts accounts,
            Memberships memberships,
            Organisations organisations,
            AccountMails mails,
            Clock clock) {
        this.drafts = drafts;
        this.guests = guests;
        this.access = access;
        this.accounts = accounts;
        this.memberships = memberships;
        this.organisations = organisations;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * A person who takes part.
     *
     * @param guest null if they act for the organisation
     * @param name null if the person has no account yet
     */
    public record Participant(DraftGuest guest, String name, String email, Right right) {}

    /**
     * Those who take part in a draft.
     *
     * @param decides whether the person who looks decides who takes part
     * @param own the invitation of the person who looks; null if they act for the organisation
     */
    public record Circle(List<Participant> people, List<DraftEvent> events, boolean decides, DraftGuest own) {}

    /**
     * An invitation that a person can answer; it says nothing of what is written in the draft.
     *
     * @param inviter name of the person who invites
     */
    public record Invited(DraftGuest guest, Draft draft, String organisation, String inviter) {}

    /** @throws NoSuchDraft if the person takes no part in the draft */
    @Transactional(readOnly = true)
    public Circle circle(String person, UUID id) {
        var draft = drafts.find(id).orElseThrow(NoSuchDraft::new);
        var own = access.of(person, draft);
        var people = new ArrayList<Participant>();
        memberships.ofOrganisation(draft.organisation()).forEach(member -> people.add(participant(member)));
        guests.of(id)
                .forEach(guest -> people.add(new Participant(
                        guest,
                        guest.isAccepted()
                                ? accounts.find(guest.email())
                                        .map(ApplicantPerson::name)
                                        .orElse(null)
                                : null,
                        guest.email(),
                        guest.right())));
        return new Circle(
                people,
                guests.events(id),
                decides(own),
                own.guest()
                        ? guests.accepted(id, ApplicantAccounts.written(person)).orElse(null)
                        : null);
    }

    private Participant participant(Membership member) {
        var person = accounts.find(member.person()).orElseThrow();
        return new Participant(null, person.name(), person.email(), member.right());
    }

    private static boolean decides(DraftDoor.Access access) {
        return !access.guest() && access.membership().right().includes(Right.SUBMIT);
    }

    /** Invites the address to the draft; an earlier invitation of the same address is replaced. */
    public void invite(String person, UUID id, String email, Right right, Locale language) {
        var draft = decided(person, id);
        var address = ApplicantAccounts.written(email);
        if (has(address, draft, right)) {
            throw new DraftPeopleRefusal(Reason.HAS_RIGHT);
        }
        if (guests.of(id).size() >= MOST_GUESTS || !mails.mayWrite(address)) {
            throw new DraftPeopleRefusal(Reason.TOO_MANY);
        }
        add(draft, person, address, right);
        tell(AccountMail.Kind.DRAFT_INVITED, draft, person, address, language);
    }

    /**
     * Tells the address that the application waits for its signature; who may not sign for the organisation is invited
     * to this draft.
     */
    void askToSign(Draft draft, String person, String email, Locale language) {
        var address = ApplicantAccounts.written(email);
        var invited = guests.accepted(draft.id(), address)
                .filter(guest -> guest.right().includes(Right.SUBMIT));
        if (invited.isEmpty() && !has(address, draft, Right.SUBMIT)) {
            add(draft, person, address, Right.SUBMIT);
        }
        tell(AccountMail.Kind.SECOND_SIGNATURE, draft, person, address, language);
    }

    private void add(Draft draft, String person, String address, Right right) {
        var now = clock.instant();
        guests.of(draft.id()).stream()
                .filter(guest -> guest.email().equals(address))
                .forEach(guest -> guests.end(guest.id(), now));
        guests.invite(draft.id(), address, right, person, now, now.plus(VALID));
        guests.note(draft.id(), nameOf(person), Kind.INVITED, address, right, now);
    }

    private boolean has(String address, Draft draft, Right right) {
        return accounts.find(address)
                .flatMap(account -> memberships.of(account.id(), draft.organisation()))
                .filter(member -> member.right().includes(right))
                .isPresent();
    }

    private void tell(AccountMail.Kind kind, Draft draft, String person, String address, Locale language) {
        mails.toAddress(
                kind,
                address,
                language,
                PlainName.read(nameOf(draft))
                        .map(PlainName::text)
                        .orElseGet(() -> Organisation.written(draft.organisation())),
                nameOf(person),
                draft.id().toString());
    }

    /** Ends a person's part in the draft, or one's own. */
    public void remove(String person, UUID id, UUID guest) {
        var draft = drafts.lock(id).orElseThrow(NoSuchDraft::new);
        var own = access.of(person, draft);
        var found = guests.of(id).stream()
                .filter(one -> one.id().equals(guest))
                .findFirst()
                .orElseThrow(() -> new DraftPeopleRefusal(Reason.GONE));
        var leaves = found.email().equals(ApplicantAccounts.written(person));
        if (!leaves && !decides(own)) {
            throw new DraftPeopleRefusal(Reason.NOT_DECIDING);
        }
        var now = clock.instant();
        guests.end(guest, now);
        guests.note(id, nameOf(person), leaves ? Kind.LEFT : Kind.REMOVED, leaves ? null : found.email(), null, now);
    }

    /** The invitation to the draft that the person can answer. */
    @Transactional(readOnly = true)
    public Optional<Invited> invited(String person, UUID id) {
        return guests.invited(id, ApplicantAccounts.written(person), clock.instant())
                .map(this::invited);
    }

    /** All invitations that the person can answer. */
    @Transactional(readOnly = true)
    public List<Invited> invitedTo(String person) {
        return guests.invitedTo(ApplicantAccounts.written(person), clock.instant()).stream()
                .map(this::invited)
                .toList();
    }

    /** The submitted drafts in which the person takes part only by invitation. */
    @Transactional(readOnly = true)
    public List<UUID> guestIn(String person) {
        return guests.acceptedBy(ApplicantAccounts.written(person)).stream()
                .flatMap(guest -> drafts.find(guest.draft()).stream())
                .filter(draft -> draft.submitted() && access.of(person, draft).guest())
                .map(Draft::id)
                .toList();
    }

    private Invited invited(DraftGuest guest) {
        var draft = drafts.find(guest.draft()).orElseThrow();
        return new Invited(guest, draft, nameOf(draft), nameOf(guest.invitedBy()));
    }

    /** Accepts or declines the invitation to the person's own confirmed address. */
    public void answer(String person, UUID id, boolean accept) {
        var now = clock.instant();
        var guest = guests.invited(id, ApplicantAccounts.written(person), now)
                .filter(open -> accept ? guests.accept(open.id(), now) : guests.end(open.id(), now))
                .orElseThrow(() -> new DraftPeopleRefusal(Reason.GONE));
        guests.note(
                id, nameOf(person), accept ? Kind.ACCEPTED : Kind.DECLINED, null, accept ? guest.right() : null, now);
    }

    private Draft decided(String person, UUID id) {
        // Two people who invite at the same time take turns.
        var draft = drafts.lock(id).orElseThrow(NoSuchDraft::new);
        if (!decides(access.of(person, draft))) {
            throw new DraftPeopleRefusal(Reason.NOT_DECIDING);
        }
        return draft;
    }

    private String nameOf(Draft draft) {
        return organisations
                .findById(draft.organisation())
                .map(Organisation::name)
                .orElseGet(() -> Organisation.written(draft.organisation()));
    }

    private String nameOf(String person) {
        return accounts.find(person).map(ApplicantPerson::name).orElse(person);
    }
}
