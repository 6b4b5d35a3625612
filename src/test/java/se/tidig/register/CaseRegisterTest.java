package se.tidig.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.process.ApplicationPlay;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Board;
import se.tidig.payment.PaymentFixture;
import se.tidig.register.CaseLine.Turn;

/** What the register says of cases, and to whom. */
@TidigTest
class CaseRegisterTest {

    @Autowired
    private RegisterReader register;

    @Autowired
    private RegisterRepair repair;

    @Autowired
    private ViewerReader viewers;

    @Autowired
    private RegisterTruth truth;

    @Autowired
    private ApplicationPlay cases;

    @Autowired
    private ApplicationFixture applications;

    @Autowired
    private PaymentFixture payments;

    @Autowired
    private CaseJournal journal;

    @Autowired
    private Play play;

    @Autowired
    private JdbcClient jdbc;

    private Viewer viewer(String person) {
        return viewers.find(person).orElseThrow();
    }

    private List<Reference> list(CaseSelection selection, String person) {
        return register.part(selection, CaseOrder.DUE, false, null, 100, viewer(person)).cases().stream()
                .map(CaseLine::reference)
                .toList();
    }

    private static CaseSelection words(String words) {
        return new CaseSelection(
                words, null, null, null, null, null, null, null, null, null, null, false, false, false);
    }

    private static CaseSelection kind(CaseKind kind) {
        return new CaseSelection(null, null, kind, null, null, null, null, null, null, null, null, false, false, false);
    }

    private void recuse(String person, Reference reference) {
        jdbc.sql("insert into tidig.recusal (reference, board, person, state, ground, ground_text,"
                        + " circumstances, declared_at, version) values (?, 'K', ?, 'DECLARED', 'party',"
                        + " 'Part', 'Kassör', now(), 1)")
                .params(reference.value(), person)
                .update();
    }

    @Test
    void aNewCaseIsAtItsFirstStageAndWaitsForTheGroupThatMayTakeIt() {
        var reference = cases.received();
        var line = register.find(reference, viewer("officerK1")).orElseThrow();
        assertThat(line.stage()).isEqualTo("Mottagen");
        assertThat(line.turn()).isEqualTo(Turn.OURS);
        assertThat(line.waits()).singleElement().satisfies(wait -> {
            assertThat(wait.name()).isEqualTo("Jävskontroll och åtagande");
            assertThat(wait.holder()).isNull();
            assertThat(wait.groupNames()).containsExactly("Handläggare");
        });
        assertThat(list(CaseSelection.waitingFor(CaseSelection.FREE), "officerK1"))
                .containsExactly(reference);
        assertThat(list(CaseSelection.waitingFor(CaseSelection.FREE), "financeK1"))
                .isEmpty();
        truth.holds();
    }

    @Test
    void aTakenCaseWaitsForItsOfficer() {
        var reference = cases.checked(ApplicationFixture.answers());
        assertThat(list(CaseSelection.waitingFor(CaseSelection.ME), "officerK1"))
                .containsExactly(reference);
        assertThat(list(CaseSelection.waitingFor(CaseSelection.ME), "officerK2"))
                .isEmpty();
        assertThat(list(CaseSelection.takenBy(Actor.of("officerK1")), "officerK2"))
                .containsExactly(reference);
        assertThat(register.officers(viewer("officerK2"))).containsKey("officerK1");
        truth.holds();
    }

    /** Hurt 2: a case is the application with its grant, payments, reports and claims. */
    @Test
    void aPaymentToBeAttestedIsATaskOfTheWholeCase() {
        var milestone = payments.due();
        payments.begin("disbursement", milestone);
        var reference = MilestoneKey.of(milestone).reference();
        jdbc.sql("insert into tidig.application (reference, call, board, number, organisation_number, applicant_name,"
                        + " status, received_at, entered_at, requested_amount, answers, version)"
                        + " select reference, call, board, 1, organisation_number, recipient, 'DECIDED', opened_at,"
                        + " opened_at, amount, '{}', 1 from tidig.grant_case where reference = ?"
                        + " on conflict do nothing")
                .param(reference.value())
                .update();
        var line = register.find(reference, viewer("officerK1")).orElseThrow();
        assertThat(line.kind()).isEqualTo(CaseKind.GRANT);
        assertThat(line.waits()).extracting(Wait::name).contains("Förbered utbetalning");
        assertThat(list(kind(CaseKind.PAYMENT), "officerK1")).containsExactly(reference);
        assertThat(list(kind(CaseKind.REPORT), "officerK1")).isEmpty();
        truth.holds();
    }

