package se.tidig;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import se.tidig.bundle.AsksTable;
import se.tidig.call.CallFigures;
import se.tidig.engine.CaseFacts;
import se.tidig.engine.EarlyEnd;
import se.tidig.engine.Message;
import se.tidig.engine.TopicWorker;
import se.tidig.engine.Waiters;
import se.tidig.form.CaseContent;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.StartHandler;
import se.tidig.form.TaskGuard;

/**
 * One pattern of names for each kind of class, so that a reader knows a class's kind by its name and finds it by what it
 * is about. Held in the modules of the field; the engine, the bundle, forms and pages have kinds of their own.
 */
class NamePatterns {

    private static final String[] FIELD = {
        "se.tidig.call..",
        "se.tidig.application..",
        "se.tidig.assessment..",
        "se.tidig.prioritisation..",
        "se.tidig.decision..",
        "se.tidig.grant..",
        "se.tidig.payment..",
        "se.tidig.report..",
        "se.tidig.organisation..",
        "se.tidig.eligibility..",
        "se.tidig.document..",
        "se.tidig.journal..",
        "se.tidig.notification..",
        "se.tidig.timelimit..",
    };

    /** Repositories whose name is the field's own word for many entries. */
    private static final String COLLECTIVE = ".*(Journal|Archive|Register)";

    /** The verbs that a step of a process begins with. */
    private static final Set<String> VERBS = Set.of(
            "Archive",
            "Ask",
            "Begin",
            "Check",
            "Close",
            "Compile",
            "Compute",
            "Examine",
            "Exclude",
            "Export",
            "Finish",
            "Hand",
            "Hold",
            "Mark",
            "Note",
            "Open",
            "Order",
            "Plan",
            "Publish",
            "Register",
            "Route",
            "Send",
            "Start",
            "Take",
            "Write");

    @ArchTest
    static final ArchRule acceptsAForm = classes()
            .that(accept())
            .should(be(
                    "named by its form's id and Form",
                    type -> type.isAnnotatedWith(Handles.class)
                            && type.getSimpleName()
                                    .equals(words(type.getAnnotationOfType(Handles.class)
                                                    .form())
                                            + "Form")));

    @ArchTest
    static final ArchRule onlyWhatAcceptsAFormIsNamedForm = classes()
            .that(areOfTheField())
            .and()
            .haveSimpleNameEndingWith("Form")
            .should(be("a form handler", accept()));

    @ArchTest
    static final ArchRule services = classes()
            .that(areOfTheField())
            .and()
            .areAnnotatedWith(Service.class)
            .should()
            .haveSimpleNameEndingWith("Service");

    @ArchTest
    static final ArchRule onlyServicesAreNamedService = classes()
            .that(areOfTheField())
            .and()
            .haveSimpleNameEndingWith("Service")
            .should()
            .beAnnotatedWith(Service.class);

    @ArchTest
    static final ArchRule aggregatesRepositories = classes()
            .that(describe(
                    "are repositories of an aggregate", type -> aggregate(type).isPresent()))
            .should(be("named by the plural of their aggregate", type -> type.getSimpleName()
                    .equals(aggregate(type)
                            .orElseThrow()
                            .getSimpleName()
                            .replaceFirst("y$", "ie")
                            .concat("s"))));

    @ArchTest
    static final ArchRule repositories = classes()
            .that(areOfTheField())
            .and()
            .areAnnotatedWith(org.springframework.stereotype.Repository.class)
            .should()
            .haveNameMatching(".*s|" + COLLECTIVE);

    @ArchTest
    static final ArchRule onlyRepositoriesHavePluralNames = noClasses()
            .that(areOfTheField())
            .and()
            .areMetaAnnotatedWith(Component.class)
            .and()
            .areNotAnnotatedWith(org.springframework.stereotype.Repository.class)
            .and(not(steps()))
            .and()
            .areNotAssignableTo(EarlyEnd.class)
            .and()
            .haveSimpleNameNotEndingWith("Figures")
            .and()
            .haveSimpleNameNotEndingWith("Facts")
            .and()
            .haveSimpleNameNotEndingWith("Answers")
            .should()
            .haveSimpleNameEndingWith("s");

    @ArchTest
    static final ArchRule steps = classes().that(steps()).should(be("named by verb and object", type -> VERBS.stream()
            .anyMatch(verb -> type.getSimpleName().matches(verb + "[A-Z].*"))));

    @ArchTest
    static final ArchRule listeners = classes()
            .that(areOfTheField())
            .and(describe("listen to events", NamePatterns::listens))
            .and(not(steps()))
            .and(not(accept()))
            .should(be(
                    "named Waker if they wake, Starter if they only start a process, or else Listener",
                    type -> type.getSimpleName()
                            .endsWith(
                                    calls(type, "wake", "wakeLater")
                                            ? "Waker"
                                            : calls(type, "start") ? "Starter" : "Listener")));

