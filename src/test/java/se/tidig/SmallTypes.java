package se.tidig;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Executable;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has a small type of its own is never passed on as text, so that one cannot be given in place of another. Text
 * remains where values come in and go out: process variables, columns, answers, the engine's users, the words of a
 * bundle's check.
 */
class SmallTypes {

    private static final Set<String> REFERENCES = Set.of("reference", "callReference", "caseReference");

    private static final Set<String> ACTORS = Set.of("actor");

    /** In the content that people read these are names. */
    private static final Set<String> ACTORS_OF_RECORDS = Set.of(
            "by",
            "enteredBy",
            "proposedBy",
            "approvedBy",
            "decidedBy",
            "handledBy",
            "preparedBy",
            "mendedBy",
            "investigatedBy",
            "hearingBy",
            "returnedBy",
            "requestedBy",
            "submittedBy",
            "reviewedBy",
            "controlledBy",
            "createdBy",
            "answeredBy",
            "settledBy",
            "notedBy",
            "askedBy",
            "author",
            "assessor",
            "reviewer",
            "decider",
            "proposer",
            "officer",
            "registrar");

    @ArchTest
    static final ArchRule referencesAreNoText = classes()
            .that()
            .resideOutsideOfPackages("se.tidig.bundle.check..", "se.tidig.portal..")
            .should(passOn(REFERENCES, Reference.class));

    @ArchTest
    static final ArchRule actorsAreNoText = classes()
            .that()
            .resideOutsideOfPackages(
                    "se.tidig.bundle..", "se.tidig.form.process..", "se.tidig.organisation..", "se.tidig.portal..")
            .should(passOn(ACTORS, Actor.class));

    @ArchTest
    static final ArchRule actorsOfRecordsAreNoText = classes()
            .that()
            .resideOutsideOfPackages(
                    "se.tidig.bundle..",
                    "se.tidig.engine..",
                    "se.tidig.form..",
                    "se.tidig.portal..",
                    "se.tidig.demo..",
                    "se.tidig.mypages..",
                    "se.tidig.organisation..",
                    "se.tidig.application.draft..",
                    "se.tidig.*.process..")
            .should(passOn(ACTORS_OF_RECORDS, Actor.class));

    private SmallTypes() {}

    private static ArchCondition<JavaClass> passOn(Set<String> names, Class<?> small) {
        return new ArchCondition<>("pass on values as " + small.getSimpleName()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields()
                        .forEach(field ->
                                check(type, field.getName(), field.getRawType().reflect(), events));
                Stream.concat(type.getMethods().stream(), type.getConstructors().stream())
                        .map(unit -> (Executable) unit.reflect())
                        .filter(unit -> !unit.isSynthetic())
                        .flatMap(unit -> Stream.of(unit.getParameters()))
                        .forEach(given -> check(type, given.getName(), given.getType(), events));
            }

            private void check(JavaClass type, String name, Class<?> of, ConditionEvents events) {
                if (of == String.class && names.contains(name)) {
                    events.add(SimpleConditionEvent.violated(
                            type,
                            "%s has %s as text instead of %s".formatted(type.getName(), name, small.getSimpleName())));
                }
            }
        };
    }
}
