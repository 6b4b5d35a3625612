package se.tidig.assessment;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Actor;
import se.tidig.LegalTexts;
import se.tidig.Reference;
import se.tidig.form.Rejected;

/**
 * A person's declaration that a circumstance may disqualify them in a case (16 and 18 §§ förvaltningslagen), and its
 * result. While it is in force the person takes no part in the case (17 §).
 */
@Table(schema = "tidig", name = "recusal")
public class Recusal {

    @Id
    private Long id;

    @Version
    private Integer version;

    private Reference reference;
    private String board;
    private Actor person;
    private List<String> candidateGroups;
    private String ground;
    private String groundText;
    private String circumstances;
    private State state;
    private Instant declaredAt;
    private Actor reviewer;
    private String reviewReason;
    private Instant reviewedAt;

    /** How far the question of the conflict has come. */
    public enum State {
        /** The person declared it and somebody else took over; nobody has to examine it. */
        DECLARED,
        /** The head of unit has to examine it; in force meanwhile. */
        QUESTIONED,
        UPHELD,
        NOT_CONFLICTED,
        /** Conflicted, but nobody else can act without considerable delay (17 § second sentence). */
        MAY_ACT;

        private static final EnumSet<State> IN_FORCE = EnumSet.of(DECLARED, QUESTIONED, UPHELD);

        boolean isInForce() {
            return IN_FORCE.contains(this);
        }
    }

    private Recusal() {}

    static Recusal declared(Reference reference, ConflictOfInterestService.Leaving leaving, Instant at) {
        var recusal = new Recusal();
        recusal.reference = reference;
        recusal.board = leaving.board();
        recusal.person = leaving.person();
        recusal.candidateGroups = List.copyOf(leaving.groups());
        recusal.ground = leaving.ground().value();
        recusal.groundText = leaving.ground().words();
        recusal.circumstances = leaving.circumstances();
        recusal.state = State.DECLARED;
        recusal.declaredAt = at;
        return recusal;
    }

    void question() {
        if (state != State.DECLARED) {
            throw new Rejected("", "Jävsfrågan är redan prövad.");
        }
        state = State.QUESTIONED;
    }

    /** The person whom the conflict concerns takes no part in examining it (18 §). */
    void review(State answer, Actor by, String reason, Instant at) {
        if (state != State.QUESTIONED) {
            throw new Rejected("", "Jävsfrågan är redan prövad.");
        }
        if (person.equals(by)) {
            throw new Rejected("", LegalTexts.of("conflict.ownQuestion"));
        }
        state = answer;
        reviewer = by;
        reviewReason = reason;
        reviewedAt = at;
    }

    public boolean isInForce() {
        return state.isInForce();
    }

    public Reference reference() {
        return reference;
    }

    /** County letter of the board that has the person's task. */
    public String board() {
        return board;
    }

    /** The groups that may do the task that the person had. */
    public List<String> candidateGroups() {
        return candidateGroups;
    }

    /** User id of the person whom the conflict concerns. */
    public Actor person() {
        return person;
    }

    public ConflictGround ground() {
        return new ConflictGround(ground, groundText);
    }

    public String circumstances() {
        return circumstances;
    }

    public State state() {
        return state;
    }

    public Instant declaredAt() {
        return declaredAt;
    }

    /** The person is out of the case from now on. */
    public record Entered(Reference reference, Actor person) {}

    /** Somebody has to examine whether a person may take part in the case; the board is that of the task. */
    public record Questioned(Reference reference, String board) {}

    /** The person may take part in the case again. */
    public record Lifted(Reference reference, Actor person) {}
}
