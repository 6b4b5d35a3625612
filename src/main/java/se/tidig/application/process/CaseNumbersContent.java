package se.tidig.application.process;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.organisation.Board;

/** The case itself: its numbers, its parties, how far it has come. */
@Component
class CaseNumbersContent implements CaseContent {

    private final Applications applications;
    private final StaffRegister staff;

    CaseNumbersContent(Applications applications, StaffRegister staff) {
        this.applications = applications;
        this.staff = staff;
    }

    record Numbers(
            Reference reference,
            String diaryNumber,
            String receivedAt,
            LocalDate receivedOn,
            String status,
            String boardName,
            String officer) {}

    @Shows("case")
    Numbers numbers(CaseTask task) {
        var application = applications.get(task.reference());
        var officer = application.officer();
        return new Numbers(
                application.reference(),
                application.diaryNumber() == null ? "inte satt ännu" : application.diaryNumber(),
                receivedAt(application),
                SwedishDate.on(application.receivedAt()),
                application.status().swedishName(),
                Board.valueOf(application.board()).swedishName(),
                officer == null ? "Ingen ännu" : staff.nameOf(officer));
    }

    /** Of a paper only the day is known, which the registrar has entered. */
    private static String receivedAt(Application application) {
        return application.answers().containsKey("receivedDate")
                ? SwedishDate.text(SwedishDate.on(application.receivedAt()))
                : SwedishDate.text(application.receivedAt());
    }
}
