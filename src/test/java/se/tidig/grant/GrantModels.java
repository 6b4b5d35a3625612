package se.tidig.grant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.stereotype.Component;

/** The models of grant and report as they lie in the bundle, with a payment that the test ends itself. */
@Component
public class GrantModels {

    private final RepositoryService repository;
    private String deployment;

    GrantModels(RepositoryService repository) {
        this.repository = repository;
    }

    public void deploy() {
        var models = repository.createDeployment().name("grant tests");
        for (var folder : List.of("dmn", "forms", "forms/mails", "processes")) {
            try (var files = Files.list(Path.of(folder))) {
                files.filter(Files::isRegularFile)
                        .filter(file -> !folder.equals("processes")
                                || List.of("grant.bpmn", "report.bpmn")
                                        .contains(file.getFileName().toString()))
                        .forEach(file -> models.addString(file.toString(), read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        deployment = models.addModelInstance(
                        "disbursement.bpmn",
                        Bpmn.createExecutableProcess("disbursement")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .intermediateCatchEvent("catch_paid")
                                .message("payment.finished")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    /** Leaves the bundle's own models to other tests. */
    public void undeploy() {
        repository.deleteDeployment(deployment, true);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
