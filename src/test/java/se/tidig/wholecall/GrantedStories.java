package se.tidig.wholecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.tidig.Actor;
import se.tidig.application.ApplicationStatus;
import se.tidig.assessment.AssessmentFixture;
import se.tidig.decision.DecisionKind;
import se.tidig.journal.EventKind;
import se.tidig.mypages.Act;
import se.tidig.payment.Receipt.Reception;

/** Applications whose path to the decision is the story; all are granted. */
final class GrantedStories {

    private GrantedStories() {}

    static Stream<Story> in(Story.Chapter chapter) {
        return Stream.of(
                new GrantedByAnotherThanTheProposer(chapter),
                new TheLastOfTheFrameIsAPartialGrant(chapter),
                new CompletedIsGranted(chapter),
                new ADeclaredConflictGivesTheCaseToAnother(chapter),
                new ALargeAmountTakesTwoAssessorsAndTheHead(chapter),
                new AReturnedProposalIsMadeAnew(chapter));
    }

    /** 31 § FL and four eyes: one person proposes and another decides, one prepares the payment and another approves it. */
    private static class GrantedByAnotherThanTheProposer extends Story {

        GrantedByAnotherThanTheProposer(Chapter chapter) {
            super(chapter, "Internationella vänföreningen", "8020000462", 90_000);
        }

        @Override
        void isTakenOn() {
            office.as("officerH1")
                    .cannot("userTask_conflictCheck", reference.value(), Map.of("conflictAnswer", "none"));
            assertThat(office.as("officerH1").finds("userTask_conflictCheck", reference.value()))
                    .isFalse();
            takes(WholeCallTest.EVERY_GROUP);
        }

        @Override
        void isAssessed() {
            var wrong = Written.assessment(3);
            wrong.put("scoreA", 7);
            assertThat(office.as(WholeCallTest.EVERY_GROUP)
                            .cannot("userTask_assessApplication", reference.value(), wrong))
                    .contains("4");
            office.as(WholeCallTest.EVERY_GROUP)
                    .does("userTask_assessApplication", reference.value(), Written.assessment(3));
        }

        @Override
        void isProposed() {
            office.as(WholeCallTest.EVERY_GROUP)
                    .does("userTask_proposeDecision", reference.value(), Written.proposal("GRANT", requested));
        }

        @Override
        void isDecided() {
            assertThat(office.as(WholeCallTest.EVERY_GROUP)
                            .cannot("userTask_decide", reference.value(), Written.approval()))
                    .contains("En annan person måste göra det");
            office.as("deciderH").cannot("userTask_decide", reference.value(), Written.approval());
            decides("deciderK");
        }

        @Override
        void isPaid() {
            verifies();
            var prepared = milestone(1);
            office.as(WholeCallTest.EVERY_GROUP)
                    .does("userTask_prepareDisbursement", prepared, Written.preparedPayment());
            var approval = Map.<String, Object>of("paymentApproval", "APPROVE");
            office.as(WholeCallTest.EVERY_GROUP).cannot("userTask_approveDisbursement", prepared, approval);
            office.as("financeK2").does("userTask_approveDisbursement", prepared, approval);
            settles(prepared);
        }

        @Override
        void outcome() {
            wasDecided(DecisionKind.GRANT, 90_000, "deciderK");
            assertThat(records.decision(reference).proposer()).isEqualTo(Actor.of(WholeCallTest.EVERY_GROUP));
            assertThat(office.history(reference.value()))
                    .containsExactly(
                            "2026-03-02 alltiallo userTask_conflictCheck",
                            "2026-04-10 alltiallo userTask_assessApplication",
                            "2026-04-20 alltiallo userTask_proposeDecision",
                            "2026-04-22 deciderK userTask_decide",
                            "2026-05-11 financeK1 userTask_verifyPayee");
            assertThat(office.history(milestone(1)))
                    .containsExactly(
                            "2026-05-11 alltiallo userTask_prepareDisbursement",
                            "2026-05-11 financeK2 userTask_approveDisbursement");
            assertThat(records.receptions(milestone(1))).containsExactly(Reception.APPLIED);
            wasClosed(90_000);
            assertThat(records.voucher(milestone(1), 1)).contains(name, organisationNumber, "5050-1055", "90000.00");
            assertThat(records.order(milestone(1)).approvedBy()).isEqualTo(Actor.of("financeK2"));
        }
    }

