package se.tidig.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.MilestoneKey;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.report.ReportReviewService;

@Delegate(name = "Avsluta redovisningen och dess delmoment", reads = Variable.MILESTONE)
class CloseReport implements JavaDelegate {

    private final ReportReviewService review;

    CloseReport(ReportReviewService review) {
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        review.close(MilestoneKey.of((String) execution.getVariable(Variable.MILESTONE)));
    }
}
