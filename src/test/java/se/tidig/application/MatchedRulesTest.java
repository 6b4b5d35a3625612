package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.TidigTest;
import se.tidig.application.process.ApplicationPlay;
import se.tidig.organisation.Board;

/** Two years later an auditor finds the rows of the version of the table that a case was checked by. */
@TidigTest
class MatchedRulesTest {

    @Autowired
    ApplicationPlay cases;

    @Autowired
    ApplicationFixture fixture;

    @Autowired
    EligibilityReviewService review;

    @Autowired
    EligibilityRecords records;

    @Autowired
    RepositoryService repository;

    @Test
    void theRowsThatMatchedStandWithTheirVersion() throws IOException {
        var check = checked(ApplicationFixture.answers("activeInSwedenSince", "2026-06-01"));

        assertThat(check.findings()).extracting(finding -> finding.code()).containsExactly("TOO_NEW");
        var table = table(check.table().deployment());
        assertThat(check.matched().get("applicant-eligibility")).singleElement().satisfies(id -> {
            Rule row = table.getModelElementById(id);
            assertThat(row.getOutputEntries())
                    .anySatisfy(output -> assertThat(output.getTextContent()).contains("TOO_NEW"));
            assertThat(((Decision) row.getParentElement().getParentElement()).getId())
                    .isEqualTo("applicant-eligibility");
        });
        assertThat(check.matched().get("admissibility")).isEmpty();
    }

    @Test
    void aCaseThatNothingStandsAgainstSaysSoOfEachTable() {
        var check = checked(ApplicationFixture.answers());

        assertThat(check.findings()).isEmpty();
        assertThat(check.matched()).containsEntry("admissibility", List.of());
    }

    @Test
    void aCheckByTablesInFilesTellsTheSame() {
        var application = fixture.receive(Board.K, ApplicationFixture.answers("activeInSwedenSince", "2026-06-01"));
        review.check(application.reference(), ApplicationFixture.RULES, ApplicationFixture.TABLE);

        assertThat(records.get(application.reference()).matched().get("applicant-eligibility"))
                .isEqualTo(checked(ApplicationFixture.answers("activeInSwedenSince", "2026-06-01"))
                        .matched()
                        .get("applicant-eligibility"))
                .isNotEmpty();
    }

    private EligibilityRecord checked(Map<String, Object> answers) {
        return records.get(cases.checked(answers));
    }

    private DmnModelInstance table(String deployment) throws IOException {
        var definition = repository
                .createDecisionDefinitionQuery()
                .deploymentId(deployment)
                .decisionDefinitionKey("eligibility")
                .singleResult();
        try (var file = repository.getDecisionModel(definition.getId())) {
            return Dmn.readModelFromStream(file);
        }
    }
}
