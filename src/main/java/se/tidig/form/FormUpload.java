package se.tidig.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A document that a form asks for: an alternative of a checklist with the custom property {@code upload}, or a checkbox
 * with it. The answer is not ticked: the alternative is chosen if at least one file is there.
 *
 * @param name of the control, {@code attachments.statutes}; for a checkbox its key
 * @param key of the question
 * @param alternative null for a checkbox
 * @param maxFiles the most files, by the property {@code maxFiles}
 * @param maxMegabytes the largest file, by the property {@code maxMegabytes}
 */
public record FormUpload(String name, String key, String alternative, String label, int maxFiles, int maxMegabytes) {

    /** The property that names the alternatives of which a file came earlier, with commas between them. */
    public static final String EARLIER = "earlier";

    private static final int FILES = 5;
    private static final int MEGABYTES = 10;

    static boolean isUpload(FormComponent component) {
        return "true".equals(component.properties().get("upload"))
                && (component.type() == ComponentType.CHECKLIST || component.type() == ComponentType.CHECKBOX);
    }

    /** Every document that the form can ask for, in its order, hidden or not; those in rows are not asked for. */
    public static List<FormUpload> of(FormSchema form) {
        var uploads = new ArrayList<FormUpload>();
        FormValidator.leaves(form.components())
                .filter(FormUpload::isUpload)
                .forEach(component -> uploads.addAll(of(component)));
        return uploads;
    }

    static List<FormUpload> of(FormComponent component) {
        var files = number(component, "maxFiles", FILES);
        var megabytes = number(component, "maxMegabytes", MEGABYTES);
        if (component.type() == ComponentType.CHECKBOX) {
            return List.of(new FormUpload(component.key(), component.key(), null, component.label(), files, megabytes));
        }
        return component.options().entrySet().stream()
                .map(option -> new FormUpload(
                        component.key() + "." + option.getKey(),
                        component.key(),
                        option.getKey(),
                        option.getValue(),
                        files,
                        megabytes))
                .toList();
    }

    /**
     * The answers with those of the upload questions set by what has been received.
     *
     * @param received the names of the documents of which there is at least one file
     */
    public static Map<String, Object> answered(FormSchema form, Map<String, Object> answers, Set<String> received) {
        var all = new LinkedHashMap<>(answers);
        FormValidator.leaves(form.components()).filter(FormUpload::isUpload).forEach(component -> {
            var there = of(component).stream()
                    .filter(upload -> received.contains(upload.name()))
                    .toList();
            Nested.put(
                    all,
                    component.key(),
                    component.type() == ComponentType.CHECKBOX
                            ? !there.isEmpty()
                            : there.stream().map(FormUpload::alternative).toList());
        });
        return all;
    }

    private static int number(FormComponent component, String property, int otherwise) {
        var value = component.properties().get(property);
        return value != null && value.matches("[1-9]\\d{0,3}") ? Integer.parseInt(value) : otherwise;
    }
}
