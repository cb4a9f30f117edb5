package spec.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import spec.support.Order;

/*
 * A virtual thread touches each new order; closing the executor waits for all.
 * Verdict: no finding.
 */
public class VirtualPerOrder {
    int run(List<String> ids) {
        List<Order> orders = new ArrayList<>();
        for (String id : ids) {
            orders.add(new Order(id));
        }
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Order order : orders) {
                each.submit(order::touch);
            }
        }
        int sum = 0;
        for (Order order : orders) {
            sum += order.total();
        }
        return sum;
    }
}
