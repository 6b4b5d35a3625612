package se.tidig.bundle;

/**
 * One fault of a model bundle, printed on one line for a process owner.
 *
 * @param file the file's relative name, {@code processes/application.bpmn}; a folder's if the fault is not in one file
 * @param element the element's id, or another description of the place; may be empty
 * @param cause what is wrong, in Swedish
 * @param remedy what to do about it, in Swedish
 * @param severity an error stops the check, the deployment and the start; a warning is only printed
 */
public record ModelFinding(String file, String element, String cause, String remedy, Severity severity) {

    private static final int LONGEST_PART = 400;

    /** Whether the bundle is refused. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /**
     * Makes the texts safe to print, because they may quote the file: one line, no control characters, a limited
     * length.
     */
    public ModelFinding {
        file = plain(file);
        element = plain(element);
        cause = plain(cause);
        remedy = plain(remedy);
    }

    public static ModelFinding error(String file, String element, String cause, String remedy) {
        return new ModelFinding(file, element, cause, remedy, Severity.ERROR);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return file + (element.isEmpty() ? "" : " " + element) + ": " + (isError() ? "" : "Varning: ") + cause
                + ". Åtgärd: " + remedy + ".";
    }

    private static String plain(String text) {
        if (text == null) {
            return "";
        }
        var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        line = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        return line.length() <= LONGEST_PART ? line : line.substring(0, LONGEST_PART) + "…";
    }
}