    @Test
    void nobodySeesACaseOfAnotherBoardOrOneThatTheyTakeNoPartIn() {
        var reference = cases.received();
        recuse("officerK2", reference);
        journal.note(reference, EventKind.NOTE, Actor.of("officerK1"), "Tegelstenarna är beställda.");

        assertThat(list(CaseSelection.ALL, "officerK1")).contains(reference);
        for (var person : List.of("officerH1", "officerK2")) {
            var viewer = viewer(person);
            assertThat(list(CaseSelection.ALL, person)).doesNotContain(reference);
            assertThat(list(words("tegelsten"), person)).isEmpty();
            assertThat(register.find(reference, viewer)).isEmpty();
            assertThat(register.numbered(reference.value(), viewer)).isEmpty();
            assertThat(register.stages(reference(reference), viewer)).isEmpty();
            assertThat(register.count(CaseSelection.waitingFor(CaseSelection.FREE), viewer)
                            .cases())
                    .isZero();
        }
        assertThat(list(words("tegelsten"), "officerK1")).containsExactly(reference);
        assertThat(viewers.find("processOwner")).isEmpty();
        assertThat(viewers.find("forening@example.org")).isEmpty();
    }

    private static Reference reference(Reference application) {
        return Reference.of(application.value().replaceFirst("-\\d+$", ""));
    }

    @Test
    void aCaseIsFoundByItsNumbersNamesAndWordsInAllTheirForms() {
        var reference = cases.received(ApplicationFixture.answers(
                "activityDescription", "Vi håller språkcaféer och promenader med barnfamiljer."));
        var diary = register.find(reference, viewer("officerK1")).orElseThrow().diaryNumber();
        for (var words : List.of(
                "språkcaféerna",
                "promenad",
                "barnfamil",
                "Bryggan",
                "802002-4280",
                "8020024280",
                "\"med barnfamiljer\"")) {
            assertThat(list(words(words), "officerK1")).as(words).containsExactly(reference);
        }
        assertThat(list(words("segling"), "officerK1")).isEmpty();
        assertThat(list(words("och"), "officerK1")).isEmpty();
        assertThat(list(words(":*'&!("), "officerK1")).isEmpty();
        assertThat(register.excerpt(reference, "promenader"))
                .hasValueSatisfying(text -> assertThat(text).contains(RegisterReader.MARK + "promenader"));
        assertThat(diary).isNotEmpty();
        for (var number : List.of(
                reference.value(),
                reference.value().toLowerCase(),
                reference.value().replace('-', ' '),
                " " + reference + "-M1 ",
                diary,
                diary.toUpperCase())) {
            assertThat(register.numbered(number, viewer("officerK1")))
                    .as(number)
                    .containsExactly(reference);
        }
        truth.holds();
    }

    @Test
    void theStagesOfACallAreCounted() {
        var reference = cases.received();
        assertThat(register.stages(reference(reference), viewer("officerK1")))
                .containsExactly(new StageCount("Mottagen", 1, 0));
        assertThat(register.stageNames()).startsWith("Mottagen", "Kontroll av förutsättningarna");
    }

