package se.tidig.engine;

/** Is called for each step that a process enters, in the transaction in which it enters the step. */
public interface StepListener {

    void entered(Step step);

    /** A step that a process has entered. {@link #deployment} and {@link #businessKey} are looked up when asked for. */
    interface Step {

        /** The key of the process, as {@code application}. */
        String process();

        /** The id of the process definition. */
        String definition();

        /** The id of the step's element, as {@code userTask_decide}. */
        String element();

        /** The id of the deployment that the definition came with. */
        String deployment();

        /** The business key of the process instance; null if it has none. */
        String businessKey();
    }
}
