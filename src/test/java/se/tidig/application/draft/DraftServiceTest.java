package se.tidig.application.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.application.draft.DraftFixture.ANNA;
import static se.tidig.application.draft.DraftFixture.BRYGGAN;
import static se.tidig.application.draft.DraftFixture.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.DomainTest;
import se.tidig.Reference;
import se.tidig.application.ApplicationFixture;
import se.tidig.call.CallFixture;
import se.tidig.organisation.Board;
import se.tidig.organisation.Right;

/** Drafts: who sees them, who saves in them, and what becomes of what two people type at the same time. */
@DomainTest
class DraftServiceTest {

    private static final String BO = "bo@example.org";

    @Autowired
    private DraftFixture fixture;

    @Autowired
    private DraftService drafts;

    @Autowired
    private Drafts stored;

    @Autowired
    private DraftConflicts conflicts;

    @Autowired
    private CallFixture calls;

    @Autowired
    private ApplicationFixture applications;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anOrganisationHasOneOpenDraftInACallWhoeverBeginsIt() {
        fixture.person(ANNA, BRYGGAN, Right.SUBMIT);
        fixture.person(BO, BRYGGAN, Right.WRITE);
        var call = calls.open(Board.K);

        var first = drafts.begin(ANNA, BRYGGAN, Reference.of(call.value()));

        assertThat(drafts.begin(BO, BRYGGAN, Reference.of(call.value()))).isEqualTo(first);
        assertThat(drafts.begin(BO, BRYGGAN, Reference.of(calls.open(Board.H).value())))
                .isNotEqualTo(first);
        assertThat(drafts.openOf(BO)).hasSize(2);
    }

    @Test
    void aNewDraftTakesOverWhatTheOrganisationSaidOfItselfLastTime() {
        applications.receive(Board.H, ApplicationFixture.answers());

        var answers = drafts.open(ANNA, fixture.begun()).answers();

        assertThat(answers)
                .containsEntry("organisationNumber", "802002-4280")
                .containsEntry("organisationName", "Föreningen Bryggan")
                .containsEntry("hasResponsibleBoard", "true")
                .containsEntry("representatives", List.of(Map.of("name", "Anna Lind", "role", "ordförande")))
                .doesNotContainKeys("title", "budgetLines", "attachments", "signed");
    }

    @Test
    void anEarlierApplicationIsCopiedWithoutTouchingWhatIsTyped() {
        var earlier =
                applications.receive(Board.H, ApplicationFixture.answers()).reference();
        var id = fixture.begun();
        fixture.type(ANNA, id, Map.of("title", "Ett annat namn"));

        drafts.copy(ANNA, id, Reference.of(earlier.value()));

        assertThat(drafts.open(ANNA, id).answers())
                .containsEntry("title", "Ett annat namn")
                .containsEntry("activityDescription", "Språkcafé två kvällar i veckan.");
    }

    @Test
    void anotherOrganisationsDraftDoesNotExist() {
        var id = fixture.begun();
        fixture.person(BO, "8024151014", Right.SUBMIT);
        var foreign = applications.receive(Board.H, ApplicationFixture.answers("organisationNumber", "8024151014"));

        assertThatThrownBy(() -> drafts.open(BO, id)).isInstanceOf(NoSuchDraft.class);
        assertThatThrownBy(() -> fixture.type(BO, id, Map.of("title", "x"))).isInstanceOf(NoSuchDraft.class);
        assertThatThrownBy(() -> drafts.visit(BO, id, "group_project")).isInstanceOf(NoSuchDraft.class);
        assertThatThrownBy(() -> drafts.begin(BO, BRYGGAN, Reference.of("K-2026-1")))
                .isInstanceOf(NoSuchDraft.class);
        assertThatThrownBy(() -> drafts.open("nobody@example.org", id)).isInstanceOf(NoSuchDraft.class);
        assertThatThrownBy(() ->
                        drafts.copy(ANNA, id, Reference.of(foreign.reference().value())))
                .isInstanceOf(NoSuchDraft.class);
        assertThatThrownBy(() -> drafts.open(ANNA, UUID.randomUUID())).isInstanceOf(NoSuchDraft.class);
    }

