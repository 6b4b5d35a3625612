package se.tidig.demo;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.tidig.demo.DemoActs.Act;

/**
 * Plays the demonstration on an empty database. An act is one transaction, so a JVM that is killed leaves only whole
 * acts, and the next start continues after them.
 */
@Service
class Demo {

    private final DemoActs acts;
    private final Stage stage;
    private final EarlierCall earlier;
    private final OpenCall open;
    private final OtherBoards others;
    private final DemoApplicants applicants;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Demo(
            DemoActs acts,
            Stage stage,
            EarlierCall earlier,
            OpenCall open,
            OtherBoards others,
            DemoApplicants applicants,
            TransactionTemplate transaction,
            Clock clock) {
        this.acts = acts;
        this.stage = stage;
        this.earlier = earlier;
        this.open = open;
        this.others = others;
        this.applicants = applicants;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Plays what has not been played; leaves a database with calls of its own alone. */
    void play() {
        var now = clock.instant();
        for (var act : Act.values()) {
            transaction.executeWithoutResult(status -> {
                acts.lock();
                if (!acts.isPlayed(act) && !acts.isOthersDatabase()) {
                    play(act, acts.madeAt(Act.BEFORE_PAYMENT).orElse(now));
                }
            });
        }
    }

    private void play(Act act, Instant madeAt) {
        var days = StoryDays.endingAt(madeAt);
        var script = new Script(days);
        earlier.write(script);
        open.write(script);
        others.write(script);
        applicants.openAccounts();
        var payment = days.at(EarlierGrants.PAYMENTS_APPROVED, 12);
        try {
            if (act == Act.BEFORE_PAYMENT) {
                script.play(stage, Instant.MIN, payment);
            } else {
                stage.to(payment);
                stage.handOver();
                script.play(stage, payment, madeAt);
                stage.to(madeAt);
            }
        } finally {
            stage.leave();
        }
        acts.played(act, madeAt);
    }
}