    @ArchTest
    static final ArchRule figures = implementersEndWith(CallFigures.class, "Figures");

    @ArchTest
    static final ArchRule facts = implementersEndWith(CaseFacts.class, "Facts");

    @ArchTest
    static final ArchRule guards = implementersEndWith(TaskGuard.class, "Guard");

    @ArchTest
    static final ArchRule contents = implementersEndWith(CaseContent.class, "Content", "Form");

    @ArchTest
    static final ArchRule earlyEnds = classes()
            .that()
            .areAssignableTo(EarlyEnd.class)
            .and()
            .areNotInterfaces()
            .should()
            .haveSimpleNameStartingWith("End");

    @ArchTest
    static final ArchRule tables = classes()
            .that(areOfTheField())
            .and()
            .areMetaAnnotatedWith(Component.class)
            .and()
            .haveSimpleNameEndingWith("Table")
            .should(be(
                    "named by the table they ask",
                    type -> type.isAnnotatedWith(AsksTable.class)
                            && type.getSimpleName()
                                    .equals(words(type.getAnnotationOfType(AsksTable.class)
                                                    .value())
                                            + "Table")));

    @ArchTest
    static void messagesAreNamedForWhatTheySay(JavaClasses all) {
        var other = Arrays.stream(Message.class.getFields())
                .filter(field -> !field.getName().equals(constant(value(field))))
                .map(field -> field.getName() + " says " + value(field))
                .toList();
        if (!other.isEmpty()) {
            throw new AssertionError("Messages whose constant says something else: " + other);
        }
    }

    @ArchTest
    static void noTwoClassesShareAName(JavaClasses all) {
        var shared = all.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName))
                .values()
                .stream()
                .filter(same -> same.size() > 1)
                .map(same -> same.stream().map(JavaClass::getName).toList())
                .toList();
        if (!shared.isEmpty()) {
            throw new AssertionError("Classes that share a name: " + shared);
        }
    }

    private static ArchRule implementersEndWith(Class<?> kind, String... endings) {
        return classes()
                .that(areOfTheField())
                .and()
                .areAssignableTo(kind)
                .and()
                .areNotInterfaces()
                .should(be("named …" + String.join(" or …", endings), type -> Arrays.stream(endings)
                        .anyMatch(type.getSimpleName()::endsWith)));
    }

    private static DescribedPredicate<JavaClass> areOfTheField() {
        return resideInAnyPackage(FIELD).and(resideOutsideOfPackage("..web.."));
    }

    private static DescribedPredicate<JavaClass> accept() {
        return describe(
                "accept a form",
                type -> !type.isInterface()
                        && (type.isAssignableTo(FormHandler.class) || type.isAssignableTo(StartHandler.class)));
    }

    private static DescribedPredicate<JavaClass> steps() {
        return describe(
                "are steps of a process",
                type -> !type.isInterface()
                        && (type.isAssignableTo(JavaDelegate.class) || type.isAssignableTo(TopicWorker.class)));
    }

    private static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> kind) {
        return DescribedPredicate.not(kind);
    }

    private static boolean listens(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch((JavaMethod method) -> method.isMetaAnnotatedWith(EventListener.class));
    }

    private static boolean calls(JavaClass type, String... methods) {
        return type.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(Waiters.class))
                .anyMatch(call -> List.of(methods).contains(call.getName()));
    }

    private static Optional<JavaClass> aggregate(JavaClass type) {
        return type.getInterfaces().stream()
                .filter(JavaParameterizedType.class::isInstance)
                .map(JavaParameterizedType.class::cast)
                .filter(parent ->
                        parent.toErasure().isAssignableTo(org.springframework.data.repository.Repository.class))
                .map(parent -> parent.getActualTypeArguments().get(0).toErasure())
                .findFirst();
    }

    private static ArchCondition<JavaClass> be(String pattern, Predicate<JavaClass> holds) {
        return new ArchCondition<>("be " + pattern) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(type, holds.test(type), type.getName() + " is not " + pattern));
            }
        };
    }

    /** {@code PaymentReturn} of {@code payment-return}. */
    private static String words(String id) {
        return Arrays.stream(id.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase() + word.substring(1))
                .collect(Collectors.joining());
    }

    /** {@code PAYMENT_OBSTACLE_REPLIED} of {@code payment.obstacleReplied}. */
    private static String constant(String message) {
        return message.replace('.', '_').replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase();
    }

    private static String value(java.lang.reflect.Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
