package se.tidig.portal.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.engine.StaffGroup;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.Variable;
import se.tidig.form.CaseTask;
import se.tidig.form.Rejected;
import se.tidig.form.TaskGuard;
import se.tidig.organisation.Board;
import se.tidig.portal.process.CaseProcesses;

/** Who comes to the pages of a case: staff of its board who are not disqualified from it. */
@Component
class CaseDoor {

    private final StaffRegister staff;
    private final ObjectProvider<TaskGuard> guards;
    private final CaseProcesses processes;

    CaseDoor(StaffRegister staff, ObjectProvider<TaskGuard> guards, CaseProcesses processes) {
        this.staff = staff;
        this.guards = guards;
        this.processes = processes;
    }

    /** Whoever may not see a case is told the same whether it exists or not. */
    void checkBoard(String reference, String person) {
        var board = Board.byLetter(reference.split("-")[0]);
        var own = staff.find(person).stream()
                .anyMatch(found -> board.filter(found.boards()::contains).isPresent());
        if (!own) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    boolean isRegistrar(String person) {
        return staff.find(person).stream().anyMatch(found -> found.isIn(StaffGroup.REGISTRARS));
    }

    /** The case as the one who looks at it. */
    CaseTask describe(String reference, String person) {
        Map<String, Object> values = processes.values(reference);
        return new CaseTask(
                reference,
                String.valueOf(values.getOrDefault(Variable.BOARD, reference.split("-")[0])),
                null,
                null,
                null,
                null,
                null,
                person,
                values);
    }

    /** Why the person is kept from the case, in Swedish; empty where nothing keeps them. */
    Optional<String> refusal(CaseTask task) {
        try {
            guards.orderedStream().forEach(guard -> guard.check(task));
            return Optional.empty();
        } catch (Rejected refused) {
            return Optional.of(refused.getMessage());
        }
    }
}
