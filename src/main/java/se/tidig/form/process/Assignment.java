package se.tidig.form.process;

import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskOwnerCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.engine.StaffRegister;
import se.tidig.form.Rejected;

/** Guards who takes, gets and returns a task: tells early that four eyes or a conflict of interest forbid it. */
@Component
class Assignment {

    private final OpenTasks open;
    private final StaffRegister staff;

    Assignment(OpenTasks open, StaffRegister staff) {
        this.open = open;
        this.staff = staff;
    }

    /** The command to execute, or the reason why it is refused. */
    @SuppressWarnings("unchecked")
    <T> Command<T> check(Command<T> command, Authentication person) {
        var actor = person.getUserId();
        if (command instanceof ClaimTaskCmd) {
            claim(Fields.text(command, "taskId"), Fields.text(command, "userId"), person);
        } else if (command instanceof SaveTaskCmd) {
            save((TaskEntity) Fields.read(command, "task"), actor);
        } else if (command instanceof SetTaskOwnerCmd) {
            throw noOwner();
        } else if (command instanceof AbstractAddIdentityLinkCmd
                && IdentityLinkType.ASSIGNEE.equals(Fields.text(command, "type"))) {
            var taskId = Fields.text(command, "taskId");
            var to = Fields.text(command, "userId");
            var task = open.lock(taskId, actor);
            if (to == null && actor.equals(task.getAssignee())) {
                // A person needs no right to hand tasks to others to return a task that they have taken.
                return (Command<T>) new ClaimTaskCmd(taskId, null);
            }
            open.checkAssign(task);
            if (to != null) {
                open.checkRecipient(task, to);
                open.checkPerson(task, to, actor);
            }
        } else if (command instanceof AbstractAddIdentityLinkCmd) {
            link(command, actor);
        }
        return command;
    }

    /** A person who is linked to a task can read it and its case, so a link is checked like an assignment. */
    private void link(Command<?> command, String actor) {
        var task = open.lock(Fields.text(command, "taskId"), actor);
        open.checkAssign(task);
        if (!IdentityLinkType.CANDIDATE.equals(Fields.text(command, "type"))) {
            throw noOwner();
        }
        var person = Fields.text(command, "userId");
        if (person == null) {
            throw new Rejected(
                    "",
                    "Vilken grupp som gör uppgiften står i modellen. Tilldela uppgiften en person i gruppen i"
                            + " stället.");
        }
        open.checkRecipient(task, person);
        open.checkPerson(task, person, actor);
    }

    private static Rejected noOwner() {
        return new Rejected("", "En uppgift har ingen ägare. Tilldela den en person i stället.");
    }

    private void claim(String taskId, String to, Authentication person) {
        var actor = person.getUserId();
        var task = open.lock(taskId, actor);
        open.checkWork(task);
        var holder = task.getAssignee();
        var admin = Context.getCommandContext().getAuthorizationManager().isCamundaAdmin(person);
        if (to == null) {
            if (holder != null && !holder.equals(actor) && !admin) {
                throw new Rejected(
                        "",
                        "Uppgiften är tilldelad " + staff.nameOf(Actor.of(holder)) + ", som själv kan göra den ledig.");
            }
            return;
        }
        if (!to.equals(actor) && !admin) {
            throw new Rejected("", "Du kan bara ta en uppgift åt dig själv.");
        }
        if (holder != null && !holder.equals(to)) {
            throw new Rejected("", "Uppgiften är redan tagen av " + staff.nameOf(Actor.of(holder)) + ".");
        }
        if (holder == null) {
            open.checkRecipient(task, to);
        }
        open.checkPerson(task, to, actor);
    }

    private void save(TaskEntity task, String actor) {
        if (task.getDelegationState() != null) {
            throw new Rejected("", "Uppgifter delegeras inte. Tilldela uppgiften en annan person i stället.");
        }
        if (task.getAssignee() != null && task.getProcessDefinitionId() != null && task.getRevision() > 0) {
            open.checkAssign(task);
            if (!task.getAssignee().equals(open.holder(task))) {
                open.checkRecipient(task, task.getAssignee());
            }
            open.checkPerson(task, task.getAssignee(), actor);
        }
        if (task.getOwner() != null) {
            throw noOwner();
        }
    }
}
