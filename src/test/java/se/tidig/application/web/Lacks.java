package se.tidig.application.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.draft.DraftFormReader;
import se.tidig.application.draft.DraftSubmissionService;
import se.tidig.application.draft.HandedInAnswers;
import se.tidig.application.draft.OpenDraft;
import se.tidig.application.draft.TypedAnswer;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.form.AnswerWords;
import se.tidig.form.ComponentType;
import se.tidig.form.FormComponent;
import se.tidig.form.FormDocument;
import se.tidig.form.FormElement;
import se.tidig.form.FormGroup;
import se.tidig.form.FormPages;
import se.tidig.form.FormPart;
import se.tidig.form.FormQuestion;
import se.tidig.form.FormRows;
import se.tidig.form.FormSchema;
import se.tidig.form.FormUpload;

/**
 * Complete applications of every kind of applicant, and everything that can be missing in them or be found against them:
 * worked out from the form and the table of conditions, so that a new question or rule is asked for here too.
 */
@Component
class Lacks {

    private static final String KIND = "organisationType";
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final List<Object> DAYS = List.of("2026-11-01", "2039-12-31");
    private static final List<Object> NUMBERS = List.of(1, 1_000, 90_000_000);

    private final DraftFormReader reader;
    private final FormPages pages;
    private final HandedInAnswers handedIn;
    private final DraftSubmissionService submissions;
    private final ConditionTexts texts = ConditionTexts.packaged();

    /** What has been found to break a rule, by its code: tried first for the next applicant. */
    private final Map<String, Map.Entry<String, Object>> known = new LinkedHashMap<>();

    /** What has been worked out for the draft at hand, by the answers: the same are asked about again and again. */
    private final Map<Map<String, Object>, Map<String, FormElement>> asked = new HashMap<>();

    private final Map<Map<String, Object>, Set<String>> codes = new HashMap<>();

    Lacks(DraftFormReader reader, FormPages pages, HandedInAnswers handedIn, DraftSubmissionService submissions) {
        this.reader = reader;
        this.pages = pages;
        this.handedIn = handedIn;
        this.submissions = submissions;
    }

    FormSchema form() {
        return reader.current();
    }

    List<String> kinds() {
        return List.copyOf(form().component(KIND).orElseThrow().options().keySet());
    }

