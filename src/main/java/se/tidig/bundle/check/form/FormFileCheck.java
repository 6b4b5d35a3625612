package se.tidig.bundle.check.form;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import se.tidig.bundle.check.feel.FeelScope;
import se.tidig.bundle.check.file.FormFile;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.Notation;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.finding.Suggestion;
import se.tidig.form.FormSchema;

/**
 * Checks that forms are named as their files, can be shown in Tasklist and the portal, and have the keys that Java
 * reads.
 */
public final class FormFileCheck {

    /** A button submits the form in Tasklist; a page of the portal has buttons of its own. */
    private static final String STAFF_ONLY = "button";

    private final ModelSet models;
    private final FeelScope content;

    public FormFileCheck(ModelSet models) {
        this.models = models;
        this.content = models.content();
    }

    public void check() {
        var used = new HashSet<String>(models.vocabulary().handlers().keySet());
        models.processFiles().values().forEach(file -> file.nodes()
                .forEach(node -> used.add(String.valueOf(ProcessFile.camunda(node, "formRef")))));
        models.forms().forEach((stem, form) -> {
            form(stem, form);
            if (!used.contains(stem) && models.knowsAllProcesses()) {
                models.findings()
                        .warning(
                                form.name(),
                                stem,
                                "formuläret används inte",
                                "använd det i en process eller ta bort det");
            }
        });
        models.vocabulary().handlers().forEach((form, words) -> {
            var schema = models.forms().get(form);
            if (schema != null && schema.isReadable() && !words.questionsOf().isEmpty()) {
                asksThem(schema, words.questionsOf());
            }
            if (schema == null && !models.isUnreadable(form)) {
                models.findings()
                        .error(
                                "forms/" + form + ".form",
                                form,
                                "formuläret finns inte men läses av Tidig",
                                "lägg tillbaka formuläret med detta namn");
            } else if (schema != null && schema.isReadable()) {
                keys(schema, words.keys().keySet());
                words.keys().forEach((key, values) -> choices(schema, key, values));
                words.writes().forEach((key, values) -> choices(schema, key, values));
            }
        });
    }

    private void form(String stem, FormFile form) {
        if (!form.isReadable()) {
            error(form, stem, form.fault(), "rätta filen eller rita formuläret på nytt i Camunda Modeler");
            return;
        }
        if (!form.id().equals(stem)) {
            error(form, form.id(), "formulärets id är inte filens namn " + stem, "ge formuläret och filen samma namn");
        }
        if (!Notation.isKebab(stem)) {
            error(
                    form,
                    stem,
                    "filens namn är inte skrivet med gemener och bindestreck",
                    "byt namn, till exempel mitt-formular");
        }
        if (form.components().isEmpty()) {
            error(form, stem, "formuläret är tomt", "lägg till minst ett fält");
        }
        form.problems().forEach(problem -> error(form, problem.component(), problem.cause(), problem.remedy()));
        fields(form);
        borrowed(form);
        if (models.description().applicantForms().contains(stem)) {
            for (var component : form.components()) {
                var type = component.path("type").asText("");
                if (STAFF_ONLY.equals(type)) {
                    error(
                            form,
                            component.path("key").asText(component.path("id").asText("")),
                            "komponenten " + type + " kan inte visas i portalen",
                            "ta bort den; sidan har egna knappar");
                }
            }
        }
    }

    private void fields(FormFile form) {
        var fields = new ShownFieldCheck(form.schema(), content);
        for (var expression : form.schema().expressions()) {
            for (var fault : fields.faults(expression)) {
                error(form, expression.component(), fault, "läs ett fält som finns: nyckel.fält");
            }
        }
    }

    /** What an owner adds to the other form could be asked for and not be answered. */
    private void asksThem(FormFile form, String other) {
        if (!form.schema().questionsOf().contains(other)) {
            models.findings()
                    .warning(
                            form.name(),
                            form.id(),
                            "frågorna i " + other + " ställs inte, så allt som begärs in kan inte besvaras här",
                            "lägg in en tom grupp med egenskaperna questionsOf = " + other
                                    + ", asked = askedQuestions och allIf = nyckeln till en kryssruta");
        }
    }

    private void borrowed(FormFile form) {
        for (var component : form.components()) {
            var properties = component.path("properties");
            if (!properties.has(FormSchema.QUESTIONS_OF)) {
                continue;
            }
            var id = component.path("id").asText("");
            var other =
                    models.forms().get(properties.path(FormSchema.QUESTIONS_OF).asText());
            if (other == null || !other.isReadable()) {
                error(
                        form,
                        id,
                        "formuläret \""
                                + properties.path(FormSchema.QUESTIONS_OF).asText() + "\" finns inte"
                                + Suggestion.of(
                                        properties.path(FormSchema.QUESTIONS_OF).asText(),
                                        models.forms().keySet()),
                        "skriv id på ett formulär i egenskapen " + FormSchema.QUESTIONS_OF);
                continue;
            }
            var asked = properties.path("asked").asText("");
            if (!content.has(asked)) {
                error(
                        form,
                        id,
                        "egenskapen asked nämner \"" + asked + "\", som Tidig inte har",
                        "skriv askedQuestions");
            }
            var all = properties.path("allIf").asText("");
            if (!all.isEmpty() && !form.inputKeys().contains(all)) {
                error(
                        form,
                        id,
                        "egenskapen allIf nämner frågan \"" + all + "\", som inte finns"
                                + Suggestion.of(all, form.inputKeys()),
                        "skriv nyckeln till en kryssruta i formuläret");
            }
            var both = new TreeSet<>(form.inputKeys());
            both.retainAll(other.inputKeys());
            for (var key : both) {
                error(
                        form,
                        key,
                        "frågan finns också i " + other.id() + ", vars frågor ställs här",
                        "ta bort den här eller ge den en annan nyckel");
            }
        }
    }

    private void keys(FormFile form, Set<String> keys) {
        var missing = new TreeSet<>(keys);
        missing.removeAll(form.inputKeys());
        for (var key : missing) {
            error(
                    form,
                    key,
                    "frågan \"" + key + "\" saknas, som Tidig läser" + Suggestion.of(key, form.inputKeys()),
                    "lägg tillbaka ett fält med denna nyckel");
        }
    }

    /** Java reads a choice by its value; the label on the screen may be anything. */
    private void choices(FormFile form, String key, Set<String> understood) {
        for (var choice : form.values(key)) {
            if (!understood.isEmpty() && !understood.contains(choice)) {
                error(
                        form,
                        key,
                        "alternativet \"" + choice + "\" förstås inte av Tidig" + Suggestion.of(choice, understood),
                        "ge alternativet ett av värdena " + String.join(", ", new TreeSet<>(understood))
                                + "; det som visas skrivs som label");
            }
        }
    }

    private void error(FormFile form, String element, String cause, String remedy) {
        models.findings().error(form.name(), element, cause, remedy);
    }
}
