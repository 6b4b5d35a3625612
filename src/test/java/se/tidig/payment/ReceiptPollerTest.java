package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import se.tidig.DomainTest;

@DomainTest
@ExtendWith(OutputCaptureExtension.class)
class ReceiptPollerTest {

    @Autowired
    private PaymentService payments;

    @Autowired
    private Receipts receipts;

    @Autowired
    private Clock clock;

    @TempDir
    private Path data;

    @Test
    void aFolderThatIsAwayIsToldInOneLineEachTimeItGoesAway(CapturedOutput log) throws IOException {
        var poller = new ReceiptPoller(new ReceiptIntakeService(new LedgerExchange(data), payments, receipts, clock));
        var folder = data.resolve("payments");

        Files.writeString(folder, "in the folder's place");
        poller.poll();
        poller.poll();
        assertThat(log).containsOnlyOnce("går inte att läsa. Kontrollera att Tidig har rätt till den.");
        assertThat(log).doesNotContain("\tat se.tidig");

        Files.delete(folder);
        poller.poll();
        assertThat(folder.resolve("in")).isDirectory();

        Files.delete(folder.resolve("in"));
        Files.delete(folder);
        Files.writeString(folder, "away once more");
        poller.poll();
        assertThat(log.toString().split("går inte att läsa", -1)).hasSize(3);
    }
}
