package se.tidig.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.eligibility.Given.association;
import static se.tidig.eligibility.Given.line;
import static se.tidig.eligibility.Given.partner;
import static se.tidig.eligibility.Given.row;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tidig.bundle.Bundle;
import se.tidig.form.FormSchema;

/** The facts that the table gets, and the errors that name case and fact. */
class FactsTest {

    private static final String ID = "K-2026-2-017";

    private static Map<String, Object> typed(Given given) {
        return Facts.of(ID, Given.FORM, given.facts()).values();
    }

    @Test
    void factsAreTypedForTheTable() {
        var facts = typed(association()
                .with("requestedAmount", 1.5)
                .with("participantFee", BigInteger.TEN)
                .with("maxMonths", 6.0));

        assertThat(facts.get("periodStart")).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(facts.get("receivedAt")).isEqualTo(ZonedDateTime.parse("2026-09-18T10:00:00+02:00"));
        assertThat(facts.get("requestedAmount")).isEqualTo(new BigDecimal("1.5"));
        assertThat(facts.get("participantFee")).isEqualTo(new BigDecimal("10"));
        assertThat(facts.get("maxMonths")).isEqualTo(new BigDecimal("6"));
        assertThat(facts.get("signed")).isEqualTo(true);
    }

    @Test
    void datesMayBeTypedAlready() {
        var facts = typed(association()
                .with("periodStart", LocalDate.of(2027, 1, 1))
                .with("receivedAt", OffsetDateTime.parse("2026-09-18T10:00:00Z"))
                .with("closesAt", ZonedDateTime.parse("2026-09-20T23:59:59+02:00[Europe/Stockholm]")));

        assertThat(facts.get("periodStart")).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(facts.get("receivedAt")).isEqualTo(ZonedDateTime.parse("2026-09-18T10:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource
    void anAbsentAnswerCountsAsWhatItsKindSays(String name, Object expected) {
        assertThat(typed(association().without(name))).containsEntry(name, expected);
        assertThat(typed(association().with(name, null))).containsEntry(name, expected);
        assertThat(typed(association().with(name, ""))).containsEntry(name, expected);
    }

    static Stream<Arguments> anAbsentAnswerCountsAsWhatItsKindSays() {
        return Stream.of(
                Arguments.of("partners", List.of()),
                Arguments.of("focusAreas", List.of()),
                Arguments.of("targetGroups", List.of()),
                Arguments.of("budgetLines", List.of()),
                Arguments.of("attachments", List.of()),
                Arguments.of("activityDescription", ""),
                Arguments.of("purposeDescription", ""),
                Arguments.of("signed", false),
                Arguments.of("signatoryAuthorised", false),
                Arguments.of("publicFunding", BigDecimal.ZERO),
                Arguments.of("pendingPublicFunding", BigDecimal.ZERO),
                Arguments.of("participantFee", null),
                Arguments.of("requestedAmount", null),
                Arguments.of("hasResponsibleBoard", null),
                Arguments.of("organisationType", null),
                Arguments.of("periodStart", null));
    }

    @Test
    void anAbsentPartOfALineOrPartnerCountsAsWhatItsKindSays() {
        var facts =
                typed(association().lines(row("category", "", "amount", null)).partners(row("name", "")));

        assertThat(facts.get("budgetLines"))
                .isEqualTo(List.of(row(
                        "category",
                        "other",
                        "description",
                        null,
                        "amount",
                        BigDecimal.ZERO,
                        "publicFunding",
                        BigDecimal.ZERO,
                        "statutoryDuty",
                        false,
                        "internship",
                        false)));
        assertThat(facts.get("partners"))
                .isEqualTo(List.of(row(
                        "name", null,
                        "type", null,
                        "hasResponsibleBoard", null,
                        "democraticAndIndependent", null,
                        "purposeCompatible", null,
                        "activeInSwedenSince", null)));
    }

    @Test
    void listsOfValuesAreSetsAndLinesAreNot() {
        var facts = typed(association()
                .with("targetGroups", List.of("lma", "minors", "lma"))
                .with("completionOrdered", List.of("NOT_SIGNED", "NOT_SIGNED"))
                .lines(line("salary", 1), line("salary", 1)));

        assertThat(facts.get("targetGroups")).isEqualTo(List.of("lma", "minors"));
        assertThat(facts.get("completionOrdered")).isEqualTo(List.of("NOT_SIGNED"));
        assertThat((List<?>) facts.get("budgetLines")).hasSize(2);
    }

    @Test
    void anOwnersOwnQuestionsPassUnchanged() {
        var own = row("x", null);

        assertThat(typed(association().with("ownQuestion", own).with("other own", null)))
                .containsEntry("ownQuestion", own)
                .containsEntry("other own", null);
        assertThat(association().with("ownQuestion", own).findings()).isEmpty();
    }

    @Test
    void aLimitOfTheCallIsGivenAndMayBeNone() {
        assertThat(typed(association())).containsEntry("maxMonths", null).containsEntry("maxPerApplication", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receivedAt",
                "closesAt",
                "overdueRecovery",
                "completionOrdered",
                "completionRoundsLeft",
                "excludedCategories",
                "maxPerApplication",
                "maxMonths"
            })
    void aSystemFactIsNeverAbsent(String name) {
        assertError(association().without(name), name, "saknas");
        assertError(association().with(name, ""), name, "värdet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receivedAt",
                "closesAt",
                "overdueRecovery",
                "completionOrdered",
                "completionRoundsLeft",
                "excludedCategories"
            })
    void onlyALimitMayBeNull(String name) {
        assertError(association().with(name, null), name, "saknas");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void aValueThatIsNoneOfTheFactsIsAnError(String name, Object value) {
        assertError(association().with(name, value), name, "värdet");
    }

    static Stream<Arguments> aValueThatIsNoneOfTheFactsIsAnError() {
        return Stream.of(
                Arguments.of("organisationName", 1),
                Arguments.of("organisationNumber", 8020000006L),
                Arguments.of("title", true),
                Arguments.of("activityDescription", List.of("x")),
                Arguments.of("organisationType", "Association"),
                Arguments.of("organisationType", " "),
                Arguments.of("organisationType", true),
                Arguments.of("internship", "half"),
                Arguments.of("statutoryDuty", true),
                Arguments.of("hasResponsibleBoard", "true"),
                Arguments.of("democracyConcern", 1),
                Arguments.of("signed", "false"),
                Arguments.of("overdueRecovery", "false"),
                Arguments.of("activeInSwedenSince", "2026-02-29"),
                Arguments.of("activeInSwedenSince", "2026"),
                Arguments.of("periodStart", "1/1 2027"),
                Arguments.of("periodStart", "2027-01-01T00:00:00"),
                Arguments.of("periodStart", 20270101),
                Arguments.of("receivedAt", "2026-09-18T10:00:00"),
                Arguments.of("receivedAt", "2026-09-18"),
                Arguments.of("receivedAt", "2026-02-30T10:00:00Z"),
                Arguments.of("closesAt", 0),
                Arguments.of("participantFee", -0.01),
                Arguments.of("participantFee", "20"),
                Arguments.of("participantFee", Double.NaN),
                Arguments.of("publicFunding", new BigDecimal("0.001")),
                Arguments.of("pendingPublicFunding", -1),
                Arguments.of("requestedAmount", 0),
                Arguments.of("requestedAmount", new BigDecimal("0.00")),
                Arguments.of("requestedAmount", -5),
                Arguments.of("requestedAmount", 10.005),
                Arguments.of("requestedAmount", true),
                Arguments.of("requestedAmount", new BigDecimal("1e12")),
                Arguments.of("maxPerApplication", -1),
                Arguments.of("maxPerApplication", new BigDecimal("1.001")),
                Arguments.of("maxPerApplication", "300000"),
                Arguments.of("maxMonths", 0),
                Arguments.of("maxMonths", -6),
                Arguments.of("maxMonths", 6.5),
                Arguments.of("maxMonths", "6"),
                Arguments.of("completionRoundsLeft", -1),
                Arguments.of("completionRoundsLeft", "1"),
                Arguments.of("focusAreas", "swedish"),
                Arguments.of("focusAreas", Map.of()),
                Arguments.of("budgetLines", Map.of()),
                Arguments.of("partners", "Grannföreningen"),
                Arguments.of("completionOrdered", "NOT_SIGNED"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void anElementThatIsNoneOfTheFactsIsAnErrorThatSaysWhich(String name, Object second, String path) {
        var first =
                switch (name) {
                    case "partners" -> partner("company");
                    case "budgetLines" -> line("salary", 1);
                    case "focusAreas" -> "health";
                    case "targetGroups" -> "lma";
                    case "attachments" -> "statutes";
                    case "excludedCategories" -> "travel";
                    default -> "NOT_SIGNED";
                };
        assertError(association().with(name, Arrays.asList(first, second)), path, "värdet");
    }

    static Stream<Arguments> anElementThatIsNoneOfTheFactsIsAnErrorThatSaysWhich() {
        return Stream.of(
                Arguments.of("focusAreas", "sport", "focusAreas[2]"),
                Arguments.of("targetGroups", null, "targetGroups[2]"),
                Arguments.of("attachments", "", "attachments[2]"),
                Arguments.of("excludedCategories", "rent", "excludedCategories[2]"),
                Arguments.of("completionOrdered", 1, "completionOrdered[2]"),
                Arguments.of("partners", null, "partners[2]"),
                Arguments.of("partners", "Grannföreningen", "partners[2]"),
                Arguments.of("partners", row("type", "club"), "partners[2].type"),
                Arguments.of("partners", row("name", 1), "partners[2].name"),
                Arguments.of("partners", row("hasResponsibleBoard", "yes"), "partners[2].hasResponsibleBoard"),
                Arguments.of("partners", row("activeInSwedenSince", "i fjol"), "partners[2].activeInSwedenSince"),
                Arguments.of("budgetLines", 100, "budgetLines[2]"),
                Arguments.of("budgetLines", row("category", "rent"), "budgetLines[2].category"),
                Arguments.of("budgetLines", row("description", false), "budgetLines[2].description"),
                Arguments.of("budgetLines", row("amount", "100"), "budgetLines[2].amount"),
                Arguments.of("budgetLines", row("amount", -1), "budgetLines[2].amount"),
                Arguments.of("budgetLines", row("amount", 0.001), "budgetLines[2].amount"),
                Arguments.of("budgetLines", row("publicFunding", -1), "budgetLines[2].publicFunding"),
                Arguments.of("budgetLines", row("statutoryDuty", 0), "budgetLines[2].statutoryDuty"),
                Arguments.of("budgetLines", row("internship", "none"), "budgetLines[2].internship"));
    }

    @Test
    void thePeriodMayEndTheDayItStartsButNotBefore() {
        var given = association().with("periodStart", "2027-03-01");

        assertThat(typed(given.with("periodEnd", "2027-03-01"))).isNotEmpty();
        assertError(given.with("periodEnd", "2027-02-28"), "periodEnd", "före periodStart 2027-03-01");
    }

    @Test
    void theMessageSaysWhatIsWrongAndWhatIsExpected() {
        assertThatThrownBy(() -> typed(association().with("internship", "half")))
                .hasMessage("Ärendet K-2026-2-017: uppgiften internship har värdet \"half\"."
                        + " Det ska vara ett av värdena none, part, whole.");
        assertThatThrownBy(() -> typed(association().without("closesAt")))
                .hasMessage("Ärendet K-2026-2-017: uppgiften closesAt saknas. Det ska vara datum och klockslag med"
                        + " avstånd till UTC, till exempel 2026-09-20T23:59:59+02:00.");
    }

    @Test
    void aNewAlternativeOfTheFormIsAFactAtOnceAlsoInTheRowsOfAList() {
        var form = changed("\"value\": \"individual\"", "\"value\": \"supportAssociation\"");
        var given = association()
                .with("organisationType", "supportAssociation")
                .partners(partner("supportAssociation"))
                .facts();

        assertThat(Facts.of(ID, form, given).values()).containsEntry("organisationType", "supportAssociation");
        assertThatThrownBy(() -> Facts.of(ID, Given.FORM, given)).isInstanceOf(FactError.class);
    }

    @Test
    void anOwnersQuestionsAreTypedAsTheFormAsksThem() {
        var form = changed(
                "\"type\": \"textfield\",\n          \"id\": \"textfield_venues\",\n          \"key\": \"venues\"",
                "\"type\": \"datetime\",\n          \"subtype\": \"date\",\n          \"id\": \"datetime_venues\",\n          \"key\": \"venues\"");

        assertThat(Facts.of(ID, form, association().with("venues", "2027-02-01").facts())
                        .values())
                .containsEntry("venues", LocalDate.of(2027, 2, 1));
        assertThatThrownBy(() -> Facts.of(
                        ID, form, association().with("venues", "i februari").facts()))
                .isInstanceOf(FactError.class)
                .hasMessageContaining("venues");
    }

    @Test
    void aYesOrNoOfTheFormIsATruthValueAndOtherTextStaysText() {
        var answered = Facts.answered(
                Given.FORM,
                row(
                        "hasResponsibleBoard",
                        "false",
                        "title",
                        "true",
                        "partners",
                        List.of(row("name", "true", "purposeCompatible", "true"))));

        assertThat(answered)
                .isEqualTo(row(
                        "hasResponsibleBoard",
                        false,
                        "title",
                        "true",
                        "partners",
                        List.of(row("name", "true", "purposeCompatible", true))));
    }

    private static FormSchema changed(String from, String to) {
        var file = new String(Bundle.packaged().bytes("forms/application.form"), StandardCharsets.UTF_8);
        assertThat(file).contains(from);
        return FormSchema.parse(file.replace(from, to));
    }

    private static void assertError(Given given, String fact, String wrong) {
        assertThatThrownBy(() -> typed(given))
                .isInstanceOf(FactError.class)
                .hasMessageContaining(ID)
                .hasMessageContaining(" " + fact + " ")
                .hasMessageContaining(wrong)
                .hasMessageContaining("Det ska vara");
    }
}