    /** The names of the rules that an applicant's answers can break: those about questions that the portal asks. */
    Set<String> rules() {
        return texts.rules().stream()
                .filter(rule -> rule.questions().stream().anyMatch(form()::asks))
                .map(ConditionTexts.Rule::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All answers of an applicant of the kind of whom nothing is found, as pages send them. */
    Map<String, Object> complete(OpenDraft draft, String kind) {
        asked.clear();
        codes.clear();
        var answers = new LinkedHashMap<String, Object>();
        ApplicationFixture.answers().forEach((key, value) -> {
            if (form().asks(key) && !isDocument(key)) {
                var isChoice = form().component(key).orElseThrow().type() != ComponentType.CHECKBOX;
                answers.put(key, value instanceof Boolean && isChoice ? value.toString() : value);
            }
        });
        answers.put(KIND, kind);
        answers.put("organisationNumber", reader.shown(draft.draft()).get("organisationNumber"));
        return filled(draft, answers);
    }

    /** Answers what is asked and open, until nothing is. */
    private Map<String, Object> filled(OpenDraft draft, Map<String, Object> given) {
        var answers = new LinkedHashMap<>(given);
        var tried = new LinkedHashSet<String>();
        for (var open = open(draft, answers, tried); !open.isEmpty(); open = open(draft, answers, tried)) {
            tried.addAll(open);
            var plain = new LinkedHashMap<>(answers);
            open.forEach(key -> plain(form().component(key).orElseThrow()).stream()
                    .findFirst()
                    .ifPresent(answer -> plain.put(key, answer)));
            if (codes(draft, answers).containsAll(codes(draft, plain))) {
                answers.putAll(plain);
            } else {
                open.forEach(key -> answer(draft, answers, form().component(key).orElseThrow()));
            }
        }
        return answers;
    }

    private List<String> open(OpenDraft draft, Map<String, Object> answers, Set<String> tried) {
        return asked(draft, answers).keySet().stream()
                .filter(key -> !answers.containsKey(key) && !tried.contains(key))
                .toList();
    }

    private void answer(OpenDraft draft, Map<String, Object> answers, FormComponent question) {
        var before = codes(draft, answers);
        for (var candidate : plain(question)) {
            var other = with(answers, question.key(), candidate);
            if (before.containsAll(codes(draft, other))) {
                answers.putAll(other);
                return;
            }
        }
    }

    private static List<Object> plain(FormComponent question) {
        return switch (question.type()) {
            case TEXTFIELD, TEXTAREA ->
                List.of("email".equals(question.rule("validationType")) ? "anna@example.org" : "Som vi brukar.");
            case NUMBER -> List.of(0, 1);
            case CHECKBOX -> List.of(true);
            case DATETIME -> List.of("2020-01-01");
            case RADIO, SELECT -> List.copyOf(question.options().keySet());
            case CHECKLIST, TAGLIST ->
                question.options().keySet().stream().<Object>map(List::of).toList();
            default -> List.of();
        };
    }

    /** Everything that can be missing in the application, or be wrong with it. */
    List<Lack> of(OpenDraft draft, String kind, Map<String, Object> complete) {
        var lacks = new ArrayList<>(missing(draft, kind, complete, Set.of()));
        lacks.addAll(revealed(draft, kind, complete));
        if (mayApply(draft, complete)) {
            texts.rules().forEach(rule -> lacks.addAll(broken(draft, kind, complete, rule)));
        }
        return lacks;
    }

    /** Whether some of the kind may get the grant: the others are asked for what is missing all the same. */
    private boolean mayApply(OpenDraft draft, Map<String, Object> complete) {
        return findings(draft, complete).stream()
                .noneMatch(finding -> finding.effect() == EligibilityFinding.Effect.INELIGIBLE);
    }

    /** What can be missing of all that is asked only if one question is answered in another way. */
    private List<Lack> revealed(OpenDraft draft, String kind, Map<String, Object> complete) {
        var asked = asked(draft, complete).keySet();
        var lacks = new ArrayList<Lack>();
        otherwise(complete, asked).forEach(changed -> {
            var said = kind + ", " + changed.getKey() + " = " + changed.getValue();
            var other = filled(draft, with(complete, changed.getKey(), changed.getValue()));
            var more = new LinkedHashSet<>(asked(draft, other).keySet());
            more.removeAll(asked);
            lacks.addAll(missing(draft, said, other, asked));
            documents(draft, said, other).stream()
                    .filter(lack -> part(lack.question()).equals(part(changed.getKey())))
                    .filter(lack -> asked.contains(lack.question()))
                    .forEach(lacks::add);
            otherwise(other, more).forEach(next -> documents(
                            draft,
                            said + ", " + next.getKey() + " = " + next.getValue(),
                            with(other, next.getKey(), next.getValue()))
                    .stream()
                    .filter(lack -> more.contains(lack.question()))
                    .forEach(lacks::add));
        });
        return lacks;
    }

    /** The other alternatives of the questions that take one. */
    private List<Map.Entry<String, String>> otherwise(Map<String, Object> answers, Set<String> questions) {
        return questions.stream()
                .filter(key -> !key.equals(KIND))
                .map(key -> form().component(key).orElseThrow())
                .filter(question -> question.type().choice() && !question.type().several())
                .flatMap(question -> question.options().keySet().stream()
                        .filter(alternative -> !alternative.equals(answers.get(question.key())))
                        .map(alternative -> Map.entry(question.key(), alternative)))
                .toList();
    }

    private String part(String question) {
        return form().parts().stream()
                .filter(part -> DraftListPage.holds(part, question))
                .map(FormComponent::id)
                .findFirst()
                .orElseThrow();
    }

    private List<Lack> documents(OpenDraft draft, String kind, Map<String, Object> complete) {
        var lacks = new ArrayList<Lack>();
        asked(draft, complete).forEach((key, element) -> {
            if (element instanceof FormQuestion question) {
                question.documents().forEach(document -> lacks.add(missing(kind, complete, key, document)));
            }
        });
        return lacks;
    }

    /** @param told the questions that are asked without it, which have their cases already */
    private List<Lack> missing(OpenDraft draft, String kind, Map<String, Object> complete, Set<String> told) {
        var lacks = new ArrayList<Lack>();
        documents(draft, kind, complete).stream()
                .filter(lack -> !told.contains(lack.question()))
                .forEach(lacks::add);
        asked(draft, complete).forEach((key, element) -> {
            var component = form().component(key).orElseThrow();
            var without = with(complete, key, null);
            if (told.contains(key)) {
                return;
            }
            if (texts.answers().containsKey(key)) {
                lacks.add(new Lack(
                        kind,
                        "no " + key,
                        key,
                        without,
                        null,
                        List.of(texts.answers().get(key))));
            } else if (element instanceof FormQuestion question && question.required() && !question.readonly()) {
                lacks.add(new Lack(kind, "no " + key, key, without, null, List.of(label(component))));
            } else if (!isDocument(key)) {
                texts.rules().stream()
                        .filter(rule -> rule.code().startsWith("MISSING_")
                                && rule.questions().equals(List.of(key)))
                        .forEach(rule ->
                                lacks.add(new Lack(kind, "no " + key, key, without, null, List.of(rule.name()))));
            }
            if (element instanceof FormRows) {
                lacks.addAll(cells(draft, kind, complete, component));
            }
        });
        return lacks;
    }

    private Lack missing(String kind, Map<String, Object> complete, String key, FormDocument document) {
        var asked = document.asked();
        var words =
                asked.alternative() == null ? asked.label() : texts.documents().get(asked.alternative());
        return new Lack(kind, "no file " + asked.name(), key, complete, asked.name(), List.of(words));
    }

    /** Rows in which one answer is missing that the table needs of this kind of applicant. */
    private List<Lack> cells(OpenDraft draft, String kind, Map<String, Object> complete, FormComponent list) {
        return list.children().stream()
                .filter(child -> texts.cells().contains(child.key()))
                .map(child -> {
                    var row = row(list);
                    row.remove(child.key());
                    return new Lack(
                            kind,
                            "no " + child.key() + " in " + list.key(),
                            list.key(),
                            with(complete, list.key(), List.of(row)),
                            null,
                            List.of("Norrviken"));
                })
                .filter(lack -> findings(draft, lack.answers()).stream()
                        .anyMatch(finding -> finding.effect() == EligibilityFinding.Effect.COMPLETION))
                .toList();
    }

    /** The answers of this kind of applicant that break the rule alone by one changed answer; at most one of them. */
    private List<Lack> broken(OpenDraft draft, String kind, Map<String, Object> complete, ConditionTexts.Rule rule) {
        var asked = asked(draft, complete).keySet();
        var before = codes(draft, complete);
        var tried = Stream.concat(
                Stream.ofNullable(known.get(rule.code())),
                known.containsKey(rule.code())
                        ? Stream.empty()
                        : rule.questions().stream()
                                .flatMap(key -> form().component(key).stream())
                                .flatMap(
                                        component -> wrong(component).map(value -> Map.entry(component.key(), value))));
        return tried.filter(changed -> asked.contains(changed.getKey()))
                .map(changed -> {
                    var answers = filled(draft, with(complete, changed.getKey(), changed.getValue()));
                    if (before.contains(rule.code()) || !codes(draft, answers).contains(rule.code())) {
                        return null;
                    }
                    known.put(rule.code(), changed);
                    return new Lack(
                            kind,
                            changed.getKey() + " = " + changed.getValue() + " (" + rule.code() + ")",
                            changed.getKey(),
                            answers,
                            null,
                            List.of(rule.name()));
                })
                .filter(lack -> lack != null)
                .limit(1)
                .toList();
    }

    private static Stream<Object> wrong(FormComponent question) {
        return switch (question.type()) {
            case RADIO, SELECT -> question.options().keySet().stream().map(Object.class::cast);
            case CHECKLIST, TAGLIST ->
                Stream.concat(
                        question.options().keySet().stream().map(List::of),
                        Stream.of(List.copyOf(question.options().keySet())));
            case CHECKBOX -> Stream.of(true, false);
            case DATETIME -> DAYS.stream();
            case NUMBER -> NUMBERS.stream();
            case DYNAMICLIST ->
                question.children().stream().flatMap(child -> wrong(child).map(value -> {
                    var row = row(question);
                    row.put(child.key(), value);
                    return List.of(row);
                }));
            default -> Stream.empty();
        };
    }

    /** A row in which everything is answered and nothing is wrong. */
    private static Map<String, Object> row(FormComponent list) {
        var row = new LinkedHashMap<String, Object>();
        list.children().forEach(child -> {
            switch (child.type()) {
                case TEXTFIELD, TEXTAREA -> row.put(child.key(), "Norrviken");
                case NUMBER -> row.put(child.key(), child.key().equals("amount") ? 100_000 : 0);
                case DATETIME -> row.put(child.key(), "2010-01-01");
                case RADIO, SELECT ->
                    row.put(child.key(), child.options().keySet().iterator().next());
                default -> {}
            }
        });
        return row;
    }

    private static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
        var others = new LinkedHashMap<>(answers);
        others.put(key, value);
        return others;
    }

    /** What the pages ask of whom has answered so, by key; what stands in rows belongs to its list. */
    private Map<String, FormElement> asked(OpenDraft draft, Map<String, Object> answers) {
        return asked.computeIfAbsent(new LinkedHashMap<>(answers), said -> askedNow(draft, said));
    }

    private Map<String, FormElement> askedNow(OpenDraft draft, Map<String, Object> answers) {
        var form = form();
        var names = FormUpload.of(form).stream().map(FormUpload::name).collect(Collectors.toSet());
        var all = FormUpload.answered(form, answers, names);
        var found = new LinkedHashMap<String, FormElement>();
        var shown = reader.shown(draft.draft());
        pages.parts(form, all, shown, SWEDISH).stream()
                .filter(FormPart::visible)
                .forEach(part -> collect(
                        pages.page(form, part.id(), all, shown, Map.of(), SWEDISH)
                                .elements(),
                        found));
        return found;
    }

    private static void collect(List<FormElement> elements, Map<String, FormElement> found) {
        for (var element : elements) {
            if (element instanceof FormQuestion question) {
                found.put(question.name(), question);
                question.choices().stream()
                        .filter(FormQuestion.Choice::chosen)
                        .forEach(choice -> collect(choice.follows(), found));
            } else if (element instanceof FormGroup group) {
                collect(group.elements(), found);
            } else if (element instanceof FormRows rows) {
                found.put(rows.name(), rows);
            }
        }
    }

    private Set<String> codes(OpenDraft draft, Map<String, Object> answers) {
        return codes.computeIfAbsent(new LinkedHashMap<>(answers), said -> findings(draft, said).stream()
                .map(EligibilityFinding::code)
                .collect(Collectors.toSet()));
    }

    private List<EligibilityFinding> findings(OpenDraft draft, Map<String, Object> answers) {
        var typed = new LinkedHashMap<String, TypedAnswer>();
        answers.forEach((key, value) -> {
            if (value != null) {
                typed.put(
                        key,
                        new TypedAnswer(key, stored(value), "", draft.draft().begunAt()));
            }
        });
        var open = new OpenDraft(draft.draft(), typed, Map.of(), draft.membership(), false, List.of());
        return submissions.foresee(open, handedIn.of(open, SWEDISH).answers()).findings();
    }

    private static Object stored(Object value) {
        return value instanceof Integer number ? BigDecimal.valueOf(number) : value;
    }

    private boolean isDocument(String key) {
        return FormUpload.of(form()).stream().anyMatch(upload -> upload.key().equals(key));
    }

    static String label(FormComponent component) {
        return AnswerWords.question(Optional.of(component), component.key());
    }
}
