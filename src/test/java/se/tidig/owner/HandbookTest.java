package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Each kind of change that the process owner's handbook teaches is made by files on a running system in some test, every
 * other section has a test too, and everything that the handbook names exists.
 */
class HandbookTest {

    private static final Path HANDBOOK = Path.of("docs/processagare.md");

    /** The section with the table that says what to change. */
    private static final String TABLE = "Var ändras vad";

    /**
     * The tests, as {@code Class#method} with the package of a class that is not here, by the row of the table that says
     * what to change if.
     */
    private static final Map<String, List<String>> CHANGES = changes();

    /** The same, by the other sections, in order. */
    private static final Map<String, List<String>> SECTIONS = sections();

    private static Map<String, List<String>> changes() {
        var tests = new LinkedHashMap<String, List<String>>();
        tests.put("en fråga", List.of("OwnersFirstChangesTest#aNewQuestionWithANewRuleOnIt"));
        tests.put(
                "en fråga till en handläggare eller någon annan i en uppgift, som ärendet sedan går efter",
                List.of(
                        "OwnersTaskAnswersTest#aQuestionToAnOfficerChoosesTheWayInALaterProcess",
                        "OwnersTaskAnswersTest#aTableOfAProcessReadsTheAnswerOfATask",
                        "OwnersTaskAnswersTest#aStartFormIsKnownFromTheFirstStepAndOnlyToItsOwnProcess"));
        tests.put(
                "en regel, ett gränsvärde, ett skäl i brevet",
                List.of(
                        "OwnersFirstChangesTest#aChangedThreshold",
                        "OwnersTablesTest#aRefusalGivesTheSentenceThatTheTableHasForTheDecision",
                        "DecidedPlanTest#aGrantHasThePlanOfItsDecisionAlsoIfAnotherTableIsPublishedMeanwhile"));
        tests.put(
                "ett nytt steg, en ny grupp, en händelse som väntar på en tid",
                List.of(
                        "OwnersFirstChangesTest#aNewReviewStepBetweenTwoOthersWithANewForm",
                        "OwnersFirstChangesTest#aNewGroup",
                        "OwnersTimerTest#theHeadIsRemindedBesideTheAssessmentAndTheCaseGoesOnAsBefore"));
        tests.put(
                "vilka grupper som startar processen för hand",
                List.of("OwnersStartersTest#theGroupsThatTheModelNamesStartIt"));
        tests.put(
                "hur lång en tid är: sex månader, fyra veckor, fem bankdagar, förslag på sista dag",
                List.of("OwnersTimeLimitsTest#aChangedTimeHoldsAlsoInCasesThatRunAndWhatWasToldStands"));
        tests.put("när mottagaren påminns", List.of("OwnersFirstChangesTest#aMovedDeadline"));
        tests.put("hur länge sökanden får komplettera", List.of("OwnersTablesTest#howLongAnApplicantMayComplete"));
        tests.put(
                "vilka brister som får föreläggas och med vilken bestämmelse utöver 20 §, och vilka iakttagelser som sökanden ska få yttra sig över",
                List.of("OwnersTablesTest#whatMayBeOrderedGoesByTheTableOfTheDayAlsoInACaseThatRuns"));
        tests.put(
                "kriteriernas vikt, lägsta och högsta poäng",
                List.of("OwnersTablesTest#whatACriterionWeighsAndItsHighestScore"));
        tests.put(
                "ett mejl eller ett brev",
                List.of("OwnersFirstChangesTest#aNewMail", "OwnersFirstChangesTest#aRewordedLetter"));
        tests.put("alla brevs utseende", List.of("OwnersFirstChangesTest#theLookOfAllLetters"));
        tests.put(
                "det som flera brev säger, till exempel *Så här överklagar ni*",
                List.of("OwnersTextsTest#whatSeveralLettersSayIsChangedInOnePlace"));
        var addresses = List.of("OwnersTextsTest#theCourtAndTheAddressOfTheDayStandAlsoInALetterOfACaseThatRuns");
        tests.put("förvaltningsrätten i brevens anvisning", addresses);
        tests.put("länsstyrelsernas adresser i brev och mejl", addresses);
        tests.put(
                "en grupps svenska namn",
                List.of("OwnersPeopleTest#aGroupHasTheNameOfTheBundleAndStaysForCasesThatRunWhenItIsTakenAway"));
        tests.put("stegen som sökanden ser", List.of("OwnersTextsTest#theStagesThatApplicantsSee"));
        return tests;
    }

