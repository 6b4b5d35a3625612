package se.tidig.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.organisation.OrganisationEvent.Kind;
import se.tidig.organisation.OrganisationRefusal.Reason;

/**
 * Decides who acts for an organisation. The first person to name an organisation that Tidig does not know acts for it at
 * once: what they send in is examined like a paper application (10 § of ordinance 2016:1364). An organisation that has
 * cases or people gives nobody access by itself: its people answer, or, if it has none, staff do.
 */
@Service
@Transactional
public class OrganisationPeopleService {

    /** The most open invitations of one organisation, so that nobody can make Tidig mail thousands of people. */
    private static final int MOST_INVITATIONS = 50;

    private final Organisations organisations;
    private final Memberships memberships;
    private final ApplicantAccounts accounts;
    private final OrganisationPeopleRegister register;
    private final AccountMails mails;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrganisationPeopleService(
            Organisations organisations,
            Memberships memberships,
            ApplicantAccounts accounts,
            OrganisationPeopleRegister register,
            AccountMails mails,
            ApplicationEventPublisher events,
            Clock clock) {
        this.organisations = organisations;
        this.memberships = memberships;
        this.accounts = accounts;
        this.register = register;
        this.mails = mails;
        this.events = events;
        this.clock = clock;
    }

    /** How an organisation that somebody wants to act for is known. */
    public enum Standing {
        UNKNOWN,
        /** It has cases, and nobody acts for it in the portal. */
        WITHOUT_PEOPLE,
        WITH_PEOPLE,
        /** The person acts for it already. */
        OWN
    }

    /**
     * A person who acts for an organisation, as colleagues see them.
     *
     * @param lastLogin null if they have not logged in
     */
    public record Colleague(Membership membership, String name, String email, Instant lastLogin) {}

    @Transactional(readOnly = true)
    public Standing standing(ApplicantPerson person, OrganisationNumber number) {
        var people = memberships.ofOrganisation(number.digits());
        if (people.stream().anyMatch(member -> member.person().equals(person.id()))) {
            return Standing.OWN;
        }
        if (!people.isEmpty()) {
            return Standing.WITH_PEOPLE;
        }
        return organisations.existsById(number.digits()) ? Standing.WITHOUT_PEOPLE : Standing.UNKNOWN;
    }

    /**
     * The person wants to act for the organisation.
     *
     * @param type an alternative of the application form's question; null if it is not given
     * @param position in the organisation, in the person's own words
     * @return whether the organisation was known: if it was {@link Standing#UNKNOWN}, the person now acts for it;
     *     otherwise the person's request waits for an answer
     */
    public Standing claim(
            ApplicantPerson person, OrganisationNumber number, String name, String type, String position) {
        var wasKnown = organisations.existsById(number.digits());
        organisations.ensure(number.digits(), name, clock.instant());
        // Of two who name it at the same time, the second finds the first.
        var organisation = organisations.lock(number.digits());
        var people = memberships.ofOrganisation(number.digits());
        if (people.stream().anyMatch(member -> member.person().equals(person.id()))) {
            throw new OrganisationRefusal(Reason.ALREADY_MEMBER);
        }
        if (wasKnown || !people.isEmpty()) {
            ask(person, organisation, people, position);
            return people.isEmpty() ? Standing.WITHOUT_PEOPLE : Standing.WITH_PEOPLE;
        }
        organisation.describe(
                new Organisation.Description(name, type, null, null, null, null), List.of(), clock.instant());
        organisations.save(organisation);
        memberships.save(new Membership(person.id(), number.digits(), name, Right.SUBMIT, position, clock.instant()));
        register.note(number.digits(), person.name(), Kind.FOUNDED, null, Right.SUBMIT);
        return Standing.UNKNOWN;
    }

    private void ask(ApplicantPerson person, Organisation organisation, List<Membership> people, String position) {
        if (!register.request(organisation.number(), person.id(), position)) {
            throw new OrganisationRefusal(Reason.ALREADY_ASKED);
        }
        register.note(organisation.number(), person.name(), Kind.ASKED, null, null);
        people.stream()
                .filter(member -> member.right().includes(Right.SUBMIT))
                .flatMap(member -> accounts.find(member.person()).stream())
                .forEach(member -> mails.toPerson(
                        AccountMail.Kind.ASKED,
                        member,
                        SWEDISH,
                        plain(organisation.name(), organisation.number()),
                        person.name()));
    }

