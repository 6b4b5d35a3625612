package se.tidig.engine.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.TidigTest;
import se.tidig.engine.StaffGroup;
import se.tidig.engine.StaffRegister;

/** The first person who logs in to an empty Tidig. Each test undoes its changes. */
@TidigTest
@Transactional
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorSetupTest {

    @Autowired
    StaffRegister register;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anEmptyRegisterGetsAnAdministratorWhoMustReplaceThePassword() {
        jdbc.sql("delete from tidig.staff where id <> 'worker'").update();
        start("det första lösenordet");

        assertThat(register.find("admin")).hasValueSatisfying(admin -> {
            assertThat(admin.isIn(StaffGroup.ADMINISTRATORS)).isTrue();
            assertThat(admin.firstPassword()).isTrue();
            assertThat(passwords.matches("det första lösenordet", admin.password()))
                    .isTrue();
        });
    }

    @Test
    void withoutTheSettingTheLogSaysWhatToDo(CapturedOutput output) {
        jdbc.sql("delete from tidig.staff where id <> 'worker'").update();
        start("");

        assertThat(register.find("admin")).isEmpty();
        assertThat(output).contains("Starta en gång med tidig.admin.password");
    }

    @Test
    void ifThereIsAnAdministratorNothingIsDone(CapturedOutput output) {
        var before = register.find("admin").orElseThrow();
        start("någon annans lösenord");

        assertThat(register.find("admin")).contains(before);
        assertThat(output).doesNotContain("tidig.admin.password");
    }

    private void start(String password) {
        new FirstAdministratorSetup(register, passwords, password).afterSingletonsInstantiated();
    }
}
