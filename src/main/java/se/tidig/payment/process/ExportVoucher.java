package se.tidig.payment.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.MilestoneKey;
import se.tidig.engine.Topic;
import se.tidig.engine.TopicTask;
import se.tidig.engine.TopicWorker;
import se.tidig.engine.Variable;
import se.tidig.payment.VoucherExportService;

/** Serves {@code payment.export}: exports the voucher of the order's latest attempt, once. */
@Component
class ExportVoucher implements TopicWorker {

    private final VoucherExportService export;

    ExportVoucher(VoucherExportService export) {
        this.export = export;
    }

    @Override
    public String topic() {
        return Topic.PAYMENT_EXPORT.name();
    }

    @Override
    public Map<String, Object> work(TopicTask task) {
        export.send(MilestoneKey.of(task.text(Variable.ORDER)));
        return Map.of();
    }
}
