package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.MilestoneKey;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.application.ApplicationFixture;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.payment.PaymentAttempt.Answer;
import se.tidig.payment.PaymentObstacle.Kind;
import se.tidig.payment.PaymentObstacle.Proposal;
import se.tidig.payment.Receipts.Source;
import se.tidig.timelimit.PeriodEnd;

/** The journal of a case tells each step of its payments and why it was taken (27 § FL). */
@DomainTest
class PaymentJournalTest {

    private static final LedgerCoding CODING = new LedgerCoding("5710", "4210", "86130", "TIA-26");
    private static final Sek SUM = Sek.of(90_000);

    @Autowired
    PaymentFixture fixture;

    @Autowired
    PaymentConditionService conditions;

    @Autowired
    DisbursementService disbursements;

    @Autowired
    ObstacleService obstacles;

    @Autowired
    VoucherExportService export;

    @Autowired
    PaymentService payments;

    @Autowired
    CaseJournal journal;

    @Autowired
    Clock clock;

    MilestoneKey key;
    LocalDate today;

    @BeforeEach
    void aPaymentIsDue() {
        PaymentFixture.empty();
        key = MilestoneKey.of(fixture.due());
        today = SwedishDate.on(clock.instant());
    }

    @Test
    void aDisbursementIsToldFromTheLackOfMoneyToTheApproval() {
        check();
        disbursements.noteLackOfMoney(key, "Anslaget är slut.", Actor.of("financeK1"));
        disbursements.noteMoneyAvailable(key, "Nytt anslag.", Actor.of("financeK1"));
        disbursements.prepare(key, CODING, null, Actor.of("financeK1"));
        disbursements.sendBack(key, "Fel kostnadsställe.", Actor.of("financeK2"));
        disbursements.prepare(key, CODING, null, Actor.of("financeK1"));
        disbursements.approve(key, Actor.of("financeK2"));

        assertThat(told())
                .containsExactly(
                        "Utbetalningen avvaktar medel. Anslaget är slut.",
                        "Medel finns för utbetalningen. Nytt anslag.",
                        "Utbetalning av " + SUM + " förberedd.",
                        "Utbetalning återlämnad av attestanten: Fel kostnadsställe.",
                        "Utbetalning av " + SUM + " förberedd.",
                        "Utbetalning av " + SUM + " attesterad.");
    }

    @Test
    void aPaymentIsToldFromTheVoucherToTheReceipts() {
        ordered();
        export.send(key);
        payments.keepWaiting(key, "Banken söker.", Actor.of("financeF1"));
        payments.found(key, Answer.REJECTED, today, "Kontot är avslutat.", Actor.of("financeF1"));
        payments.mend(key, null, null, "Kontot är rätt.", Actor.of("financeF1"));
        payments.mendAgain(key, "Intyg saknas.", Actor.of("financeF2"));
        payments.mend(key, null, null, "Intyg finns.", Actor.of("financeF1"));
        payments.sendAgain(key, "Kontrollerat.", Actor.of("financeF2"));
        export.send(key);
        var receipt = new Receipt(key.toString(), 2, Answer.SETTLED, Optional.empty(), today, null);
        payments.receive(receipt, new Source("kvitto.csv", 1));
        payments.receive(receipt, new Source("kvitto.csv", 2));
        payments.noteReturn(key, false, "Kontoutdrag.", Actor.of("financeF1"));
        payments.noteReturn(key, true, "Nytt kontoutdrag.", Actor.of("financeF1"));

        assertThat(told())
                .endsWith(
                        "Betalningsunderlag för " + SUM + " skickat till ekonomisystemet, försök 1.",
                        "Svar från banken avvaktas: Banken söker.",
                        "Uteblivet svar från banken utrett: Kontot är avslutat.",
                        "Betalningen gick inte igenom den " + SwedishDate.text(today) + ": Kontot är avslutat.",
                        "Betalning som inte gick igenom åtgärdad: Kontot är rätt.",
                        "Rättad betalning återlämnad: Intyg saknas.",
                        "Betalning som inte gick igenom åtgärdad: Intyg finns.",
                        "Rättad betalning kontrollerad: Kontrollerat.",
                        "Betalningsunderlag för " + SUM + " skickat till ekonomisystemet, försök 2.",
                        "Betalt " + SUM + " den " + SwedishDate.text(today) + ".",
                        "Svar från banken på försök 2 (betald) ändrade inget: har kommit förut.",
                        "Utbetalningen står fast, bankens svar att den inte gick igenom var fel. Kontoutdrag.",
                        "Utbetalningen är tillbaka från banken. Nytt kontoutdrag.");
    }

