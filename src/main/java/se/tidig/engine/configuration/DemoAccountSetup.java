package se.tidig.engine.configuration;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.tidig.engine.DemoStaff;
import se.tidig.organisation.ApplicantAccounts;

/** Creates the accounts of the demonstration at start-up. */
@Component
@ConditionalOnProperty("tidig.demo")
class DemoAccountSetup implements SmartInitializingSingleton {

    private final DemoStaff staff;
    private final ApplicantAccounts applicants;

    DemoAccountSetup(DemoStaff staff, ApplicantAccounts applicants) {
        this.staff = staff;
        this.applicants = applicants;
    }

    @Override
    public void afterSingletonsInstantiated() {
        staff.create();
        applicants.register("forening@example.org", "Birgitta Åkesson", DemoStaff.PASSWORD);
        applicants.register("kommun@example.org", "Lars Öberg", DemoStaff.PASSWORD);
    }
}
