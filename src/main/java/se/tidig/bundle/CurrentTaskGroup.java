package se.tidig.bundle;

import java.util.Optional;
import se.tidig.form.CaseTask;

/**
 * Whose a task is by the rules of the day. A table of which {@code bundle.yaml} says that the rules of the day hold, such
 * as the order of delegation, may have been published anew since it gave the task to a group.
 */
public interface CurrentTaskGroup {

    /**
     * The group that the table gives today.
     *
     * @return its id; empty where the group is the same, or where no such table gave the task to its group
     */
    Optional<String> changed(CaseTask task);
}
