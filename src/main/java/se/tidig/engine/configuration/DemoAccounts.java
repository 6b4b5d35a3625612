package se.tidig.engine.configuration;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.tidig.engine.DemoStaff;
import se.tidig.organisation.ApplicantAccounts;

/** Makes the accounts of the demonstration at start-up. */
@Component
@Order(StandingAuthorizations.ORDER + 2)
@ConditionalOnProperty("tidig.demo")
class DemoAccounts implements ApplicationRunner {

    private final DemoStaff staff;
    private final ApplicantAccounts applicants;

    DemoAccounts(DemoStaff staff, ApplicantAccounts applicants) {
        this.staff = staff;
        this.applicants = applicants;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        staff.create();
        applicants.register("forening@example.org", "Fatima Förening", DemoStaff.PASSWORD);
        applicants.register("kommun@example.org", "Karin Kommun", DemoStaff.PASSWORD);
    }
}
