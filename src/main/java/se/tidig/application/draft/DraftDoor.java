package se.tidig.application.draft;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.ApplicantPerson;
import se.tidig.organisation.Membership;
import se.tidig.organisation.Memberships;
import se.tidig.organisation.Organisation;
import se.tidig.organisation.Organisations;
import se.tidig.organisation.Right;

/**
 * Decides what a person may do with a draft: what their organisation lets them, or what an invitation to this draft
 * lets them, whichever is more.
 */
@Component
class DraftDoor {

    private final ApplicantAccounts accounts;
    private final Memberships memberships;
    private final Organisations organisations;
    private final DraftGuests guests;

    DraftDoor(ApplicantAccounts accounts, Memberships memberships, Organisations organisations, DraftGuests guests) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.organisations = organisations;
        this.guests = guests;
    }

    /**
     * What a person may do with one draft.
     *
     * @param membership the person's, with the right to this draft
     * @param guest whether they do not act for the organisation and are only invited to the draft
     */
    record Access(Membership membership, boolean guest) {}

    /** @throws NoSuchDraft if the person has nothing to do with the draft */
    Access of(String person, Draft draft) {
        return accounts.find(person).flatMap(account -> of(account, draft)).orElseThrow(NoSuchDraft::new);
    }

    private Optional<Access> of(ApplicantPerson person, Draft draft) {
        var own = memberships.of(person.id(), draft.organisation());
        if (own.filter(member -> member.right() == Right.SUBMIT).isPresent()) {
            return own.map(member -> new Access(member, false));
        }
        var guest = guests.accepted(draft.id(), person.email());
        if (own.isEmpty()) {
            return guest.map(invited -> new Access(asMember(person, draft, invited), true));
        }
        return own.map(member -> new Access(
                guest.filter(invited -> !member.right().includes(invited.right()))
                        .map(invited -> with(member, invited.right()))
                        .orElse(member),
                false));
    }

    private Membership asMember(ApplicantPerson person, Draft draft, DraftGuest guest) {
        return new Membership(
                person.id(),
                draft.organisation(),
                organisations
                        .findById(draft.organisation())
                        .map(Organisation::name)
                        .orElse(null),
                guest.right(),
                null,
                guest.acceptedAt());
    }

    private static Membership with(Membership member, Right right) {
        return new Membership(
                member.person(),
                member.organisationNumber(),
                member.organisationName(),
                right,
                member.position(),
                member.since());
    }
}
