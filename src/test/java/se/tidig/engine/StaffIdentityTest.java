package se.tidig.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.TidigTest;

@TidigTest
class StaffIdentityTest {

    @Autowired
    private IdentityService identity;

    @Test
    void aPersonIsInTheGroupsAndBoardsOfTheStaffTable() {
        assertThat(identity.createGroupQuery().groupMember("officerK1").list())
                .extracting(Group::getId)
                .containsExactly("caseOfficers");
        assertThat(identity.createTenantQuery().userMember("officerK1").list())
                .extracting(Tenant::getId)
                .containsExactly("SEK");
        assertThat(identity.createTenantQuery().userMember("coordinator").count())
                .isEqualTo(21);
    }

    @Test
    void usersAreFoundByGroupByBoardAndByName() {
        assertThat(identity.createUserQuery()
                        .memberOfGroup("caseOfficers")
                        .memberOfTenant("SEK")
                        .list())
                .extracting(User::getId)
                .containsExactly("officerK1", "officerK2");
        assertThat(identity.createUserQuery().userLastNameLike("%berg%").list())
                .extracting(User::getId)
                .containsExactly("officerK1");
    }

    @Test
    void theEngineChecksNoPasswords() {
        assertThat(identity.checkPassword("officerK1", DemoStaff.PASSWORD)).isFalse();
    }

    @Test
    void allNineGroupsHaveSwedishNamesAndAllBoardsAreTenants() {
        assertThat(identity.createGroupQuery().list())
                .hasSize(9)
                .extracting(Group::getName)
                .contains("Handläggare", "Beslutsfattare");
        assertThat(identity.createTenantQuery().count()).isEqualTo(21);
    }
}