    /** 3 § and 13 §: the frame holds, and a larger grant is paid in two parts with a report between them. */
    private static class TheLastOfTheFrameIsAPartialGrant extends Story {

        TheLastOfTheFrameIsAPartialGrant(Chapter chapter) {
            super(chapter, "Blekinge samverkansorgan", "8020000470", 300_000);
        }

        @Override
        void isAssessed() {
            office.as(OFFICER).does("userTask_assessApplication", reference.value(), Written.assessment(2));
        }

        @Override
        void isProposed() {
            assertThat(office.as(OFFICER)
                            .cannot(
                                    "userTask_proposeDecision",
                                    reference.value(),
                                    Written.proposal("PARTIAL", 300_000)))
                    .isNotBlank();
            proposes("PARTIAL", 200_000);
        }

        @Override
        void reportsHalfway() {
            reportsAndIsPaidTheRest();
        }

        @Override
        void outcome() {
            wasDecided(DecisionKind.PARTIAL, 200_000, "deciderK");
            wasClosed(200_000);
            assertThat(records.voucher(milestone(1), 1)).contains("120000.00");
            assertThat(records.voucher(milestone(3), 1)).contains("80000.00");
        }
    }

    /** 20 § FL: the missing documents came in time, and the case went on. A municipality needs no auditor (14 a §). */
    private static class CompletedIsGranted extends Story {

        CompletedIsGranted(Chapter chapter) {
            super(chapter, "Föreningen Ordrum", "8020000488", 80_000);
        }

        @Override
        void applies() {
            var answers = application();
            answers.put("attachments", List.of("statutes", "annualReport"));
            appliesByPortal(answers);
        }

        @Override
        void isTakenOn() {
            super.isTakenOn();
            office.as(OFFICER)
                    .does(
                            "userTask_requestCompletion",
                            reference.value(),
                            Map.of(
                                    "completionText",
                                    "Skicka in årsmötesprotokoll och handling om firmatecknare.",
                                    "completionBy",
                                    "2026-03-20"));
            assertThat(records.status(reference)).isEqualTo(ApplicationStatus.AWAITING_COMPLETION);
        }

        @Override
        void inMarch() {
            assertThat(applicant.reads(reference)).contains("Skicka in årsmötesprotokoll");
            applicant.sends(
                    reference,
                    Act.COMPLETION,
                    Map.of(
                            "completionReply",
                            "Här är handlingarna.",
                            "attachments",
                            List.of("annualMeetingMinutes", "signatoryProof")));
            office.goOn();
        }

        @Override
        void outcome() {
            wasDecided(DecisionKind.GRANT, 80_000, "deciderK");
            assertThat(records.event(reference, EventKind.COMPLETION).actor())
                    .isEqualTo(Actor.of(email(organisationNumber)));
            wasClosed(80_000);
        }
    }

    /** 16 and 18 §§ FL: a person who declares a conflict of interest is out of the case at once. */
    private static class ADeclaredConflictGivesTheCaseToAnother extends Story {

        ADeclaredConflictGivesTheCaseToAnother(Chapter chapter) {
            super(chapter, "Språkcafé Olofström", "8020000496", 70_000);
        }

        @Override
        void isTakenOn() {
            office.as(OFFICER)
                    .does("userTask_conflictCheck", reference.value(), AssessmentFixture.conflict("declared"));
            assertThat(office.as(OFFICER).finds("userTask_conflictCheck", reference.value()))
                    .isFalse();
            office.as(OFFICER).cannot("userTask_conflictCheck", reference.value(), Map.of("conflictAnswer", "none"));
            takes("officerK2");
        }

        @Override
        void isAssessed() {
            office.as(OFFICER).cannot("userTask_assessApplication", reference.value(), Written.assessment(4));
            office.as("officerK2").does("userTask_assessApplication", reference.value(), Written.assessment(3));
        }