    @Test
    void aPaymentThatIsGivenUpIsToldWithTheReason() {
        ordered();
        export.send(key);
        payments.found(key, Answer.REJECTED, today, "Kontot är avslutat.", Actor.of("financeF1"));
        payments.giveUp(key, "Ingen når mottagaren.", Actor.of("financeF1"));

        assertThat(told()).endsWith("Betalningen avbruten: Ingen når mottagaren.");
    }

    @Test
    void anObstacleIsToldFromTheInvestigationToTheDecision() {
        found();
        obstacles.investigate(key, true, "Verksamheten är nedlagd.", Actor.of("officerK1"));
        obstacles.communicate(key, "Underlag", today.plusDays(14), Actor.of("officerK1"));
        obstacles.propose(key, new Proposal(Kind.PART, Sek.of(20_000), "Skäl", "15 b §"), Actor.of("officerK1"));
        obstacles.decide(key, null, null, Actor.of("deciderK"));

        assertThat(told())
                .containsExactly(
                        "Hinder mot utbetalning utreds. Verksamheten är nedlagd.",
                        "Underlag om hinder mot utbetalning kommunicerat, svar senast "
                                + SwedishDate.text(
                                        PeriodEnd.on(today.plusDays(14)).last()),
                        "Förslag om hinder mot utbetalning: en del betalas inte ut.",
                        "Beslut om hinder mot utbetalning (15 b §): " + Sek.of(20_000) + " av " + SUM
                                + " betalas inte ut.");
    }

    @Test
    void whatTurnsOutNotToHinderThePaymentIsToldToo() {
        found();
        obstacles.investigate(key, false, "Verksamheten pågår.", Actor.of("officerK1"));
        conditions.note(key, List.of("OTHER"), "Lokalen är uppsagd", Actor.of("financeK1"));
        check();
        obstacles.investigate(key, true, "Ny lokal söks.", Actor.of("officerK1"));
        obstacles.leaveOutHearing(key, "Mottagaren har själv anmält det.", Actor.of("officerK1"));
        obstacles.propose(key, new Proposal(Kind.RELEASE, Sek.ZERO, "Skäl", "15 b §"), Actor.of("officerK1"));
        obstacles.decide(key, null, null, Actor.of("deciderK"));

        assertThat(told())
                .containsExactly(
                        "Utrett: inget hinder mot utbetalning. Verksamheten pågår.",
                        "Hinder mot utbetalning utreds. Ny lokal söks.",
                        "Avstod från kommunicering om hinder mot utbetalning: Mottagaren har själv anmält det.",
                        "Förslag om hinder mot utbetalning: inget hinder.",
                        "Beslut: inget hinder mot utbetalning.");
    }

    private void found() {
        conditions.note(key, List.of("OTHER"), "Nedlagd verksamhet", Actor.of("financeK1"));
        check();
    }

    private void ordered() {
        check();
        disbursements.prepare(key, CODING, null, Actor.of("financeK1"));
        disbursements.approve(key, Actor.of("financeK2"));
        disbursements.order(key);
    }

    private void check() {
        conditions.check(key, ApplicationFixture.RULES);
    }

    private List<String> told() {
        return journal.of(key.reference()).stream()
                .filter(event -> event.kind() == EventKind.PAYMENT)
                .map(CaseEvent::text)
                .toList();
    }
}
