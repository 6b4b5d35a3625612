package se.tidig.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.application.ApplicationFixture;
import se.tidig.grant.GrantChange.Kind;
import se.tidig.grant.GrantChange.Outcome;
import se.tidig.grant.GrantChange.Status;
import se.tidig.grant.GrantChangeService.Alteration;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Giro;

/** What a recipient asks for or tells during the grant, and what it leads to (15 a §). */
@DomainTest
class GrantChangeServiceTest {

    private static final Actor RECIPIENT = Actor.of("Anna Lind");
    private static final Actor OFFICER = Actor.of("officerK1");
    private static final Giro OTHER = new Giro(Giro.Kind.PLUSGIRO, "90 19 50-6");
    private static final Alteration NOTHING = new Alteration(null, null, null, null);

    @Autowired
    GrantFixture fixture;

    @Autowired
    GrantConfirmationService confirmation;

    @Autowired
    GrantChangeService service;

    @Autowired
    GrantChanges changes;

    @Autowired
    Grants grants;

    @Autowired
    CaseJournal journal;

    @Autowired
    ApplicationEvents events;

    Reference reference;
    LocalDate today;

    @BeforeEach
    void aGrantWithTwoReportsIsConfirmed() {
        var granted = fixture.decided("100000", true, false);
        reference = granted.reference();
        today = fixture.today();
        confirmation.open(granted, ApplicationFixture.RULES);
        confirmation.confirm(reference, GrantFixture.ACCOUNT, "Föreningen Bryggan", RECIPIENT);
        confirmation.verifyPayee(reference, "Intyg från banken", Actor.of("financeK1"));
    }

    @Test
    void aRequestIsKeptToldInTheJournalAndWakesTheGrant() {
        service.request(reference, "Vi vill ha längre tid.", RECIPIENT);

        assertThat(changes.findByReferenceOrderById(reference))
                .singleElement()
                .returns(Kind.REQUEST, GrantChange::kind)
                .returns("Vi vill ha längre tid.", GrantChange::text)
                .returns(Status.OPEN, GrantChange::status);
        assertThat(journal.latest(reference, EventKind.CHANGE).text())
                .isEqualTo("Ändringsbegäran. Vi vill ha längre tid.");
        assertThat(events.stream(GrantChange.Requested.class)).containsExactly(new GrantChange.Requested(reference));
    }

    @Test
    void aNoticeIsKeptAndWakesTheGrantButIsAlreadyInTheJournal() {
        service.giveNotice(reference, "Lokalen är såld.", RECIPIENT);

        assertThat(changes.notAssessed(reference)).hasValueSatisfying(notice -> assertThat(notice)
                .returns(Kind.NOTICE, GrantChange::kind)
                .returns("Lokalen är såld.", GrantChange::text));
        assertThat(journal.latest(reference, EventKind.CHANGE)).isNull();
        assertThat(events.stream(GrantChange.Notified.class)).containsExactly(new GrantChange.Notified(reference));
    }

    @ParameterizedTest
    @CsvSource({
        "NOTHING, ingen följd, ",
        "CHANGE, bidraget behöver ändras, ",
        "OBSTACLE, möjligt hinder mot utbetalning, Nedlagd.",
        "RECOVERY, möjlig grund för återkrav, "
    })
    void onlyANoticeThatMayHinderPaymentIsNotedOnTheGrant(Outcome outcome, String words, String obstacle) {
        service.giveNotice(reference, "Verksamheten är nedlagd.", RECIPIENT);

        service.assess(reference, outcome, "Nedlagd.", OFFICER);

        assertThat(grants.get(reference).obstacle().orElse(null)).isEqualTo(obstacle);
        assertThat(changes.notAssessed(reference)).isEmpty();
        assertThat(journal.latest(reference, EventKind.GRANT).text())
                .isEqualTo("Ändrade förhållanden: " + words + ". Nedlagd.");
    }

    @Test
    void whatNobodyHasSentIsNeitherAssessedNorDecided() {
        refused(
                () -> service.assess(reference, Outcome.NOTHING, "Skäl", OFFICER),
                "Det finns ingen anmälan som väntar på bedömning.");
        refused(
                () -> service.approve(reference, NOTHING, "Skäl", OFFICER),
                "Det finns ingen ändring som väntar på beslut.");
        refused(() -> service.refuse(reference, "Skäl", OFFICER), "Det finns ingen ändring som väntar på beslut.");
    }

    @Test
    void anApprovedChangeMovesTheReportsThatItNames() {
        var before = grants.get(reference);
        service.request(reference, "Senare delredovisning.", RECIPIENT);

        assertThat(service.approve(
                        reference, new Alteration(today.plusDays(50), null, null, null), "Rimligt.", OFFICER))
                .isFalse();
        assertThat(due("M2")).isEqualTo(today.plusDays(50));
        assertThat(due("M4")).isEqualTo(before.milestone(key("M4")).due());
        assertThat(grants.get(reference).payeeVerified()).isTrue();

        service.request(reference, "Senare slutredovisning.", RECIPIENT);
        service.approve(reference, new Alteration(null, today.plusDays(300), null, null), "Rimligt.", OFFICER);
        assertThat(due("M2")).isEqualTo(today.plusDays(50));
        assertThat(due("M4")).isEqualTo(today.plusDays(300));
        assertThat(journal.latest(reference, EventKind.GRANT).text())
                .isEqualTo("Ändring av bidraget: godkänd. Rimligt.");
    }

    @Test
    void anApprovedNewAccountIsVerifiedBeforeTheNextPayment() {
        service.request(reference, "Nytt konto.", RECIPIENT);

        assertThat(service.approve(reference, new Alteration(null, null, OTHER, "Kassören"), "Intyg.", OFFICER))
                .isTrue();
        assertThat(grants.get(reference).giro()).contains(OTHER);
        assertThat(grants.get(reference).giroHolder()).isEqualTo("Kassören");
        assertThat(grants.get(reference).payeeVerified()).isFalse();
    }

    @Test
    void aRefusedChangeLeavesTheGrantAsItIs() {
        service.request(reference, "Nytt konto.", RECIPIENT);

        service.refuse(reference, "Kontot är någon annans.", OFFICER);

        assertThat(changes.decidedLast(reference))
                .hasValueSatisfying(change -> assertThat(change.outcome()).isEqualTo(Outcome.REFUSED));
        assertThat(grants.get(reference).giro()).contains(GrantFixture.ACCOUNT);
        assertThat(journal.latest(reference, EventKind.GRANT).text())
                .isEqualTo("Ändring av bidraget: inte godkänd. Kontot är någon annans.");
    }

    private LocalDate due(String step) {
        return grants.get(reference).milestone(key(step)).due();
    }

    private MilestoneKey key(String step) {
        return MilestoneKey.of(reference + "-" + step);
    }

    private static void refused(ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOf(GrantRefused.class).hasMessage(because);
    }
}