    /** From any page one comes to all cases, forwards and backwards, each once. */
    @Test
    void pagesFollowEachOtherInEveryOrder() {
        IntStream.range(0, 7)
                .forEach(number -> applications.receive(
                        Board.K, ApplicationFixture.answers("requestedAmount", 50_000 + number % 3 * 1000)));
        var all = register.count(CaseSelection.ALL, viewer("officerK1")).cases();
        for (var order : CaseOrder.values()) {
            for (var descending : new boolean[] {false, true}) {
                var whole = register.part(CaseSelection.ALL, order, descending, null, 100, viewer("officerK1"));
                assertThat(whole.cases()).hasSize(all);
                assertThat(whole.before()).isNull();
                assertThat(whole.after()).isNull();
                var seen = new java.util.ArrayList<Reference>();
                var part = register.part(CaseSelection.ALL, order, descending, null, 3, viewer("officerK1"));
                var last = part;
                while (part != null) {
                    part.cases().forEach(line -> seen.add(line.reference()));
                    last = part;
                    part = part.after() == null ? null : next(part.after(), order, descending);
                }
                assertThat(seen)
                        .isEqualTo(
                                whole.cases().stream().map(CaseLine::reference).toList());
                var back = next(last.before(), order, descending);
                var size = last.cases().size();
                assertThat(back.cases()).isEqualTo(whole.cases().subList(all - size - 3, all - size));
                assertThat(next(Place.END, order, descending).cases())
                        .isEqualTo(whole.cases().subList(all - 3, all));
                assertThat(next(Place.END, order, descending).after()).isNull();
                assertThat(register.beside(
                                seen.get(1), CaseSelection.ALL, order, descending, true, viewer("officerK1")))
                        .contains(seen.get(2));
                assertThat(register.beside(
                                seen.get(1), CaseSelection.ALL, order, descending, false, viewer("officerK1")))
                        .contains(seen.get(0));
            }
        }
    }

    private CasePart next(Place place, CaseOrder order, boolean descending) {
        var read = Place.read(place.word(), order).orElseThrow();
        return register.part(CaseSelection.ALL, order, descending, read, 3, viewer("officerK1"));
    }

    @Test
    void aPlaceThatSomebodyHasMadeUpIsNone() {
        for (var word :
                List.of("", "efter", "efter~K-2026-1", "efter~x~2026-01-01~K-2026-1", "efter~0~2026-13-01~K-2026-1")) {
            assertThat(Place.read(word, CaseOrder.DUE)).as(word).isEmpty();
        }
        assertThat(Place.read("efter~a~b~K-2026-1", CaseOrder.APPLICANT)
                        .orElseThrow()
                        .values())
                .containsExactly("a~b");
    }

    @Test
    void onlyTheAuthoritysOwnTimeIsLate() {
        var reference = cases.received();
        jdbc.sql("update engine.act_ru_task set due_date_ = timestamp '2020-01-01 12:00'")
                .update();
        assertThat(list(CaseSelection.lateOnes(), "officerK1")).containsExactly(reference);
        assertThat(register.find(reference, viewer("officerK1")).orElseThrow().isLate(LocalDate.of(2020, 1, 2)))
                .isTrue();
        truth.holds();
    }

    @Test
    void rowsThatAreMissingAreMadeAtTheStart() {
        cases.received();
        jdbc.sql("delete from tidig.case_row").update();
        jdbc.sql("delete from tidig.case_words").update();
        repair.repair();
        truth.holds();
        jdbc.sql("update tidig.case_row set applicant = 'Fel', requested = 1").update();
        repair.rebuild();
        truth.holds();
    }

    @Test
    void aViewIsSeenByItsOwnerOrByTheGroup() {
        var views = this.views;
        assertThat(views.save("Min", "vantar=mig", "", viewer("officerK1"))).isTrue();
        assertThat(views.save("Vår", "vantar=lediga", "K:caseOfficers", viewer("officerK1")))
                .isTrue();
        assertThat(views.save("Deras", "q=x", "H:caseOfficers", viewer("officerK1")))
                .isFalse();
        assertThat(views.of(viewer("officerK1"))).extracting(SavedView::name).containsExactly("Min", "Vår");
        assertThat(views.of(viewer("officerK2"))).extracting(SavedView::name).containsExactly("Vår");
        assertThat(views.of(viewer("officerH1"))).isEmpty();
        views.remove(views.of(viewer("officerK2")).get(0).id(), viewer("officerK2"));
        assertThat(views.of(viewer("officerK2"))).hasSize(1);
        views.remove(views.of(viewer("officerK1")).get(1).id(), viewer("officerK1"));
        assertThat(views.of(viewer("officerK2"))).isEmpty();
    }

    @Autowired
    private SavedViews views;
}
