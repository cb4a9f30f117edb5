// Gap: G-01, reflection
// Why: which field a reflective write changes is a value, not something in the source; final fields are believed to stay as they are.
// Since: 0.1.0
import java.lang.reflect.Field;
import java.util.concurrent.BlockingQueue;

public class WrittenByReflection {
    static final class Price {
        private final int cents;

        Price(int cents) {
            this.cents = cents;
        }

        int cents() {
            return cents;
        }
    }

    void publish(BlockingQueue<Price> queue) throws InterruptedException, ReflectiveOperationException {
        Price price = new Price(995);
        queue.put(price);
        Field cents = Price.class.getDeclaredField("cents");
        cents.setAccessible(true);
        cents.setInt(price, 1000); //MISSED frozen.write
    }
}
