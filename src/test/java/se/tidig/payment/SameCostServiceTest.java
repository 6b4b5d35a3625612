package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.DomainTest;
import se.tidig.Sek;
import se.tidig.application.ApplicationFixture;
import se.tidig.decision.DecisionFixture;
import se.tidig.grant.Grant;
import se.tidig.grant.GrantConfirmationService;
import se.tidig.grant.GrantFixture;
import se.tidig.grant.Grants;
import se.tidig.organisation.Board;

/** Two grants to one recipient are for the same costs only if a budget line and the time are the same (6 §). */
@DomainTest
class SameCostServiceTest {

    private static final Map<String, Object> RENT =
            Map.of("category", "premises", "description", "lokalhyra ", "amount", 40_000);

    @Autowired
    SameCostService sameCosts;

    @Autowired
    GrantFixture fixture;

    @Autowired
    ApplicationFixture applications;

    @Autowired
    DecisionFixture decisions;

    @Autowired
    GrantConfirmationService confirmation;

    @Autowired
    Grants grants;

    Grant first;

    @BeforeEach
    void theFirstGrantIsForMarchToJune() {
        first = grant(Board.K, "8020000006", "2027-03-01", "2027-06-30", RENT);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01, 2027-06-30",
        "2027-01-01, 2027-03-01",
        "2027-06-30, 2027-12-31",
        "2027-04-01, 2027-04-30",
        "2027-01-01, 2027-12-31"
    })
    void aLineAlikeIsFoundAtAnotherBoardIfThePeriodsShareADay(String start, String end) {
        var other = grant(Board.H, "8020000006", start, end, RENT);

        assertThat(sameCosts.of(first)).isEqualTo("Lokalhyra, " + Sek.of(40_000) + " (" + other.reference() + ")");
        assertThat(sameCosts.of(other)).isEqualTo("Lokalhyra, " + Sek.of(40_000) + " (" + first.reference() + ")");
    }

    @ParameterizedTest
    @CsvSource({"2027-01-01, 2027-02-28", "2027-07-01, 2027-12-31", "2026-03-01, 2026-06-30"})
    void thereIsNoneIfThePeriodsShareNoDay(String start, String end) {
        var other = grant(Board.H, "8020000006", start, end, RENT);

        assertThat(sameCosts.of(first)).isNull();
        assertThat(sameCosts.of(other)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"salary, Lokalhyra, 40000", "premises, Lokalhyra och el, 40000", "premises, Lokalhyra, 40001"})
    void thereIsNoneIfTheLinesDifferInCategoryDescriptionOrAmount(String category, String description, int amount) {
        grant(
                Board.H,
                "8020000006",
                "2027-03-01",
                "2027-06-30",
                Map.of("category", category, "description", description, "amount", amount));

        assertThat(sameCosts.of(first)).isNull();
    }

    @Test
    void thereIsNoneForAnotherRecipient() {
        grant(Board.H, "8020024280", "2027-03-01", "2027-06-30", RENT);

        assertThat(sameCosts.of(first)).isNull();
    }

    @Test
    void aGrantThatWasDeclinedCostsNothing() {
        var other = grant(Board.H, "8020000006", "2027-03-01", "2027-06-30", RENT);
        confirmation.decline(other.reference(), "Vi avstår.");

        assertThat(sameCosts.of(first)).isNull();
    }

    private Grant grant(Board board, String recipient, String start, String end, Map<String, Object> line) {
        var answers = ApplicationFixture.answers("organisationNumber", recipient);
        answers.put("requestedAmount", 90_000);
        answers.put(
                "budgetLines",
                List.of(Map.of("category", "salary", "description", "Post " + board, "amount", 50_000), line));
        answers.put("periodStart", start);
        answers.put("periodEnd", end);
        var granted = decisions.grant(
                applications.receive(board, answers),
                Sek.of(90_000),
                fixture.today(),
                null,
                LocalDate.parse(end).plusDays(60));
        confirmation.open(granted, ApplicationFixture.RULES);
        return grants.get(granted.reference());
    }
}
