package spec.threads;

import java.util.ArrayList;
import java.util.List;

import spec.support.Order;

/*
 * Each order of a list that this method filled with new ones is touched by a parallel stream.
 * Verdict: no finding; the elements are different objects.
 */
public class OwnOrdersTouched {
    int run() {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            orders.add(new Order("o" + i));
        }
        orders.parallelStream().forEach(Order::touch);
        int sum = 0;
        for (Order order : orders) {
            sum += order.total();
        }
        return sum;
    }
}
