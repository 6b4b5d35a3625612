package se.tidig.bundle.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.tidig.HeadStart;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.VocabularyReader;

/** A start of a later program with other packaged models, on the database of the running system. */
@Component
public class NewProgram {

    private final DeployedBundles deployed;
    private final DeploymentLog log;
    private final ModelOfferService offering;
    private final ReserveDeployment reserve;
    private final TransactionTemplate transaction;

    NewProgram(
            DeployedBundles deployed,
            DeploymentLog log,
            ModelOfferService offering,
            ReserveDeployment reserve,
            TransactionTemplate transaction) {
        this.deployed = deployed;
        this.log = log;
        this.offering = offering;
        this.reserve = reserve;
        this.transaction = transaction;
    }

    /** @param folder an empty folder, in which the models are written */
    public void start(Bundle packaged, Path folder) throws IOException {
        for (var file : packaged.files().entrySet()) {
            Files.createDirectories(folder.resolve(file.getKey()).getParent());
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        var checking = HeadStart.of("check", () -> CheckedBundle.read(folder.toString(), VocabularyReader.read()));
        var starting = new BundleStart.Starting(checking, DeploymentLog.Origin.START, false);
        new BundleDeployment(deployed, log, offering, reserve, transaction, starting).afterSingletonsInstantiated();
    }
}
