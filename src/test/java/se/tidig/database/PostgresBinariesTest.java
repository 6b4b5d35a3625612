package se.tidig.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {

    @ParameterizedTest
    @CsvSource({"Linux, amd64", "Linux, aarch64", "Darwin, x86_64", "Darwin, aarch64"})
    void everySupportedMachineFindsItsServer(String system, String hardware) throws IOException {
        try (var binaries = new PostgresBinaries().getPgBinary(system, hardware)) {
            assertThat(binaries.read()).isNotNegative();
        }
    }
}
