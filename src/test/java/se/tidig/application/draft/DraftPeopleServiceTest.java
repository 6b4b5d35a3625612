package se.tidig.application.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.application.draft.DraftFixture.ANNA;
import static se.tidig.application.draft.DraftFixture.BRYGGAN;
import static se.tidig.application.draft.DraftFixture.page;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Mailbox;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.draft.DraftPeopleRefusal.Reason;
import se.tidig.call.CallFixture;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.ApplicantPerson;
import se.tidig.organisation.Board;
import se.tidig.organisation.Memberships;
import se.tidig.organisation.OrganisationPeopleService;
import se.tidig.organisation.Right;

/** Invitations to one draft: the right holds for that draft, and everything that is done about it is on record. */
@TidigTest
class DraftPeopleServiceTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final String EVA = "eva@example.org";

    @Autowired
    private DraftFixture fixture;

    @Autowired
    private DraftService drafts;

    @Autowired
    private DraftPeopleService people;

    @Autowired
    private DraftSubmissionService submissions;

    @Autowired
    private ApplicationFixture applications;

    @Autowired
    private ApplicantAccounts accounts;

    @Autowired
    private Memberships memberships;

    @Autowired
    private CallFixture calls;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private Play play;

    @Autowired
    private OrganisationPeopleService organisations;

    private UUID id;

    @BeforeEach
    void aDraft() {
        id = fixture.begun();
        fixture.account(EVA);
    }

    @Test
    void whoAcceptsSeesThatDraftAndNoOther() {
        var other = drafts.begin(ANNA, BRYGGAN, Reference.of(calls.open(Board.H).value()));
        people.invite(ANNA, id, "Eva@Example.org ", Right.WRITE, SWEDISH);
        assertThat(mailbox.link(EVA, "DRAFT_INVITED")).isEqualTo("/utkast/" + id + "/inbjudan");
        assertThatThrownBy(() -> drafts.open(EVA, id)).isInstanceOf(NoSuchDraft.class);

        people.answer(EVA, id, true);

        assertThat(drafts.open(EVA, id).guest()).isTrue();
        assertThat(drafts.openOf(EVA)).extracting(open -> open.draft().id()).containsExactly(id);
        assertThatThrownBy(() -> drafts.open(EVA, other)).isInstanceOf(NoSuchDraft.class);
        assertThat(memberships.of(accounts.find(EVA).orElseThrow().id())).isEmpty();
        assertThatThrownBy(() -> drafts.begin(
                        EVA, BRYGGAN, Reference.of(calls.open(Board.F).value())))
                .isInstanceOf(NoSuchDraft.class);
    }

    @Test
    void theRightIsWhatTheInvitationSays() {
        people.invite(ANNA, id, EVA, Right.READ, SWEDISH);
        people.answer(EVA, id, true);
        assertThatThrownBy(() -> drafts.save(EVA, id, page(0, "a", Map.of("title", "Nytt"))))
                .isInstanceOf(MayOnlyRead.class);

        people.invite(ANNA, id, EVA, Right.WRITE, SWEDISH);
        people.answer(EVA, id, true);
        drafts.save(EVA, id, page(0, "a", Map.of("title", "Nytt")));
        assertThat(drafts.open(ANNA, id).title()).isEqualTo("Nytt");
        assertThatThrownBy(() -> submissions.submit(EVA, id, signing())).isInstanceOf(MayOnlyRead.class);

        people.invite(ANNA, id, EVA, Right.SUBMIT, SWEDISH);
        people.answer(EVA, id, true);
        assertThat(submissions.submit(EVA, id, signing()).submittedBy()).isEqualTo(EVA);
    }

    /** The organisation's earlier applications are other cases. */
    @Test
    void aGuestCopiesNoEarlierApplication() {
        var earlier =
                applications.receive(Board.K, ApplicationFixture.answers()).reference();
        people.invite(ANNA, id, EVA, Right.SUBMIT, SWEDISH);
        people.answer(EVA, id, true);

        assertThat(drafts.earlierApplications(drafts.open(ANNA, id))).contains(earlier);
        assertThat(drafts.earlierApplications(drafts.open(EVA, id))).isEmpty();
        assertThatThrownBy(() -> drafts.copy(EVA, id, earlier)).isInstanceOf(NoSuchDraft.class);
    }

    @Test
    void anInvitationRaisesAColleaguesRightInThatDraftAlone() {
        var other = drafts.begin(ANNA, BRYGGAN, Reference.of(calls.open(Board.H).value()));
        fixture.person("bo@example.org", BRYGGAN, Right.READ);
        people.invite(ANNA, id, "bo@example.org", Right.WRITE, SWEDISH);
        people.answer("bo@example.org", id, true);

        assertThat(drafts.open("bo@example.org", id).mayWrite()).isTrue();
        assertThat(drafts.open("bo@example.org", id).guest()).isFalse();
        assertThat(drafts.open("bo@example.org", other).mayWrite()).isFalse();
        refused(Reason.HAS_RIGHT, () -> people.invite(ANNA, id, "bo@example.org", Right.READ, SWEDISH));
    }

    @Test
    void whoIsRemovedFromTheOrganisationKeepsNoPartInItsDraftsUnlessInvitedAnew() {
        fixture.person("bo@example.org", BRYGGAN, Right.READ);
        people.invite(ANNA, id, "bo@example.org", Right.SUBMIT, SWEDISH);
        people.answer("bo@example.org", id, true);

        organisations.remove(account(ANNA), BRYGGAN, account("bo@example.org").id());

        assertThatThrownBy(() -> drafts.open("bo@example.org", id)).isInstanceOf(NoSuchDraft.class);
        assertThat(people.circle(ANNA, id).events().get(0))
                .returns(DraftEvent.Kind.REMOVED, DraftEvent::kind)
                .returns("bo@example.org", DraftEvent::about);
        people.invite(ANNA, id, "bo@example.org", Right.READ, SWEDISH);
        people.answer("bo@example.org", id, true);
        assertThat(drafts.open("bo@example.org", id).guest()).isTrue();
    }

    /** One could be to another address of their own. */
    @Test
    void whatAPersonWhoIsRemovedHasInvitedToIsNotAcceptedAfterwards() {
        fixture.person("bo@example.org", BRYGGAN, Right.SUBMIT);
        people.invite("bo@example.org", id, EVA, Right.SUBMIT, SWEDISH);
        organisations.invite(account("bo@example.org"), BRYGGAN, EVA, Right.SUBMIT, SWEDISH);

        organisations.remove(account(ANNA), BRYGGAN, account("bo@example.org").id());

        refused(Reason.GONE, () -> people.answer(EVA, id, true));
        assertThat(organisations.invitationsTo(account(EVA))).isEmpty();
    }

    private ApplicantPerson account(String email) {
        return accounts.find(email).orElseThrow();
    }

    @Test
    void onlyThoseWhoSubmitForTheOrganisationDecide() {
        fixture.person("bo@example.org", BRYGGAN, Right.WRITE);
        people.invite(ANNA, id, EVA, Right.SUBMIT, SWEDISH);
        people.answer(EVA, id, true);

        refused(Reason.NOT_DECIDING, () -> people.invite("bo@example.org", id, "cia@example.org", Right.READ, SWEDISH));
        refused(Reason.NOT_DECIDING, () -> people.invite(EVA, id, "cia@example.org", Right.READ, SWEDISH));
        fixture.person("dan@example.org", "8024151014", Right.SUBMIT);
        assertThatThrownBy(() -> people.invite("dan@example.org", id, "x@example.org", Right.READ, SWEDISH))
                .isInstanceOf(NoSuchDraft.class);
        assertThatThrownBy(() -> people.circle("dan@example.org", id)).isInstanceOf(NoSuchDraft.class);
    }

    @Test
    void whoIsRemovedOrLeavesSeesNothingMore() {
        people.invite(ANNA, id, EVA, Right.WRITE, SWEDISH);
        people.answer(EVA, id, true);
        people.remove(ANNA, id, guest());
        assertThatThrownBy(() -> drafts.open(EVA, id)).isInstanceOf(NoSuchDraft.class);

        people.invite(ANNA, id, EVA, Right.WRITE, SWEDISH);
        people.answer(EVA, id, true);
        people.remove(EVA, id, guest());
        assertThatThrownBy(() -> drafts.open(EVA, id)).isInstanceOf(NoSuchDraft.class);

        assertThat(people.circle(ANNA, id).events())
                .extracting(DraftEvent::kind)
                .containsExactly(
                        DraftEvent.Kind.LEFT,
                        DraftEvent.Kind.ACCEPTED,
                        DraftEvent.Kind.INVITED,
                        DraftEvent.Kind.REMOVED,
                        DraftEvent.Kind.ACCEPTED,
                        DraftEvent.Kind.INVITED);
    }

    @Test
    void anInvitationIsAnsweredOnceByItsOwnAddressWithinItsTime() {
        people.invite(ANNA, id, EVA, Right.WRITE, SWEDISH);
        fixture.account("kim@example.org");
        refused(Reason.GONE, () -> people.answer("kim@example.org", id, true));
        people.answer(EVA, id, false);
        refused(Reason.GONE, () -> people.answer(EVA, id, true));

        people.invite(ANNA, id, EVA, Right.WRITE, SWEDISH);
        play.pass(Duration.ofDays(15));
        refused(Reason.GONE, () -> people.answer(EVA, id, true));
        assertThat(people.invitedTo(EVA)).isEmpty();
    }

    /** The case, its letters and its decision are the organisation's. */
    @Test
    void afterTheSubmissionAGuestReadsTheApplicationAsItWasHandedIn() {
        people.invite(ANNA, id, EVA, Right.WRITE, SWEDISH);
        people.answer(EVA, id, true);
        submissions.submit(ANNA, id, signing());

        assertThat(drafts.open(EVA, id).draft().submitted()).isTrue();
        assertThat(drafts.openOf(EVA)).isEmpty();
    }

    private UUID guest() {
        return people.circle(ANNA, id).people().stream()
                .filter(one -> one.guest() != null)
                .findFirst()
                .orElseThrow()
                .guest()
                .id();
    }

    private static void refused(Reason reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(DraftPeopleRefusal.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason));
    }

    private static Signing signing() {
        return new Signing("Eva Exempelsson", "kassör", Signing.Capacity.SIGNATORY, true, true, true);
    }
}