        @Override
        void isProposed() {
            office.as("officerK2")
                    .does("userTask_proposeDecision", reference.value(), Written.proposal("GRANT", requested));
        }

        @Override
        void reports() {
            reportsByPortal();
            office.as("officerK2")
                    .does(
                            "userTask_reviewReport",
                            openMilestone(),
                            Map.of("reportReview", "ACCEPT", "unusedConfirmed", 0));
        }

        @Override
        void outcome() {
            wasDecided(DecisionKind.GRANT, 70_000, "deciderK");
            assertThat(records.decision(reference).proposer()).isEqualTo(Actor.of("officerK2"));
            assertThat(office.history(reference.value()))
                    .startsWith(
                            "2026-03-02 officerK1 userTask_conflictCheck",
                            "2026-03-02 officerK2 userTask_conflictCheck",
                            "2026-04-10 officerK2 userTask_assessApplication");
            wasClosed(70_000);
        }
    }

    /** A million or more takes a second assessor; differences are reconciled; above 500 000 the head decides. */
    private static class ALargeAmountTakesTwoAssessorsAndTheHead extends Story {

        ALargeAmountTakesTwoAssessorsAndTheHead(Chapter chapter) {
            super(chapter, "Blekinge nätverk för språk och arbete", "8020000504", 1_200_000);
        }

        @Override
        void isAssessed() {
            office.as(OFFICER).does("userTask_assessApplication", reference.value(), Written.assessment(4));
            office.as(OFFICER).cannot("userTask_assessSecond", reference.value(), Written.assessment(4));
            office.as("officerK2").does("userTask_assessSecond", reference.value(), Written.assessment(2));
            office.as(OFFICER).does("userTask_reconcile", reference.value(), Written.assessment(3));
        }

        @Override
        void isDecided() {
            office.as("deciderK").cannot("userTask_decide", reference.value(), Written.approval());
            decides("headK");
        }

        @Override
        void reportsHalfway() {
            reportsAndIsPaidTheRest();
        }

        @Override
        String auditor() {
            return "authorised";
        }

        @Override
        void outcome() {
            wasDecided(DecisionKind.GRANT, 1_200_000, "headK");
            assertThat(office.history(reference.value()))
                    .contains(
                            "2026-04-10 officerK1 userTask_assessApplication",
                            "2026-04-10 officerK2 userTask_assessSecond",
                            "2026-04-10 officerK1 userTask_reconcile",
                            "2026-04-22 headK userTask_decide");
            wasClosed(1_200_000);
        }
    }

    /** A decider who does not agree returns the proposal with a reason, and the officer makes a new one. */
    private static class AReturnedProposalIsMadeAnew extends Story {

        AReturnedProposalIsMadeAnew(Chapter chapter) {
            super(chapter, "Kulturföreningen Lyckå", "8020000512", 60_000);
        }

        @Override
        void isDecided() {
            office.as("deciderK")
                    .does(
                            "userTask_decide",
                            reference.value(),
                            Map.of("decisionAnswer", "return", "returnReason", "Villkoren behöver vara tydligare."));
            var clearer = Written.proposal("GRANT", requested);
            clearer.put("proposedConditions", "Bidraget får bara användas till berättarkvällar i Lyckeby.");
            office.as(OFFICER).does("userTask_proposeDecision", reference.value(), clearer);
            decides("deciderK");
        }

        @Override
        void outcome() {
            wasDecided(DecisionKind.GRANT, 60_000, "deciderK");
            assertThat(office.history(reference.value()))
                    .filteredOn(done -> done.endsWith("Decision") || done.endsWith("decide"))
                    .containsExactly(
                            "2026-04-20 officerK1 userTask_proposeDecision",
                            "2026-04-22 deciderK userTask_decide",
                            "2026-04-22 officerK1 userTask_proposeDecision",
                            "2026-04-22 deciderK userTask_decide");
            assertThat(records.decision(reference).conditions())
                    .contains("Bidraget får bara användas till berättarkvällar i Lyckeby.");
            wasClosed(60_000);
        }
    }
}
