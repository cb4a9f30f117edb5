package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.List;
import spec.support.Order;

/*
 * A record component declared frozen, and written through.
 * Verdict: derived.
 */
public class RecordWithFrozenUse {
    record Report(String title, @Frozen List<Order> orders) {}
    void touch(Report report) {
        report.orders().get(0).touch(); //! frozen.write
    }
    int count(Report report) {
        return report.orders().size();
    }
}
