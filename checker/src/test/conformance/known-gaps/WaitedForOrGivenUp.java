// Gap: G-23, methods of a thread that give up waiting
// Why: a method that joins its own thread ends the loan only if it does so on every way on which it ends normally; what it reads on the ways on which it has waited counts with the others.
// Since: 0.1.0
public class WaitedForOrGivenUp {
    static class Worker extends Thread {
        int done;

        @Override
        public void run() {
            done++;
        }

        int result() {
            try {
                join();
            } catch (InterruptedException e) {
                return -1;
            }
            return done;
        }
    }

    int use() {
        Worker worker = new Worker();
        worker.start();
        return worker.result(); //OVER use.after.move
    }
}
