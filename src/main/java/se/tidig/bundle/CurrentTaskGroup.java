package se.tidig.bundle;

import java.util.Optional;
import se.tidig.form.CaseTask;

/**
 * The group that a task belongs to by the current version of a table. A table that {@code bundle.yaml} lists in
 * {@code rulesOfTheDay}, such as the order of delegation, may have been published again since it gave the task to its
 * group.
 */
public interface CurrentTaskGroup {

    /**
     * The group that the table gives now.
     *
     * @return its id; empty if the group is unchanged, or if the group did not come from such a table
     */
    Optional<String> changed(CaseTask task);
}