    /** Nobody knows which language a colleague reads. */
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    @Transactional(readOnly = true)
    public List<AdmissionRequest> requestsBy(ApplicantPerson person) {
        return register.requestsBy(person.id());
    }

    @Transactional(readOnly = true)
    public List<Invitation> invitationsTo(ApplicantPerson person) {
        return register.invitationsTo(person.email());
    }

    /** What an organisation's people see about each other; empty if the person does not act for it. */
    @Transactional(readOnly = true)
    public Optional<Circle> circle(ApplicantPerson person, String number) {
        return memberships.of(person.id(), number).map(own -> {
            var decides = own.right().includes(Right.SUBMIT);
            return new Circle(
                    own,
                    organisations.findById(number).map(Organisation::type).orElse(null),
                    memberships.ofOrganisation(number).stream()
                            .map(this::colleague)
                            .toList(),
                    register.invitationsOf(number),
                    decides ? register.requestsOf(number) : List.of(),
                    register.events(number));
        });
    }

    private Colleague colleague(Membership member) {
        var person = accounts.find(member.person()).orElseThrow();
        return new Colleague(
                member,
                person.name(),
                person.email(),
                register.lastLogin(person.id()).orElse(null));
    }

    /**
     * An organisation and those who act for it.
     *
     * @param own membership of the person who looks
     * @param type an alternative of the application form's question; null if unknown
     */
    public record Circle(
            Membership own,
            String type,
            List<Colleague> colleagues,
            List<Invitation> invitations,
            List<AdmissionRequest> requests,
            List<OrganisationEvent> events) {

        public boolean decides() {
            return own.right().includes(Right.SUBMIT);
        }
    }

    /** Invites the address; an open invitation to the same address is replaced. */
    public void invite(ApplicantPerson person, String number, String email, Right right, Locale language) {
        var own = decide(person, number);
        var address = ApplicantAccounts.written(email);
        var known = accounts.find(address);
        if (known.flatMap(guest -> memberships.of(guest.id(), number)).isPresent()) {
            throw new OrganisationRefusal(Reason.ALREADY_MEMBER);
        }
        register.withdrawInvitations(number, address);
        if (register.invitationsOf(number).size() >= MOST_INVITATIONS || !mails.mayWrite(address)) {
            throw new OrganisationRefusal(Reason.TOO_MANY);
        }
        register.invite(number, address, right, person.id());
        register.note(number, person.name(), Kind.INVITED, address, right);
        mails.toAddress(
                AccountMail.Kind.INVITED, address, language, plain(own.organisationName(), number), person.name());
    }

    public void withdraw(ApplicantPerson person, String number, UUID invitation) {
        decide(person, number);
        var open = register.invitation(invitation)
                .filter(found -> found.organisationNumber().equals(number))
                .filter(found -> register.answerInvitation(invitation, "WITHDRAWN"))
                .orElseThrow(() -> new OrganisationRefusal(Reason.GONE));
        register.note(number, person.name(), Kind.INVITATION_WITHDRAWN, open.email(), null);
    }

    /** Accepts or declines an invitation to the person's own confirmed address. */
    public Invitation answer(ApplicantPerson person, UUID invitation, boolean accept) {
        var open = register.invitation(invitation)
                .filter(found -> found.email().equals(person.email()))
                .filter(found -> found.expiresAt().isAfter(clock.instant()))
                .filter(found -> register.answerInvitation(invitation, accept ? "ACCEPTED" : "DECLINED"))
                .orElseThrow(() -> new OrganisationRefusal(Reason.GONE));
        var number = open.organisationNumber();
        organisations.lock(number);
        if (accept && memberships.of(person.id(), number).isEmpty()) {
            memberships.save(
                    new Membership(person.id(), number, open.organisationName(), open.right(), null, clock.instant()));
            register.requestsOf(number).stream()
                    .filter(request -> request.person().equals(person.id()))
                    .forEach(request -> register.answerRequest(request.id(), "ADMITTED"));
        }
        register.note(
                number, person.name(), accept ? Kind.ACCEPTED : Kind.DECLINED, null, accept ? open.right() : null);
        return open;
    }

    /** Somebody who may submit answers a request. */
    public void answerRequest(ApplicantPerson person, String number, UUID request, Optional<Right> admitted) {
        decide(person, number);
        answerRequest(person.name(), number, request, admitted);
    }

