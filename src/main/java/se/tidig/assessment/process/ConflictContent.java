package se.tidig.assessment.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.assessment.ConflictsOfInterest;
import se.tidig.assessment.Recusal;
import se.tidig.assessment.Recusals;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;

/** The question of a conflict that the head of unit examines. */
@Component
@Shows("conflictQuestion: person, date, groundText, ground, paragraph, circumstances, nobodyElse")
class ConflictContent implements CaseContent {

    private static final Pattern WITH_PROVISION = Pattern.compile("(.*) \\(([^()]+)\\)");

    private final Recusals recusals;
    private final ConflictsOfInterest conflicts;
    private final StaffRegister staff;

    ConflictContent(Recusals recusals, ConflictsOfInterest conflicts, StaffRegister staff) {
        this.recusals = recusals;
        this.conflicts = conflicts;
        this.staff = staff;
    }

    @Override
    public Object read(String key, CaseTask task) {
        return recusals.questioned(task.reference()).map(this::show).orElse(null);
    }

    private Map<String, Object> show(Recusal recusal) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("person", staff.nameOf(recusal.person()));
        shown.put("date", SwedishDate.text(SwedishDate.on(recusal.declaredAt())));
        shown.put("groundText", recusal.ground().words());
        shown.putAll(apart(recusal.ground().words()));
        shown.put("circumstances", recusal.circumstances());
        shown.put("nobodyElse", !conflicts.somebodyElseIsLeft(recusal));
        return shown;
    }

    /** Forms from before 2026-11-27 show the provision, last in the words, by itself. */
    private static Map<String, String> apart(String words) {
        var found = WITH_PROVISION.matcher(words);
        return found.matches()
                ? Map.of("ground", found.group(1), "paragraph", found.group(2))
                : Map.of("ground", words, "paragraph", "");
    }
}
