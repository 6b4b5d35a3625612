package se.tidig.owner.lives;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The lives that together read every file of the bundle; each call makes a new one. */
@Component
class Lives {

    private final ApplicationLives applications;
    private final GrantLives grants;

    Lives(ApplicationLives applications, GrantLives grants) {
        this.applications = applications;
        this.grants = grants;
    }

    List<Supplier<Life>> all() {
        return List.of(
                grants::granted,
                applications::refused,
                applications::rejected,
                applications::withdrawn,
                applications::partlyGranted,
                grants::troubledPayment,
                grants::missingReport);
    }
}
