package se.tidig.document;

import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import se.tidig.engine.ConditionalOnRole;

/** Scans waiting files every five seconds, on nodes that run workers. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnRole("worker")
class UploadScanPoller {

    private static final Logger LOG = LoggerFactory.getLogger(UploadScanPoller.class);

    private final UploadScanService scans;
    private final VirusScanner scanner;
    private boolean away;

    UploadScanPoller(UploadScanService scans, VirusScanner scanner) {
        this.scans = scans;
        this.scanner = scanner;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
    void poll() {
        if (!scanner.isConfigured()) {
            return;
        }
        try {
            while (scans.scanNext()) {
                away = false;
            }
        } catch (UncheckedIOException e) {
            // Logged once: a scanner that is away for a night would fill the log.
            if (!away) {
                LOG.error("{}", e.getMessage());
            }
            away = true;
        }
    }
}
