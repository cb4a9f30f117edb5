package spec.flow;

import java.util.concurrent.BlockingQueue;

import spec.support.Order;

/*
 * A pattern switch hands over one kind of message and keeps the other; another takes a message apart that has gone.
 * Verdict: the second reads the order of a parcel in the queue.
 */
public class SwitchOnSealed {
    sealed interface Message permits Text, Parcel {}
    record Text(String text) implements Message {}
    record Parcel(Order order) implements Message {}

    int run(BlockingQueue<Message> queue, String text) throws InterruptedException {
        Message message = text.isEmpty() ? new Parcel(new Order("1")) : new Text(text);
        return switch (message) {
            case Text(var words) -> words.length();
            case Parcel(var order) when order.total() > 0 -> {
                queue.put(message);
                yield 1;
            }
            case Parcel parcel -> parcel.order().total();
        };
    }

    int wrong(BlockingQueue<Message> queue) throws InterruptedException {
        Message message = new Parcel(new Order("1"));
        queue.put(message); //~
        return switch (message) {
            case Text(var words) -> words.length();
            case Parcel(var order) -> order.total(); //! use.after.move
        };
    }
}