    @Test
    void whoMayOnlyReadSeesTheDraftAndSavesNothing() {
        var id = fixture.begun();
        fixture.person(BO, BRYGGAN, Right.READ);

        assertThat(drafts.open(BO, id).mayWrite()).isFalse();
        assertThatThrownBy(() -> drafts.save(BO, id, page(0, "p", Map.of("title", "x"))))
                .isInstanceOf(MayOnlyRead.class);
        assertThatThrownBy(() -> drafts.begin(
                        BO, BRYGGAN, Reference.of(calls.open(Board.H).value())))
                .isInstanceOf(MayOnlyRead.class);
        assertThat(drafts.open(ANNA, id).title()).isNull();
    }

    @Test
    void twoPeopleWhoChangeDifferentQuestionsBothGetTheirs() {
        var id = fixture.begun();
        fixture.person(BO, BRYGGAN, Right.WRITE);
        var version = drafts.open(ANNA, id).draft().version();

        drafts.save(ANNA, id, page(version, "a", Map.of("title", "Språkcafé")));
        var saved = drafts.save(BO, id, page(version, "b", Map.of("need", "Många väntar.")));

        assertThat(saved.conflicts()).isEmpty();
        assertThat(saved.others()).containsEntry("title", ANNA);
        assertThat(drafts.open(BO, id).answers())
                .containsEntry("title", "Språkcafé")
                .containsEntry("need", "Många väntar.");
    }

    @Test
    void whatBothHaveChangedWaitsForTheSecondAndNothingIsLost() {
        var id = fixture.begun();
        fixture.person(BO, BRYGGAN, Right.WRITE);
        var version = drafts.open(ANNA, id).draft().version();
        drafts.save(ANNA, id, page(version, "a", Map.of("title", "Annas")));

        var saved = drafts.save(BO, id, page(version, "b", Map.of("title", "Bos", "need", "Många väntar.")));

        assertThat(saved.conflicts()).containsExactly("title");
        var bo = drafts.open(BO, id);
        assertThat(bo.answers()).containsEntry("title", "Annas").containsEntry("need", "Många väntar.");
        assertThat(bo.conflicts()).extracting(DraftConflict::mine).containsExactly("Bos");
        assertThat(drafts.open(ANNA, id).conflicts()).isEmpty();

        assertThat(drafts.choose(BO, id, "title", DraftConflict.End.JOINT, version(id), "Annas och Bos"))
                .isTrue();
        assertThat(drafts.open(BO, id).answers()).containsEntry("title", "Annas och Bos");
        assertThat(conflicts.open(id, BO)).isEmpty();
        assertThat(stored.changes(id, version).get("title"))
                .extracting(AnswerChange::before)
                .containsExactly(null, "Annas");
    }

    /** The page goes on saving as one types; its second save must neither win silently nor be taken for a colleague's. */
    @Test
    void aPageThatSavesAgainGoesOnFromItsOwnText() {
        var id = fixture.begun();
        fixture.person(BO, BRYGGAN, Right.WRITE);
        var version = drafts.open(ANNA, id).draft().version();
        drafts.save(ANNA, id, page(version, "a", Map.of("title", "Sp")));

        assertThat(drafts.save(ANNA, id, page(version, "a", Map.of("title", "Språk")))
                        .conflicts())
                .isEmpty();

        fixture.type(BO, id, Map.of("title", "Språk och hälsa"));
        assertThat(drafts.save(ANNA, id, page(version, "a", Map.of("title", "Språkcafé")))
                        .conflicts())
                .containsExactly("title");
        assertThat(drafts.open(ANNA, id).title()).isEqualTo("Språk och hälsa");
        drafts.save(ANNA, id, page(version, "a", Map.of("title", "Språkcaféet")));
        assertThat(drafts.open(ANNA, id).title()).isEqualTo("Språk och hälsa");
        assertThat(drafts.open(ANNA, id).conflicts())
                .extracting(DraftConflict::mine)
                .containsExactly("Språkcaféet");
    }

    @Test
    void twoWindowsOfTheSamePersonAreTwoPages() {
        var id = fixture.begun();
        var version = drafts.open(ANNA, id).draft().version();
        drafts.save(ANNA, id, page(version, "a", Map.of("title", "I det ena")));

        assertThat(drafts.save(ANNA, id, page(version, "b", Map.of("title", "I det andra")))
                        .conflicts())
                .containsExactly("title");
    }

