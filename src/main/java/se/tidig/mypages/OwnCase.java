package se.tidig.mypages;

import java.time.LocalDate;
import java.util.List;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.application.Application;
import se.tidig.application.ApplicationStatus;
import se.tidig.casefile.PublicStages.Stage;
import se.tidig.decision.Decision;
import se.tidig.grant.Grant;

/**
 * A case as its party may see it.
 *
 * @param stages those that it has reached, and those that follow while it goes on
 * @param duties what the party must do in it
 * @param decision the decision on the application; null until it has been sent to the party
 * @param grant null if there is none
 */
public record OwnCase(Application application, List<Stage> stages, List<Duty> duties, Decision decision, Grant grant) {

    public Reference reference() {
        return application.reference();
    }

    /** The day of receipt in Sweden. */
    public LocalDate receivedOn() {
        return SwedishDate.on(application.receivedAt());
    }

    /** The name of the project; the reference if it has none. */
    public String project() {
        var title = application.given().text("title");
        return title == null ? reference().value() : title;
    }

    /** The stages that it is in, those beside the others last. */
    public List<Stage> present() {
        return stages.stream().filter(Stage::isNow).toList();
    }

    /** The stages of the application, or of the grant, in order. */
    public List<Stage> line(String process) {
        return stages.stream()
                .filter(stage -> stage.process().equals(process) && !stage.beside())
                .toList();
    }

    /** What goes on beside the line. */
    public List<Stage> beside() {
        return stages.stream().filter(Stage::beside).toList();
    }

    /** Whether it waits for the party to do this. */
    public boolean owes(Act act) {
        return duties.stream().anyMatch(duty -> duty.act() == act);
    }

    /** Whether nobody handles it any more. */
    public boolean isOver() {
        return grant == null
                ? application.status().isFinal()
                        && (decision == null || !decision.kind().isGrant())
                : switch (grant.status()) {
                    case CLOSED, ENDED -> true;
                    default -> false;
                };
    }

    /** The status in public words: what the party has not been told, and what it has just answered, is being examined. */
    public ApplicationStatus status() {
        return switch (application.status()) {
            case DECIDED -> decision == null ? ApplicationStatus.PROPOSED : ApplicationStatus.DECIDED;
            case AWAITING_COMPLETION ->
                owes(Act.COMPLETION) ? ApplicationStatus.AWAITING_COMPLETION : ApplicationStatus.UNDER_REVIEW;
            default -> application.status();
        };
    }

    /** The granted sum; null if nothing is granted or the party has not been told. */
    public Sek granted() {
        return decision == null || !decision.kind().isGrant() ? null : decision.amount();
    }
}