    private static Map<String, List<String>> sections() {
        var tests = new LinkedHashMap<String, List<String>>();
        tests.put(
                "Så gör du en ändring",
                List.of(
                        "bundle.deployment.BundleDeploymentTest#filesThatAnOwnerPostsAreCombinedWithTheBundleAndDeployedAsAWhole",
                        "bundle.deployment.BundleDeploymentTest#aModelChangedUnderItsOldVersionTagIsNamedInTheDeploymentAndInTheTask",
                        "bundle.deployment.BundleDeploymentTest#aBrokenModelIsRefusedAndNothingIsDeployed"));
        tests.put(
                "Flera filer, borttagna filer och en tidigare version",
                List.of(
                        "PublishingTest#aProcessThatIsRemovedStartsNoMoreAndTheCasesOfItGoOn",
                        "PublishingTest#aFileThatIsUsedIsNotRemovedAndNothingIsPublished",
                        "PublishingTest#anOwnerGoesBackToAnEarlierVersionAsItWas"));
        tests.put(
                "När programmet byts",
                List.of("OwnersNewProgramTest#casesFollowTheOwnersBundleAndThenWhatTheOwnersTakeIn"));
        tests.put("En fråga med en regel", List.of("OwnersTextsTest#anAnswerStandsInMailsAndLettersAsItIsStored"));
        tests.put("Det som begärs in", List.of("OwnersReplyTest#anOwnersNewQuestionIsAskedForAndAnsweredOnPaper"));
        tests.put("Ett nytt alternativ", List.of("OwnersAlternativesTest#aNewAlternativeWithARule"));
        tests.put(
                "Villkor och regler i ett formulär",
                List.of("bundle.careless.CarelessOwnerTest#aMistakeIsReportedWithFileElementAndCause"));
        tests.put(
                "Frågor på webbplatsen",
                List.of(
                        "form.FormPagesTest#aFollowUpStandsAfterTheChoiceItBelongsTo",
                        "form.FormPagesTest#whatStandsOnPaperOnlyIsNotShown",
                        "form.FormPagesTest#eachDocumentHasAPlaceOfItsOwnWithItsState",
                        "form.FormPagesTest#theSumsOfTheRowsStandBelowThem",
                        "form.FormPagesTest#partsTellHowFarTheyHaveCome",
                        "mypages.web.ActPageTest#everyKindOfDocumentReachesTheStepThatThePaperReaches",
                        "form.FormSchemaTest#aPropertyOfThePortalThatCannotHoldIsTold",
                        "form.PostedAnswersTest#anAmountIsReadAsPeopleWriteIt"));
        tests.put(
                "Frågor på engelska",
                List.of(
                        "bundle.check.form.FormWordsCheckTest#aMissingWordIsAWarningWithFileAndElement",
                        "bundle.check.form.FormWordsCheckTest#theWordsAreThoseOfTheVersion"));
        tests.put("En iakttagelse", List.of("OwnersTablesTest#aRefusalGivesTheSentenceThatTheTableHasForTheDecision"));
        tests.put(
                "Välj väg på ett svar, en iakttagelse eller ett belopp",
                List.of(
                        "OwnersRoutingTest#anAnswerOfTheApplicationChoosesTheWayHoweverItCameIn",
                        "OwnersTaskAnswersTest#theLatestAnswerCountsAndATaskThatIsDoneAgainReplacesItsOwn",
                        "OwnersTaskAnswersTest#anAnswerThatIsGivenOnSomeWaysOnlyIsToldWithWhatThenHolds",
                        "OwnersTaskAnswersTest#aTextThatSomebodyWritesDoesNotBecomeAVariable",
                        "OwnersTaskAnswersTest#oneNameForAnswersOfDifferentKindsIsTold",
                        "OwnersRoutingTest#aFindingWithANameRoutesToANewGroup",
                        "OwnersRoutingTest#refusalsAboveAnAmountGoToTheHead",
                        "OwnersLaterProcessesTest#aGrantAsksAnAnswerAFindingAndFiguresOfItsApplication",
                        "OwnersLaterProcessesTest#planAuditorAndRankingReadAnAnswer",
                        "OwnersLaterProcessesTest#theCheckOfAReportReadsAnAnswerAndAFigure",
                        "OwnersTaskAnswersTest#theConditionsReadTheAnswerOfATaskAndAreStoredWithIt",
                        "OwnersLaterProcessesTest#theRemindersOfAGrantReadWhatWasDecided",
                        "OwnersLaterProcessesTest#aRowOfRemindersThatAsksBeforeTheDecisionForWhatWasDecidedIsTold"));
        tests.put(
                "Prova en tabell på fall",
                List.of(
                        "eligibility.DecideCommandTest#printsOneResultForEachCaseAndNothingElse",
                        "eligibility.DecideCommandTest#anyOtherDecisionGetsItsFactsAsTheyAre"));
        tests.put("Ett nytt granskningssteg", List.of("OwnersPeopleTest#aStepMayExcludeWhoDidSeveralOthers"));
        tests.put("Stegen som sökanden ser", List.of("OwnersTextsTest#theStagesThatApplicantsSee"));
        tests.put("Ansökans väg, i delar", List.of("HandbookTest#thePartsAndStepsThatItNamesAreThoseOfTheDiagram"));
        tests.put(
                "Tidsgränser", List.of("OwnersTimeLimitsTest#aChangedTimeHoldsAlsoInCasesThatRunAndWhatWasToldStands"));
        tests.put(
                "En tidsgräns vid ett steg",
                List.of(
                        "OwnersTimerTest#theHeadIsRemindedBesideTheAssessmentAndTheCaseGoesOnAsBefore",
                        "OwnersTimerTest#aTimerThatEndsTheStepEndsItWhenTheTimeIsUp",
                        "OwnersTimerTest#aTimerMayWaitForADayThatTheCaseKnows"));
        tests.put(
                "Årliga belopp",
                List.of("YearlyAmountsTest#theReviewStandsUntilTheAmountIsEnteredAndThenDecisionsGoByIt"));
        tests.put("En ny grupp", List.of("OwnersFirstChangesTest#aNewGroup"));
        tests.put("Ord", List.of("bundle.WordListTest#peopleReadNoReplacedWord"));
        tests.put(
                "Ett nytt mejl",
                List.of(
                        "OwnersTextsTest#aMailGoesToTheApplicantAGroupOrThoseWhoWantToKnowOfCalls",
                        "OwnersTextsTest#aNewLetterIsPublishedUnderItsWholeNameAndGoesWithItsMail"));
        tests.put(
                "Länkar i mejl, och det som bara står på Mina sidor",
                List.of(
                        "OwnersTextsTest#aMailLinksToAPageAndSaysSomethingOnlyAfterLogIn",
                        "OwnersTextsTest#aLinkToAPageThatIsNoneIsRefused",
                        "mypages.web.MailLinksTest#everyMailToAPartyLinksToAPageThatItsPersonOpensAndNobodyElse"));
        tests.put("Välj ur listor i Modeler", List.of("ElementTemplatesTest#whatIsPickedFromTheListsPassesTheCheck"));
        tests.put(
                "Vad uttryck får innehålla",
                List.of("bundle.careless.CarelessOwnerTest#aMistakeIsReportedWithFileElementAndCause"));
        tests.put(
                "Se ett ärende",
                List.of("casefile.web.CasePageTest#aProcessOwnerOpensOneCaseWithAReasonForALimitedTime"));
        tests.put(
                "Vad kontrollen inte ser",
                List.of(
                        "bundle.careless.CarelessOwnerTest#theCheckPassesWhatTheHandbookSaysItCannotSee",
                        "bundle.careless.CarelessOwnerTest#theHandbookListsEveryMistakeThatTheCheckCannotSee"));
        return tests;
    }