    @Test
    void aRowThatAColleagueAddsStaysWhenThePageSavesAgain() {
        var id = fixture.begun();
        fixture.person(BO, BRYGGAN, Right.WRITE);
        var version = drafts.open(ANNA, id).draft().version();
        drafts.save(ANNA, id, page(version, "a", Map.of("partners", List.of(Map.of("name", "Ett")))));
        drafts.save(BO, id, page(version, "b", Map.of("partners", List.of(Map.of("name", "Två")))));

        drafts.save(BO, id, page(version, "b", Map.of("partners", List.of(Map.of("name", "Två och ett halvt")))));

        assertThat(drafts.open(ANNA, id).answers().get("partners"))
                .isEqualTo(List.of(Map.of("name", "Ett"), Map.of("name", "Två och ett halvt")));
    }

    @Test
    void aSaveWithoutChangeWritesNothing() {
        var id = fixture.begun();
        fixture.type(ANNA, id, Map.of("title", "Språkcafé", "partners", List.of()));
        var version = drafts.open(ANNA, id).draft().version();

        fixture.type(ANNA, id, Map.of("title", "Språkcafé", "need", "", "judgedLate", false));

        assertThat(drafts.open(ANNA, id).draft().version()).isEqualTo(version);
    }

    @Test
    void aVersionThatTheDraftNeverHadOverwritesNothing() {
        var id = fixture.begun();
        fixture.type(ANNA, id, Map.of("title", "Språkcafé"));

        var saved = drafts.save(ANNA, id, page(4711, "p", Map.of("title", "Annat", "need", "Många väntar.")));

        assertThat(saved.conflicts()).containsExactly("title");
        assertThat(drafts.open(ANNA, id).answers())
                .containsEntry("title", "Språkcafé")
                .containsEntry("need", "Många väntar.");
    }

    @Test
    void aChoiceMadeOverAnOldTextDoesNotStand() {
        var id = fixture.begun();
        var version = drafts.open(ANNA, id).draft().version();
        drafts.save(ANNA, id, page(version, "a", Map.of("title", "A")));
        drafts.save(ANNA, id, page(version, "b", Map.of("title", "B")));
        var seen = version(id);
        fixture.type(fixture.person(BO, BRYGGAN, Right.WRITE), id, Map.of("title", "C"));

        assertThat(drafts.choose(ANNA, id, "title", DraftConflict.End.MINE, seen, null))
                .isFalse();
        assertThat(drafts.open(ANNA, id).title()).isEqualTo("C");
        assertThat(drafts.choose(ANNA, id, "title", DraftConflict.End.MINE, version(id), null))
                .isTrue();
        assertThat(drafts.open(ANNA, id).title()).isEqualTo("B");
    }

    @Test
    void writersAreToldOfQuestionsThatAreNewGoneOrPutDifferently() {
        var id = fixture.begun();
        var draft = drafts.open(ANNA, id).draft();
        var told = new HashMap<>(draft.toldForm());
        assertThat(drafts.formChange(draft).isEmpty()).isTrue();
        told.remove("need");
        told.put("title", new KnownQuestion("Namn", "before"));
        told.put("shoeSize", new KnownQuestion("Skostorlek", "before"));
        stored.tell(id, told, draft.toldClosing());
        fixture.type(ANNA, id, Map.of("shoeSize", "43"));

        var change = drafts.formChange(drafts.open(ANNA, id).draft());

        assertThat(change)
                .isEqualTo(new FormChange(List.of("need"), Map.of("shoeSize", "Skostorlek"), List.of("title")));
        drafts.told(ANNA, id);
        assertThat(drafts.formChange(drafts.open(ANNA, id).draft()).isEmpty()).isTrue();
        assertThat(drafts.open(ANNA, id).typed()).containsKey("shoeSize");
    }

    @Test
    void whoElseWritesIsSeenAsLongAsThePageIsHeardOf() {
        var id = fixture.begun();
        fixture.person(BO, BRYGGAN, Right.WRITE);
        drafts.visit(BO, id, "group_budget");

        assertThat(drafts.others(ANNA, id))
                .extracting(visit -> visit.person() + " " + visit.part())
                .containsExactly(BO + " group_budget");
        assertThat(drafts.others(BO, id)).isEmpty();
        jdbc.sql("update tidig.draft_visit set at = at - interval '6 minutes'").update();
        assertThat(drafts.others(ANNA, id)).isEmpty();
    }

    private int version(UUID id) {
        return drafts.open(ANNA, id).draft().version();
    }
}
