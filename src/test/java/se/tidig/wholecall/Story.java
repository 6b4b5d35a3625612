package se.tidig.wholecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.decision.DecisionKind;
import se.tidig.grant.Grant;
import se.tidig.grant.Milestone;
import se.tidig.mypages.Act;

/**
 * One application of the call. Its steps have their own order, in chapters: the test goes through the chapters, and
 * in each through all applications. A chapter that a story does not change takes the plain path.
 */
abstract class Story {

    static final String OFFICER = "officerK1";

    final Office office;
    final Records records;
    final Applicant applicant;
    final Reference call;
    final String name;
    final String organisationNumber;
    final int requested;
    Reference reference;

    Story(Chapter chapter, String name, String organisationNumber, int requested) {
        this.office = chapter.office();
        this.records = chapter.records();
        this.call = chapter.call();
        this.applicant = chapter.applicants().apply(email(organisationNumber));
        this.name = name;
        this.organisationNumber = organisationNumber;
        this.requested = requested;
    }

    /**
     * The stage of the stories.
     *
     * @param applicants gives the person of an e-mail address
     */
    record Chapter(Office office, Records records, Function<String, Applicant> applicants, Reference call) {}

    static String email(String organisationNumber) {
        return organisationNumber + "@example.org";
    }

    // Chapters, by date.

    /** February: while the call is open. */
    void applies() {
        appliesByPortal(application());
    }

    /** The day after it closed. */
    void afterClosing() {}

    /** Early in March. */
    void isTakenOn() {
        takes(OFFICER);
    }

    /** Later in March and in April, until all are assessed. */
    void inMarch() {}

    void whenTheOrderHasRunOut() {}

    void isAssessed() {
        office.as(OFFICER).does("userTask_assessApplication", reference.value(), Written.assessment(3));
    }

    /** After the prioritisation is settled. */
    void isProposed() {
        proposes("GRANT", requested);
    }

    void isDecided() {
        decides("deciderK");
    }

    /** May. */
    void isConfirmed() {
        confirmsByPortal();
    }

    void isPaid() {
        if (granted() > 0) {
            verifies();
            pays(milestone(1));
            settles(milestone(1));
        }
    }

    /** September. */
    void reportsHalfway() {}

    /** November, ten days before the last day. */
    void reports() {
        if (granted() > 0) {
            reportsByPortal();
            accepts();
        }
    }

    void afterTheLastDay() {}

    /** The outcome. */
    abstract void outcome();

    // Steps that the stories share.

    Map<String, Object> application() {
        return Written.application(name, organisationNumber, requested);
    }

    void appliesByPortal(Map<String, Object> answers) {
        applicant.opensAnAccount("Anna Lind", organisationNumber, name, (String) answers.get("organisationType"));
        answers.keySet().removeAll(Written.SETTLED_BY_PORTAL);
        reference = applicant.applies(call, answers);
        office.goOn();
    }

    void appliesOnPaper(LocalDate receivedOn, Map<String, Object> answers) {
        reference =
                Reference.of(office.as("registrarK").starts("application", Written.paper(call, receivedOn, answers)));
    }

    void takes(String officer) {
        office.as(officer).does("userTask_conflictCheck", reference.value(), Map.of("conflictAnswer", "none"));
    }

    void proposes(String kind, Integer amount) {
        office.as(OFFICER).does("userTask_proposeDecision", reference.value(), Written.proposal(kind, amount));
    }

    void decides(String decider) {
        office.as(decider).does("userTask_decide", reference.value(), Written.approval());
    }

    void confirmsByPortal() {
        if (granted() > 0) {
            applicant.sends(reference, Act.GRANT_CONFIRMATION, Written.confirmation(name));
            office.goOn();
        }
    }

    void verifies() {
        office.as("financeK1")
                .does(
                        "userTask_verifyPayee",
                        reference.value(),
                        Map.of("payee", "VERIFIED", "verification", "Bankgirots register"));
    }

    /** Prepared by one and approved by another; the voucher is handed to the ledger. */
    void pays(String milestone) {
        office.as("financeK1").does("userTask_prepareDisbursement", milestone, Written.preparedPayment());
        office.as("financeK2").does("userTask_approveDisbursement", milestone, Map.of("paymentApproval", "APPROVE"));
    }

    void settles(String milestone) {
        records.receipt(milestone, 1, "settled", "");
        office.goOn();
    }

    void reportsByPortal() {
        reportsByPortal(auditor());
    }

    void reportsByPortal(String auditor) {
        var paid = records.grant(reference).paid().amount().intValueExact();
        applicant.sends(reference, Act.REPORT, Written.report(paid, auditor));
        office.goOn();
    }

    void accepts() {
        office.as(OFFICER)
                .does("userTask_reviewReport", openMilestone(), Map.of("reportReview", "ACCEPT", "unusedConfirmed", 0));
    }

    /** Halfway, which no auditor examines; the second of two payments follows. */
    void reportsAndIsPaidTheRest() {
        reportsByPortal("none");
        accepts();
        pays(milestone(3));
        settles(milestone(3));
    }

    /** Which auditor the decision demands. */
    String auditor() {
        return "auditor";
    }

    int granted() {
        return records.hasGrant(reference)
                ? records.grant(reference).amount().amount().intValueExact()
                : 0;
    }

    String milestone(int number) {
        return reference + "-M" + number;
    }

    String openMilestone() {
        return records.grant(reference)
                .openMilestone()
                .map(Milestone::key)
                .map(MilestoneKey::toString)
                .orElseThrow();
    }

    // Outcomes.

    void wasDecided(DecisionKind kind, int amount, String decider) {
        var decision = records.decision(reference);
        assertThat(decision.kind()).as(name).isEqualTo(kind);
        assertThat(decision.amount()).isEqualTo(Sek.of(amount));
        assertThat(decision.decider()).isEqualTo(Actor.of(decider));
        assertThat(new String(records.letter(reference), 0, 5, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
        assertThat(records.mails(reference)).startsWith("application-received").contains("decision");
        assertThat(records.recipient(reference, "decision")).isEqualTo(email(organisationNumber));
    }

    /** The grant was paid in full and reported, and is closed. */
    void wasClosed(int amount) {
        var grant = records.grant(reference);
        assertThat(grant.amount()).as(name).isEqualTo(Sek.of(amount));
        assertThat(grant.paid()).isEqualTo(Sek.of(amount));
        assertThat(grant.status()).isEqualTo(Grant.State.CLOSED);
        assertThat(records.mails(reference))
                .contains("confirmation-request", "payment-made", "report-accepted", "grant-closed");
    }

    void hasNoGrant() {
        assertThat(records.hasGrant(reference)).as(name).isFalse();
    }
}
