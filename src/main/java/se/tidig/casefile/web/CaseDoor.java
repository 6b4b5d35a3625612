package se.tidig.casefile.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.application.Applications;
import se.tidig.call.Calls;
import se.tidig.casefile.process.CaseProcessReader;
import se.tidig.engine.StaffGroup;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.Variable;
import se.tidig.form.CaseTask;
import se.tidig.form.Rejected;
import se.tidig.form.TaskGuard;
import se.tidig.organisation.Board;

/** Checks who may see the pages of a case: staff of its board who are not disqualified from it. */
@Component
class CaseDoor {

    private final StaffRegister staff;
    private final ObjectProvider<TaskGuard> guards;
    private final CaseProcessReader processes;
    private final Applications applications;
    private final Calls calls;

    CaseDoor(
            StaffRegister staff,
            ObjectProvider<TaskGuard> guards,
            CaseProcessReader processes,
            Applications applications,
            Calls calls) {
        this.staff = staff;
        this.guards = guards;
        this.processes = processes;
        this.applications = applications;
        this.calls = calls;
    }

    /** A person who may not see a case gets the same answer whether the case exists or not. */
    void checkBoard(Reference reference, Actor person) {
        if (boardOf(reference).filter(board -> worksFor(board, person)).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** Refuses a person who may not see the case's page or has not opened it, as an owner of models must. */
    void checkOpen(Reference reference, Actor person, CaseOpenings openings) {
        checkBoard(reference, person);
        if (refusal(describe(reference, person)).isPresent() || openings.isShut(reference, person)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** The board whose letter the reference begins with; empty if there is no such board. */
    static Optional<Board> boardOf(Reference reference) {
        return Board.byLetter(reference.board());
    }

    boolean worksFor(Board board, Actor person) {
        return staff.find(person.value()).stream()
                .anyMatch(found -> found.boards().contains(board));
    }

    /** Whether there is an application or a call with the reference. */
    boolean hasPage(Reference reference) {
        return applications.find(reference).isPresent() || calls.find(reference).isPresent();
    }

    boolean isAdministrator(Actor person) {
        return staff.find(person.value()).stream().anyMatch(found -> found.isIn(StaffGroup.ADMINISTRATORS));
    }

    boolean isRegistrar(Actor person) {
        return staff.find(person.value()).stream().anyMatch(found -> found.isIn(StaffGroup.REGISTRARS));
    }

    /** The case as a task of the person who looks at it, for the guards. */
    CaseTask describe(Reference reference, Actor person) {
        Map<String, Object> values = processes.values(reference.value());
        return new CaseTask(
                reference,
                String.valueOf(values.getOrDefault(
                        Variable.BOARD, boardOf(reference).map(Board::name).orElse(""))),
                null,
                null,
                null,
                null,
                null,
                person,
                values);
    }

    /** Why the person may not see the case, in Swedish; empty if they may. */
    Optional<String> refusal(CaseTask task) {
        try {
            guards.orderedStream().forEach(guard -> guard.check(task));
            return Optional.empty();
        } catch (Rejected refused) {
            return Optional.of(refused.getMessage());
        }
    }
}
