// Gap: G-08, library models that are wrong
// Why: a call on an interface of the library follows its model; a class that implements it otherwise is not seen at the call.
// Since: 0.1.0
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class ModelThatDoesNotHold {
    static final class Basket {
        int items;
    }

    static final class RememberingQueue extends LinkedBlockingQueue<Basket> {
        private static final long serialVersionUID = 1;
        private transient Basket last;

        @Override
        public void put(Basket basket) throws InterruptedException {
            last = basket;
            super.put(basket); //! move.not.owned
        }

        Basket last() {
            return last;
        }
    }

    void ship(RememberingQueue queue) throws InterruptedException {
        BlockingQueue<Basket> plain = queue;
        plain.put(new Basket());
        queue.last().items++; //MISSED use.after.move
    }
}
