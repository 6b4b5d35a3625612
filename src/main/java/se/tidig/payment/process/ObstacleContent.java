package se.tidig.payment.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.bundle.RuleSet;
import se.tidig.document.AdministrativeCourt;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.Variable;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.grant.Grants;
import se.tidig.organisation.Board;
import se.tidig.organisation.Organisation;
import se.tidig.payment.PaymentObstacle;
import se.tidig.payment.PaymentObstacle.Kind;
import se.tidig.payment.PaymentObstacles;

/** The question of obstacle to a payment (15 b §) as officers, deciders and the recipient see it. */
@Component
class ObstacleContent implements CaseContent {

    private final PaymentObstacles obstacles;
    private final Grants grants;
    private final StaffRegister staff;
    private final DisplayRuleSource tables;

    ObstacleContent(PaymentObstacles obstacles, Grants grants, StaffRegister staff, DisplayRuleSource tables) {
        this.tables = tables;
        this.obstacles = obstacles;
        this.grants = grants;
        this.staff = staff;
    }

    record Obstacle(
            Reference reference,
            String recipient,
            String organisationNumber,
            String boardName,
            String court,
            Sek planned,
            String investigation,
            String investigatedBy,
            String hearing,
            String hearingNote,
            LocalDate replyDeadline,
            String reply,
            String status,
            String returnReason,
            String kind,
            Boolean whole,
            Boolean released,
            Sek withheld,
            String reasons,
            String paragraphs,
            String proposer,
            String decider,
            LocalDate date,
            String participants,
            String dissent) {}

    record Ground(String paragraph, String reason) {}

    private Optional<PaymentObstacle> latest(CaseTask task) {
        return Optional.ofNullable(task.text(Variable.MILESTONE))
                .map(MilestoneKey::of)
                .flatMap(obstacles::latest);
    }

    @Shows("paymentObstacle")
    Optional<Obstacle> obstacle(CaseTask task) {
        return latest(task).map(obstacle -> shown(obstacle, tables(task)));
    }

    private RuleSet tables(CaseTask task) {
        return task.processInstance() == null ? tables.current() : tables.ofCase(task.processInstance());
    }

    private Obstacle shown(PaymentObstacle obstacle, RuleSet rules) {
        var grant = grants.get(obstacle.reference());
        var proposed = obstacle.proposal() != null;
        return new Obstacle(
                obstacle.reference(),
                grant.recipient(),
                Organisation.written(grant.organisationNumber()),
                Board.valueOf(obstacle.board()).swedishName(),
                AdministrativeCourt.of(obstacle.board(), rules),
                grant.milestone(obstacle.milestone()).amount(),
                obstacle.investigation(),
                staff.nameOf(obstacle.investigatedBy()),
                obstacle.hearing(),
                obstacle.hearingNote(),
                obstacle.replyDeadline() == null ? null : lastDay(obstacle),
                obstacle.reply(),
                obstacle.status().swedish(),
                obstacle.returnReason(),
                proposed ? obstacle.proposal().swedish() : null,
                proposed ? obstacle.proposal() == Kind.WHOLE : null,
                proposed ? obstacle.proposal() == Kind.RELEASE : null,
                proposed ? obstacle.withheld() : null,
                proposed ? obstacle.reasons() : null,
                proposed ? obstacle.paragraphs() : null,
                proposed ? staff.nameOf(obstacle.proposedBy()) : null,
                name(obstacle.decidedBy()),
                obstacle.decidedAt() == null ? null : SwedishDate.on(obstacle.decidedAt()),
                obstacle.participants(),
                obstacle.dissent());
    }

    private String name(Actor actor) {
        return staff.nameOf(actor);
    }

    /** The deadline is the end of the last day. */
    private static LocalDate lastDay(PaymentObstacle obstacle) {
        return SwedishDate.on(obstacle.replyDeadline()).minusDays(1);
    }

    @Shows("obstacleGrounds")
    Optional<List<Ground>> grounds(CaseTask task) {
        return Optional.ofNullable(task.text(Variable.MILESTONE))
                .map(MilestoneKey::of)
                .map(milestone -> obstacles.latest(milestone).map(PaymentObstacle::grounds).orElse(List.of()).stream()
                        .map(ground -> new Ground(ground.paragraph(), ground.reason()))
                        .toList());
    }
}
