package se.tidig.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.decision.Proposal.Draft;
import se.tidig.decision.Proposal.State;
import se.tidig.form.Rejected;

/** What a proposal keeps until it is decided, and that another than the proposer decides it. */
class ProposalTest {

    private static final Instant NOW = Instant.parse("2026-02-16T10:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-02-16");

    private final Proposal proposal = proposal();

    @Test
    void aNewProposalSaysWhatIsProposedByWhomAndWhen() {
        assertThat(proposal.reference()).isEqualTo(Reference.of("K-2026-2-017"));
        assertThat(proposal.kind()).isEqualTo(DecisionKind.PARTIAL);
        assertThat(proposal.amount()).isEqualTo(Sek.of(60_000));
        assertThat(proposal.reasons()).isEqualTo("Behovet är stort.");
        assertThat(proposal.paragraphs()).containsExactly("4 §");
        assertThat(proposal.conditions()).containsExactly("Bara till språkcaféet.");
        assertThat(proposal.findingsReason()).isEqualTo("Syftet är prövat.");
        assertThat(proposal.proposer()).isEqualTo(Actor.of("officerK1"));
        assertThat(proposal.proposedAt()).isEqualTo(NOW);
        assertThat(proposal.state()).isEqualTo(State.OPEN);
        assertThat(proposal.returnedBy()).isNull();
    }

    @Test
    void itHasNoTermsBeforeTheyAreCounted() {
        assertThat(proposal.terms()).isEmpty();
    }

    @Test
    void itKeepsTheTermsAsTheyWereCountedAndTheDaysAndTheBoard() {
        var terms = new Terms(
                List.of(new PlannedStep(StepKind.PAYMENT, Sek.of(60_000), DAY, null)), Audit.AUDITOR, DAY, 2025);
        proposal.on(terms, DAY.plusDays(100), DAY.plusDays(300), "F");

        assertThat(proposal.terms()).contains(terms);
        assertThat(proposal.interimReportDue()).isEqualTo(DAY.plusDays(100));
        assertThat(proposal.finalReportDue()).isEqualTo(DAY.plusDays(300));
        assertThat(proposal.payingBoard()).isEqualTo("F");
    }

    @Test
    void anotherThanTheProposerDecides() {
        var own = "Du har själv föreslagit beslutet. En annan person ska besluta. Lämna uppgiften till en kollega.";
        refused(() -> proposal.decide(Actor.of("officerK1")), own);
        refused(() -> proposal.giveBack(Actor.of("officerK1"), "Fel belopp", NOW), own);
        assertThat(proposal.state()).isEqualTo(State.OPEN);

        proposal.decide(Actor.of("deciderK"));

        assertThat(proposal.state()).isEqualTo(State.DECIDED);
    }

    @Test
    void aReturnedProposalSaysByWhomWhenAndWhy() {
        proposal.giveBack(Actor.of("deciderK"), "Fel belopp", NOW.plusSeconds(60));

        assertThat(proposal.state()).isEqualTo(State.RETURNED);
        assertThat(proposal.returnedBy()).isEqualTo(Actor.of("deciderK"));
        assertThat(proposal.returnReason()).isEqualTo("Fel belopp");
    }

    @ParameterizedTest
    @MethodSource("endings")
    void whatIsNoLongerOpenIsNeitherDecidedNorReturned(Consumer<Proposal> ending) {
        ending.accept(proposal);
        var state = proposal.state();
        var closed = "Förslaget i ärendet K-2026-2-017 är redan avgjort eller återlämnat.";

        refused(() -> proposal.decide(Actor.of("headK")), closed);
        refused(() -> proposal.giveBack(Actor.of("headK"), "Fel", NOW), closed);
        assertThat(proposal.state()).isEqualTo(state).isNotEqualTo(State.OPEN);
    }

    static Stream<Consumer<Proposal>> endings() {
        return Stream.of(
                one -> one.decide(Actor.of("deciderK")),
                one -> one.giveBack(Actor.of("deciderK"), "Fel", NOW),
                Proposal::hold,
                Proposal::moot);
    }

    @Test
    void aProposalPutAsideIsHeldAndOneOfAWithdrawnCaseIsMoot() {
        proposal.hold();
        assertThat(proposal.state()).isEqualTo(State.HELD);
        var other = proposal();
        other.moot();
        assertThat(other.state()).isEqualTo(State.MOOT);
    }

    @Test
    void aReturnedProposalIsGoneOnWithAsItStood() {
        assertThat(ProposalDraft.of(proposal))
                .isEqualTo(new ProposalDraft(
                        DecisionKind.PARTIAL,
                        Sek.of(60_000),
                        "Behovet är stort.",
                        List.of("4 §"),
                        List.of("Bara till språkcaféet.")));
    }

    @Test
    void whatItGivesOutCannotChangeIt() {
        var paragraphs = new ArrayList<>(List.of("4 §"));
        var draft = new Draft(DecisionKind.GRANT, Sek.of(1), "Skäl", paragraphs, new ArrayList<>(), null);
        var open = Proposal.of(Reference.of("K-2026-2-017"), "K", draft, Actor.of("officerK1"), NOW);

        assertThatThrownBy(() -> open.paragraphs().add("5 §")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> open.conditions().add("Mer")).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Proposal proposal() {
        var draft = new Draft(
                DecisionKind.PARTIAL,
                Sek.of(60_000),
                "Behovet är stort.",
                List.of("4 §"),
                List.of("Bara till språkcaféet."),
                "Syftet är prövat.");
        return Proposal.of(Reference.of("K-2026-2-017"), "K", draft, Actor.of("officerK1"), NOW);
    }

    private static void refused(ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOf(Rejected.class).hasMessage(because);
    }
}
