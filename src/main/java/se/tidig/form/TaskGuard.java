package se.tidig.form;

/** Refuses a person a task, whatever their groups: a conflict of interest, for instance (17 § förvaltningslagen). */
public interface TaskGuard {

    /** @throws Rejected if the person may neither see nor do the task */
    void check(CaseTask task);
}
