package se.tidig.bundle.check.form;

import java.util.HashSet;
import java.util.Locale;
import java.util.TreeSet;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.check.file.FormFile;
import se.tidig.bundle.check.file.ModelReader;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.finding.Suggestion;
import se.tidig.form.FormSchema;
import se.tidig.form.FormWords;

/**
 * Checks the English words of the forms that {@code bundle.yaml} lists as applicants' forms, and of any other form that
 * has some. A missing word is a warning: the question is then shown in Swedish.
 */
public final class FormWordsCheck {

    private static final String ENDING = ".en.yaml";

    private final ModelSet models;

    public FormWordsCheck(ModelSet models) {
        this.models = models;
    }

    public void check() {
        var forms = new TreeSet<>(models.description().applicantForms());
        for (var id : forms) {
            if (!models.forms().containsKey(id) && !models.isUnreadable(id)) {
                models.findings()
                        .error(
                                Bundle.DESCRIPTION,
                                "applicantForms",
                                "formuläret \"" + id + "\" finns inte"
                                        + Suggestion.of(id, models.forms().keySet()),
                                "rätta namnet, eller stryk det");
            }
        }
        models.bundle()
                .names("forms/", ENDING)
                .forEach(file -> forms.add(file.substring("forms/".length(), file.length() - ENDING.length())));
        forms.forEach(this::form);
    }

    private void form(String id) {
        var file = FormWords.file(id, Locale.ENGLISH);
        var form = models.forms().get(id);
        if (form == null || !form.isReadable()) {
            if (form == null && models.bundle().has(file) && !models.isUnreadable(id)) {
                models.findings()
                        .error(file, id, "formuläret finns inte", "ge filen ett formulärs namn, eller ta bort den");
            }
            return;
        }
        if (!models.bundle().has(file)) {
            models.findings()
                    .warning(
                            file,
                            id,
                            "filen med formulärets engelska ord saknas",
                            "lägg till den, eller stryk formuläret under applicantForms i bundle.yaml");
            return;
        }
        var text = models.bundle().tooLarge(file) ? null : ModelReader.text(models.bundle(), file, models.findings());
        if (text != null) {
            words(file, text, form);
        }
    }

    private void words(String file, String text, FormFile form) {
        FormWords words;
        try {
            words = FormWords.read(text);
        } catch (IllegalArgumentException e) {
            models.findings()
                    .error(
                            file,
                            "",
                            e.getMessage(),
                            "rätta den: varje komponents id en gång, med indrag av blanksteg och text inom"
                                    + " citattecken om den har ett kolon");
            return;
        }
        words.missing(form.json()).forEach(word -> models.findings()
                .warning(
                        file,
                        word.id(),
                        "engelskt ord saknas för " + word.name() + " (" + shortened(word.swedish()) + ")",
                        "skriv det, annars visas svenskan"));
        words.unknown(form.json()).forEach(name -> models.findings()
                .warning(file, name.split(":")[0], "formuläret har inte " + name, "rätta namnet, eller ta bort ordet"));
        var known = new HashSet<>(form.schema().problems());
        FormSchema.parse(words.in(form.json())).problems().stream()
                .filter(problem -> !known.contains(problem))
                .forEach(problem ->
                        models.findings().error(file, problem.component(), problem.cause(), problem.remedy()));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