    private void answerRequest(String actor, String number, UUID id, Optional<Right> admitted) {
        var request = register.request(id)
                .filter(found -> found.organisationNumber().equals(number))
                .filter(found -> register.answerRequest(id, admitted.isPresent() ? "ADMITTED" : "REFUSED"))
                .orElseThrow(() -> new OrganisationRefusal(Reason.GONE));
        admitted.ifPresent(right -> memberships.save(new Membership(
                request.person(), number, request.organisationName(), right, request.position(), clock.instant())));
        register.note(
                number,
                actor,
                admitted.isPresent() ? Kind.ADMITTED : Kind.REFUSED,
                request.name(),
                admitted.orElse(null));
        mails.toPerson(
                admitted.isPresent() ? AccountMail.Kind.ADMITTED : AccountMail.Kind.REFUSED,
                accounts.find(request.person()).orElseThrow(),
                SWEDISH,
                plain(request.organisationName(), number));
    }

    /** Requests that staff answer: about organisations that have cases, and nobody who acts for them in the portal. */
    @Transactional(readOnly = true)
    public List<AdmissionRequest> requestsToStaff() {
        return register.requestsToStaff();
    }

    /**
     * Staff answer a request about an organisation without people. Who is admitted may submit, and so let in others.
     *
     * @param staffName as the organisation's people see it
     */
    public AdmissionRequest answerAsStaff(UUID id, boolean admit, String staffName) {
        var request = register.request(id).orElseThrow(() -> new OrganisationRefusal(Reason.GONE));
        organisations.lock(request.organisationNumber());
        if (!memberships.ofOrganisation(request.organisationNumber()).isEmpty()) {
            throw new OrganisationRefusal(Reason.NOT_STAFFS);
        }
        answerRequest(
                staffName, request.organisationNumber(), id, admit ? Optional.of(Right.SUBMIT) : Optional.empty());
        return request;
    }

    /** Changes a colleague's right, or one's own to a lesser one. */
    public void change(ApplicantPerson person, String number, UUID colleague, Right right) {
        decide(person, number);
        var member = member(colleague, number);
        if (!right.includes(Right.SUBMIT)) {
            keepOneWhoSubmits(number, member);
        }
        memberships.save(
                new Membership(colleague, number, member.organisationName(), right, member.position(), member.since()));
        register.note(number, person.name(), Kind.CHANGED, nameOf(colleague), right);
    }

    /**
     * Removes a colleague, or oneself; everybody may leave. The invitations that the person has made and nobody has
     * accepted end too: one could be to another address of their own.
     */
    public void remove(ApplicantPerson person, String number, UUID colleague) {
        if (!person.id().equals(colleague)) {
            decide(person, number);
        } else {
            organisations.lock(number);
        }
        var member = member(colleague, number);
        keepOneWhoSubmits(number, member);
        memberships.remove(colleague, number);
        register.withdrawInvitationsBy(number, colleague);
        events.publishEvent(new Membership.Ended(
                number, accounts.find(colleague).orElseThrow().email(), person.name()));
        var left = person.id().equals(colleague);
        register.note(number, person.name(), left ? Kind.LEFT : Kind.REMOVED, left ? null : nameOf(colleague), null);
    }

    private Membership decide(ApplicantPerson person, String number) {
        // Two who decide at the same time decide one after the other, so that the last who submits remains.
        organisations.lockRow(number);
        return memberships
                .of(person.id(), number)
                .filter(own -> own.right().includes(Right.SUBMIT))
                .orElseThrow(() -> new OrganisationRefusal(Reason.NOT_SUBMIT));
    }

    private Membership member(UUID person, String number) {
        return memberships.of(person, number).orElseThrow(() -> new OrganisationRefusal(Reason.GONE));
    }

    private void keepOneWhoSubmits(String number, Membership member) {
        var others = memberships.ofOrganisation(number).stream()
                .filter(other -> !other.person().equals(member.person()))
                .anyMatch(other -> other.right().includes(Right.SUBMIT));
        if (member.right().includes(Right.SUBMIT) && !others) {
            throw new OrganisationRefusal(Reason.LAST);
        }
    }

    /** Applications give names that nobody has checked; a mail to others names no address of a web page. */
    private static String plain(String name, String number) {
        return PlainName.read(name).map(PlainName::text).orElseGet(() -> Organisation.written(number));
    }

    private String nameOf(UUID person) {
        return accounts.find(person).map(ApplicantPerson::name).orElseThrow();
    }
}
