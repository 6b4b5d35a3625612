package se.tidig.bundle;

/**
 * One thing that is wrong with the model bundle, as a process owner reads it on one line.
 *
 * @param file the file's relative name, {@code processes/application.bpmn}; the folder's where the bundle as a whole
 *     is meant
 * @param element the element's id, or what stands for it where there is none; may be empty
 * @param cause what is wrong, in Swedish
 * @param remedy what to do about it, in Swedish
 * @param severity an error stops check, deployment and start; a warning is only told
 */
public record ModelFinding(String file, String element, String cause, String remedy, Severity severity) {

    private static final int LONGEST_PART = 400;

    /** Whether the bundle is refused for it. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** Texts may quote the file, so that they are made safe to print: one line, no control characters, not endless. */
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
