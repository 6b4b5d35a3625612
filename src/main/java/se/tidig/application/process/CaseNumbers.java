package se.tidig.application.process;

import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.application.Applications;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.organisation.Board;

/** The case itself: its numbers, whose it is, how far it has come. */
@Component
@Shows("case: reference, diaryNumber, receivedAt, receivedOn, status, boardName, officer")
class CaseNumbers implements CaseContent {

    private final Applications applications;
    private final StaffRegister staff;

    CaseNumbers(Applications applications, StaffRegister staff) {
        this.applications = applications;
        this.staff = staff;
    }

    @Override
    public Object read(String key, CaseTask task) {
        var application = applications.get(task.reference());
        var shown = new LinkedHashMap<String, Object>();
        var officer = application.officer();
        shown.put("reference", application.reference());
        shown.put("diaryNumber", application.diaryNumber() == null ? "inte satt ännu" : application.diaryNumber());
        shown.put("receivedAt", SwedishDate.text(application.receivedAt()));
        shown.put("receivedOn", SwedishDate.text(SwedishDate.on(application.receivedAt())));
        shown.put("status", application.status().swedishName());
        shown.put("boardName", Board.valueOf(application.board()).swedishName());
        shown.put("officer", officer == null ? "Ingen ännu" : staff.nameOf(officer));
        return shown;
    }
}
