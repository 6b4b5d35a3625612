package se.tidig.assessment.process;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.assessment.ConflictOfInterestService;
import se.tidig.assessment.Recusal;
import se.tidig.assessment.Recusals;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;

/** The question of a conflict of interest that the head of unit examines. */
@Component
class ConflictContent implements CaseContent {

    private static final Pattern WITH_PROVISION = Pattern.compile("(.*) \\(([^()]+)\\)");

    private final Recusals recusals;
    private final ConflictOfInterestService conflicts;
    private final StaffRegister staff;

    ConflictContent(Recusals recusals, ConflictOfInterestService conflicts, StaffRegister staff) {
        this.recusals = recusals;
        this.conflicts = conflicts;
        this.staff = staff;
    }

    record Question(
            String person,
            LocalDate date,
            String groundText,
            String ground,
            String paragraph,
            String circumstances,
            boolean nobodyElse) {}

    @Shows("conflictQuestion")
    Optional<Question> question(CaseTask task) {
        return recusals.questioned(task.reference()).map(this::shown);
    }

    /** Forms older than 2026-11-27 show the provision, last in the words, separately. */
    private Question shown(Recusal recusal) {
        var words = recusal.ground().words();
        var apart = WITH_PROVISION.matcher(words);
        var hasProvision = apart.matches();
        return new Question(
                staff.nameOf(recusal.person()),
                SwedishDate.on(recusal.declaredAt()),
                words,
                hasProvision ? apart.group(1) : words,
                hasProvision ? apart.group(2) : "",
                recusal.circumstances(),
                !conflicts.somebodyElseIsLeft(recusal));
    }
}
