package se.tidig.application;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.bundle.FileRuleSet;
import se.tidig.bundle.RuleSet;
import se.tidig.call.CallFixture;
import se.tidig.organisation.Board;

/** Applications for tests. */
@Component
public class ApplicationFixture {

    /** The packaged tables. */
    public static final RuleSet RULES = FileRuleSet.packaged();

    static final EligibilityRecord.TableVersion TABLE = new EligibilityRecord.TableVersion("test", 1);

    private final ApplicationIntakeService intake;
    private final ApplicationProgressService progress;
    private final EligibilityReviewService review;
    private final CallFixture calls;
    private final Clock clock;

    ApplicationFixture(
            ApplicationIntakeService intake,
            ApplicationProgressService progress,
            EligibilityReviewService review,
            CallFixture calls,
            Clock clock) {
        this.intake = intake;
        this.progress = progress;
        this.review = review;
        this.calls = calls;
        this.clock = clock;
    }

    /** Records an application in a new open call, without starting a process. */
    @Transactional
    public Application receive(Board board, Map<String, Object> answers) {
        return intake.receivePaper(
                calls.open(board), answers, SwedishDate.on(clock.instant()), Actor.of("registrar" + board));
    }

    /** The same, registered and with its conditions checked by the packaged tables. */
    @Transactional
    public Reference checked(Board board, Map<String, Object> answers) {
        var reference = receive(board, answers).reference();
        progress.register(reference);
        review.check(reference, RULES, TABLE);
        return reference;
    }

    /** An application that meets all conditions, assessed and ranked: a decision on it is proposed next. */
    @Transactional
    public Reference prioritised(Board board, Map<String, Object> answers) {
        var reference = checked(board, answers);
        progress.assessed(reference);
        progress.prioritise(reference);
        return reference;
    }

    /** The answers of an association that meets all conditions, by the form's keys. */
    public static Map<String, Object> answers() {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("organisationName", "Föreningen Bryggan");
        answers.put("organisationNumber", "8020024280");
        answers.put("organisationType", "association");
        answers.put("contactName", "Anna Lind");
        answers.put("contactEmail", "forening@example.org");
        answers.put("giro", "5050-1055");
        answers.put("representatives", List.of(Map.of("name", "Anna Lind", "role", "ordförande")));
        answers.put("activeInSwedenSince", "2010-05-01");
        answers.put("hasResponsibleBoard", true);
        answers.put("democraticAndIndependent", true);
        answers.put("purposeCompatible", true);
        answers.put("democracyConcern", false);
        answers.put("inLiquidationOrBankruptcy", false);
        answers.put("enforcementDebt", false);
        answers.put("title", "Språkcafé Bryggan");
        answers.put("activityDescription", "Språkcafé två kvällar i veckan.");
        answers.put("purposeDescription", "Deltagarna bryter sin isolering.");
        answers.put("focusAreas", List.of("swedish"));
        answers.put("targetGroups", List.of("lma"));
        answers.put("participantFee", 0);
        answers.put("internship", "none");
        answers.put("economicActivity", false);
        answers.put("religiousOrPoliticalInfluence", false);
        answers.put("periodStart", "2027-01-01");
        answers.put("periodEnd", "2027-12-31");
        answers.put("budgetLines", List.of(line("salary", 80_000), line("premises", 20_000)));
        answers.put("requestedAmount", 100_000);
        answers.put("signed", true);
        answers.put("signatoryAuthorised", true);
        answers.put("attachments", List.of("statutes", "annualReport", "annualMeetingMinutes", "signatoryProof"));
        return answers;
    }

    /** The same answers with one changed, or removed if the value is null. */
    public static Map<String, Object> answers(String key, Object value) {
        var answers = answers();
        answers.put(key, value);
        answers.values().removeIf(Objects::isNull);
        return answers;
    }

    static Map<String, Object> line(String category, int amount) {
        return Map.of("category", category, "description", "Post", "amount", amount);
    }
}
