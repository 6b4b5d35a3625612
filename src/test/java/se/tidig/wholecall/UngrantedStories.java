package se.tidig.wholecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.tidig.Actor;
import se.tidig.application.ApplicationStatus;
import se.tidig.decision.DecisionKind;
import se.tidig.journal.EventKind;
import se.tidig.mypages.Act;

/** The applications that end without a grant. */
final class UngrantedStories {

    private UngrantedStories() {}

    static Stream<Story> in(Story.Chapter chapter) {
        return Stream.of(
                new BelowTheFloorIsRefusedAfterHearing(chapter),
                new LateIsRejected(chapter),
                new UnansweredCompletionIsJudgedAsItIs(chapter),
                new WithdrawnIsWrittenOff(chapter));
    }

    /**
     * 4 § and 25 § FL: an application below the lowest level is refused, after the applicant has seen others'
     * material.
     */
    private static class BelowTheFloorIsRefusedAfterHearing extends Story {

        BelowTheFloorIsRefusedAfterHearing(Chapter chapter) {
            super(chapter, "Teatergruppen Gränslös", "8020000421", 120_000);
        }

        @Override
        void isAssessed() {
            var assessment = Written.assessment(1);
            assessment.put("externalMaterial", true);
            assessment.put("externalMaterialText", "Kommunen uppger att liknande kurser redan finns.");
            office.as(OFFICER).does("userTask_assessApplication", reference.value(), assessment);
            office.as("officerK2").does("userTask_assessSecond", reference.value(), Written.assessment(1));
        }

        @Override
        void isProposed() {
            office.as(OFFICER)
                    .does(
                            "userTask_communicate",
                            reference.value(),
                            Map.of(
                                    "hearingText",
                                    "Kommunen har uppgett att liknande kurser redan finns i Karlskrona.",
                                    "replyBy",
                                    records.today().plusDays(14).toString()));
            applicant.sends(reference, Act.HEARING, Map.of("hearingReply", "Kommunens kurser är fulltecknade."));
            office.goOn();
            proposes("REFUSAL", null);
        }

        @Override
        void outcome() {
            wasDecided(DecisionKind.REFUSAL, 0, "deciderK");
            hasNoGrant();
            assertThat(records.mails(reference)).containsSubsequence("hearing", "decision");
            assertThat(records.event(reference, EventKind.REPLY).actor())
                    .isEqualTo(Actor.of(email(organisationNumber)));
        }
    }

    /** 10 §: the day of receipt is after the last day, and a person examined it. */
    private static class LateIsRejected extends Story {

        LateIsRejected(Chapter chapter) {
            super(chapter, "Listerlandets hembygdsförening", "8020000439", 50_000);
        }

        @Override
        void applies() {
            // Comes in after the last day.
        }

        @Override
        void afterClosing() {
            appliesOnPaper(LocalDate.of(2026, 2, 28), application());
        }

        @Override
        void inMarch() {
            office.as(OFFICER)
                    .does("userTask_examineRejection", reference.value(), Written.examination("UPHELD", "uphold"));
        }

        @Override
        void isAssessed() {
            assertThat(records.status(reference)).isEqualTo(ApplicationStatus.EXCLUDED);
        }

        @Override
        void isProposed() {
            proposes("REJECTION", null);
        }

        @Override
        void outcome() {
            wasDecided(DecisionKind.REJECTION, 0, "deciderK");
            assertThat(records.decision(reference).grounds())
                    .extracting(ground -> ground.paragraph())
                    .contains("10 §");
            assertThat(office.history(reference.value())).contains("2026-03-18 officerK1 userTask_examineRejection");
            hasNoGrant();
        }
    }

    /** 23 § FL: documents that never came are requested twice, and then the case is judged as it is. */
    private static class UnansweredCompletionIsJudgedAsItIs extends Story {

        UnansweredCompletionIsJudgedAsItIs(Chapter chapter) {
            super(chapter, "Musikföreningen Samklang", "8020000447", 70_000);
        }

        @Override
        Map<String, Object> application() {
            var answers = super.application();
            answers.put("attachments", List.of("statutes"));
            return answers;
        }

        @Override
        void isTakenOn() {
            super.isTakenOn();
            asks(LocalDate.of(2026, 3, 16));
        }

        @Override
        void inMarch() {
            letsStand();
            asks(LocalDate.of(2026, 4, 8));
        }

        @Override
        void whenTheOrderHasRunOut() {
            // Missing documents are requested and never ordered: the application is examined as it is.
            letsStand();
            office.as(OFFICER)
                    .does("userTask_reviewConditions", reference.value(), Written.examination("UPHELD", "uphold"));
        }

        private void asks(LocalDate by) {
            office.as(OFFICER)
                    .does(
                            "userTask_requestCompletion",
                            reference.value(),
                            Map.of(
                                    "completionText",
                                    "Skicka in de handlingar som saknas.",
                                    "completionBy",
                                    by.toString()));
        }

        private void letsStand() {
            office.as(OFFICER)
                    .does(
                            "userTask_completionExpired",
                            reference.value(),
                            Map.of("expiredStep", "proceed", "expiredReason", "Inget svar har kommit in."));
        }

        @Override
        void isAssessed() {
            // Excluded by upheld grounds.
        }

        @Override
        void isProposed() {
            proposes("REFUSAL", null);
        }

        @Override
        void outcome() {
            wasDecided(DecisionKind.REFUSAL, 0, "deciderK");
            assertThat(records.mails(reference))
                    .filteredOn("completion-request"::equals)
                    .hasSize(2);
            assertThat(records.mails(reference)).contains("completion-closed").doesNotContain("completion-order");
            hasNoGrant();
        }
    }

    /** A withdrawn application is written off by a decision, and never assessed. */
    private static class WithdrawnIsWrittenOff extends Story {

        WithdrawnIsWrittenOff(Chapter chapter) {
            super(chapter, "Friluftsvännerna i Jämshög", "8020000454", 65_000);
        }

        @Override
        void inMarch() {
            applicant.sends(
                    reference,
                    Act.WITHDRAWAL,
                    Map.of("withdrawal", "Vi återkallar ansökan.", "withdrawalCertain", true));
            office.goOn();
            var writeOff = Map.<String, Object>of(
                    "writeOffReasons", "Sökanden har återkallat ansökan före beslutet.", "writeOffDecided", true);
            office.as(OFFICER).cannot("userTask_writeOff", reference.value(), writeOff);
            office.as("deciderK").does("userTask_writeOff", reference.value(), writeOff);
        }

        @Override
        void isAssessed() {
            // Written off.
        }

        @Override
        void isProposed() {
            // Decided already.
        }

        @Override
        void isDecided() {
            // Decided already.
        }

        @Override
        void outcome() {
            wasDecided(DecisionKind.WRITE_OFF, 0, "deciderK");
            assertThat(records.status(reference)).isEqualTo(ApplicationStatus.WRITTEN_OFF);
            hasNoGrant();
        }
    }
}
