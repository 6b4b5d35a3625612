package se.tidig.application.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.application.DecisionDemand.Standing;
import se.tidig.application.TimelinessService;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.timelimit.TimeLimitsTable;

/**
 * Chooses the demand that this is about and tells whether it may be made; a case may have several demands at a time.
 */
@Delegate(
        name = "Kontrollera begäran om att ärendet ska avgöras",
        reads = Variable.REFERENCE,
        writes = {"demand", "demandAdmissible", "demandWarningAt"},
        tables = TimeLimitsTable.DECISION)
class ExamineDemand implements JavaDelegate {

    private final TimelinessService timeliness;

    ExamineDemand(TimelinessService timeliness) {
        this.timeliness = timeliness;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var demand = timeliness.takeUpDemand(Reference.of((String) execution.getVariable(Variable.REFERENCE)));
        execution.setVariablesLocal(Map.of(
                "demand", demand.id(),
                "demandAdmissible", demand.standing() == Standing.ADMISSIBLE,
                "demandWarningAt", timeliness.demandWarning(demand).toString()));
    }
}
