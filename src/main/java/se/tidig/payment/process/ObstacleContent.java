package se.tidig.payment.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.bundle.Rules;
import se.tidig.bundle.TablesToShow;
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
@Shows({
    "paymentObstacle: reference, recipient, organisationNumber, boardName, court, planned, "
            + "investigation, investigatedBy, hearing, hearingNote, replyDeadline, reply, status, "
            + "returnReason, kind, whole, released, withheld, reasons, paragraphs, proposer, decider, "
            + "date, participants, dissent",
    "obstacleGrounds: paragraph, reason"
})
class ObstacleContent implements CaseContent {

    private final PaymentObstacles obstacles;
    private final Grants grants;
    private final StaffRegister staff;
    private final TablesToShow tables;

    ObstacleContent(PaymentObstacles obstacles, Grants grants, StaffRegister staff, TablesToShow tables) {
        this.tables = tables;
        this.obstacles = obstacles;
        this.grants = grants;
        this.staff = staff;
    }

    @Override
    public Object read(String key, CaseTask task) {
        var milestone = task.text(Variable.MILESTONE);
        if (milestone == null) {
            return null;
        }
        var latest = obstacles.latest(milestone);
        return key.equals("paymentObstacle")
                ? latest.map(obstacle -> obstacle(obstacle, tables(task))).orElse(null)
                : latest.map(ObstacleContent::grounds).orElse(List.of());
    }

    private Rules tables(CaseTask task) {
        return task.processInstance() == null ? tables.current() : tables.ofCase(task.processInstance());
    }

    private Map<String, Object> obstacle(PaymentObstacle obstacle, Rules rules) {
        var grant = grants.get(obstacle.reference());
        var shown = new LinkedHashMap<String, Object>();
        shown.put("reference", obstacle.reference());
        shown.put("recipient", grant.recipient());
        shown.put("organisationNumber", Organisation.written(grant.organisationNumber()));
        shown.put("boardName", Board.valueOf(obstacle.board()).swedishName());
        shown.put("court", AdministrativeCourt.of(obstacle.board(), rules));
        shown.put("planned", grant.milestone(obstacle.milestone()).amount().toString());
        shown.put("investigation", obstacle.investigation());
        shown.put("investigatedBy", staff.nameOf(obstacle.investigatedBy()));
        shown.put("hearing", obstacle.hearing());
        shown.put("hearingNote", obstacle.hearingNote());
        shown.put("replyDeadline", obstacle.replyDeadline() == null ? null : lastDay(obstacle));
        shown.put("reply", obstacle.reply());
        shown.put("status", obstacle.status().swedish());
        shown.put("returnReason", obstacle.returnReason());
        if (obstacle.proposal() != null) {
            shown.put("kind", obstacle.proposal().swedish());
            shown.put("whole", obstacle.proposal() == Kind.WHOLE);
            shown.put("released", obstacle.proposal() == Kind.RELEASE);
            shown.put("withheld", obstacle.withheld().toString());
            shown.put("reasons", obstacle.reasons());
            shown.put("paragraphs", obstacle.paragraphs());
            shown.put("proposer", staff.nameOf(obstacle.proposedBy()));
        }
        if (obstacle.decidedBy() != null) {
            shown.put("decider", staff.nameOf(obstacle.decidedBy()));
            shown.put("date", SwedishDate.text(SwedishDate.on(obstacle.decidedAt())));
            shown.put("participants", obstacle.participants());
            shown.put("dissent", obstacle.dissent());
        }
        return shown;
    }

    /** The deadline is the end of the last day. */
    private static String lastDay(PaymentObstacle obstacle) {
        return SwedishDate.text(SwedishDate.on(obstacle.replyDeadline()).minusDays(1));
    }

    private static List<Map<String, Object>> grounds(PaymentObstacle obstacle) {
        return obstacle.grounds().stream()
                .map(ground -> Map.<String, Object>of("paragraph", ground.paragraph(), "reason", ground.reason()))
                .toList();
    }
}
