package se.tidig.form.process;

import java.util.List;
import org.camunda.bpm.engine.impl.ActivityStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.DeploymentStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.HistoricActivityStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.HistoricDecisionInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricJobLogQueryImpl;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.TaskReportImpl;
import org.camunda.bpm.engine.impl.cmd.GetHistoricJobLogExceptionStacktraceCmd;
import org.camunda.bpm.engine.impl.cmd.GetJobExceptionStacktraceCmd;
import org.camunda.bpm.engine.impl.cmd.GetUniqueTaskWorkerCountCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.metrics.MetricsQueryImpl;
import se.tidig.engine.StaffGroup;
import se.tidig.form.Rejected;

/**
 * Guards questions about many cases at once. Process owners count what waits at each step and read none of it: models
 * are theirs, cases are not. Rows without a board are shown to nobody.
 */
final class Overviews {

    /** Belongs to no board. */
    private static final String NO_TENANT = "-";

    private Overviews() {}

    static boolean isOverview(Command<?> command) {
        return counts(command)
                || measures(command)
                || isOfJobs(command)
                || command instanceof HistoricDecisionInstanceQueryImpl;
    }

    /** Counts by step, version or group. They reveal no single case, and the engine checks the right to read each. */
    private static boolean counts(Command<?> command) {
        return command instanceof ActivityStatisticsQueryImpl
                || command instanceof HistoricActivityStatisticsQueryImpl
                || command instanceof DeploymentStatisticsQueryImpl
                // How many tasks each group has: the engine's only report on tasks.
                || command.getClass().getEnclosingClass() == TaskReportImpl.class;
    }

    /** The engine's measurements of itself, which cover all boards together. */
    private static boolean measures(Command<?> command) {
        return command instanceof MetricsQueryImpl || command instanceof GetUniqueTaskWorkerCountCmd;
    }

    /** In the engine the jobs of a batch belong to no process, so it shows them to everybody who asks. */
    private static boolean isOfJobs(Command<?> command) {
        return command instanceof JobQueryImpl
                || command instanceof HistoricJobLogQueryImpl
                || command instanceof GetJobExceptionStacktraceCmd
                || command instanceof GetHistoricJobLogExceptionStacktraceCmd;
    }

    static <T> T take(Command<T> command, Authentication person, CommandExecutor next) {
        if (counts(command)) {
            return isIn(person, StaffGroup.PROCESS_OWNERS)
                    ? Context.getCommandContext().runWithoutAuthorization(() -> next.execute(command))
                    : next.execute(command);
        }
        if (!isIn(person, StaffGroup.ADMINISTRATORS)) {
            leaveOut(command, person.getTenantIds());
        }
        return next.execute(command);
    }

    /** Leaves out of a list what the person may not see, as the engine does; a single row is refused. */
    private static void leaveOut(Command<?> command, List<String> tenants) {
        if (command instanceof JobQueryImpl jobs) {
            jobs.tenantIdIn(NO_TENANT);
        } else if (command instanceof HistoricJobLogQueryImpl log) {
            log.tenantIdIn(NO_TENANT);
        } else if (command instanceof HistoricDecisionInstanceQueryImpl made) {
            if (made.getTenantIds() == null) {
                made.tenantIdIn(
                        made.isTenantIdSet() || tenants == null || tenants.isEmpty()
                                ? new String[] {NO_TENANT}
                                : tenants.toArray(String[]::new));
            }
        } else {
            throw new Rejected("", "Jobb och mätvärden är för administratörer.");
        }
    }

    private static boolean isIn(Authentication person, StaffGroup group) {
        return person.getGroupIds() != null && person.getGroupIds().contains(group.id());
    }
}
