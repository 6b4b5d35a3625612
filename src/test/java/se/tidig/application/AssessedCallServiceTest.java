package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TestTime;
import se.tidig.call.CallFixture;
import se.tidig.call.CallService;
import se.tidig.organisation.Board;

/** When the prioritisation of a call can begin. */
@DomainTest
class AssessedCallServiceTest {

    @Autowired
    private ApplicationIntakeService intake;

    @Autowired
    private ApplicationProgressService progress;

    @Autowired
    private EligibilityReviewService review;

    @Autowired
    private AssessedCallService settled;

    @Autowired
    private CallFixture calls;

    @Autowired
    private CallService service;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    private Reference call;

    @BeforeEach
    void open() {
        call = Reference.of(calls.open(Board.K).value());
    }

    @Test
    void aClosedCallWithoutApplicationsHasNothingToWaitFor() {
        assertThat(allAssessed()).isFalse();
        close();
        assertThat(allAssessed()).isTrue();
    }

    @Test
    void eachMustBeAssessedExcludedOrWithdrawn() {
        var assessed = reviewed();
        var excluded = reviewed();
        var withdrawn = reviewed();
        close();
        assertThat(allAssessed()).isFalse();

        progress.assessed(assessed);
        progress.exclude(excluded);
        assertThat(allAssessed()).isFalse();

        intake.withdraw(withdrawn, "Vi återkallar.", clock.instant(), null);
        assertThat(allAssessed()).isTrue();
        progress.writeOff(withdrawn);
        assertThat(allAssessed()).isTrue();
    }

    @Test
    void runningNumbersAreUniqueWhenManySubmitAtOnce() throws InterruptedException {
        var references = Collections.synchronizedList(new ArrayList<String>());
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> references.add(received().value())));
        }
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }

        assertThat(references)
                .containsExactlyInAnyOrderElementsOf(
                        List.of(call + "-001", call + "-002", call + "-003", call + "-004"));
    }

    private Reference reviewed() {
        var reference = received();
        progress.register(reference);
        review.check(reference, ApplicationFixture.RULES, ApplicationFixture.TABLE);
        return reference;
    }

    private Reference received() {
        var today = SwedishDate.on(clock.instant());
        return intake.receivePaper(call, ApplicationFixture.answers(), today, Actor.of("registrarK"))
                .reference();
    }

    private void close() {
        TestTime.pass(Duration.ofDays(31));
        transaction.executeWithoutResult(status -> service.close(call));
    }

    private boolean allAssessed() {
        return settled.isAllAssessed(call);
    }
}