    @Test
    void everyChangeOfTheTableIsTested() throws IOException {
        var rows = Pattern.compile("(?m)^\\| ([^|]+) \\| [^|]+ \\|$").matcher(section(TABLE));
        var changes = new ArrayList<>(rows.results().map(row -> row.group(1)).toList());
        changes.remove("ändring");
        assertThat(CHANGES.keySet()).containsExactlyElementsOf(changes);
        CHANGES.values().forEach(HandbookTest::areThere);
    }

    @Test
    void everySectionIsTested() throws IOException {
        var headings = new ArrayList<>(Pattern.compile("(?m)^## (.+)$")
                .matcher(Files.readString(HANDBOOK))
                .results()
                .map(heading -> heading.group(1))
                .toList());
        assertThat(headings.remove(TABLE)).as("its rows are CHANGES").isTrue();
        assertThat(SECTIONS.keySet()).containsExactlyElementsOf(headings);
        SECTIONS.values().forEach(HandbookTest::areThere);
    }

    @Test
    void thePartsAndStepsThatItNamesAreThoseOfTheDiagram() throws IOException {
        var model = Bpmn.readModelFromStream(Files.newInputStream(Path.of("processes/application.bpmn")));
        var parts = model.getModelElementsByType(SubProcess.class).stream()
                .map(FlowElement::getName)
                .toList();
        assertThat(italics(section("Ansökans väg, i delar"))).hasSize(8).isSubsetOf(parts);

        var steps = model.getModelElementsByType(FlowElement.class).stream()
                .map(FlowElement::getName)
                .toList();
        var known = section("Välj väg på ett svar, en iakttagelse eller ett belopp")
                .lines()
                .filter(line -> line.startsWith("| `application` |"))
                .findFirst()
                .orElseThrow();
        assertThat(italics(known)).hasSize(4).isSubsetOf(steps);
    }

    private static List<String> italics(String text) {
        return Pattern.compile("(?<!\\*)\\*([^*]+)\\*(?!\\*)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String section(String heading) throws IOException {
        var found = Pattern.compile("(?ms)^## " + Pattern.quote(heading) + "\n(.*?)(?=^## |\\z)")
                .matcher(Files.readString(HANDBOOK));
        assertThat(found.find()).as(heading).isTrue();
        return found.group(1);
    }

    private static void areThere(List<String> tests) {
        for (var test : tests) {
            var parts = test.split("#");
            assertThat(methods(parts[0])).as(test).contains(parts[1]);
        }
    }

    private static List<String> methods(String type) {
        try {
            return Arrays.stream(Class.forName("se.tidig." + (type.contains(".") ? type : "owner." + type))
                            .getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class)
                            || method.isAnnotationPresent(ParameterizedTest.class))
                    .map(method -> method.getName())
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(type, e);
        }
    }
}
