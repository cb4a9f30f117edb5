package own.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/*
 * A method of a thread that joins the thread itself: what it touches after that, nobody touches with it, and whoever calls it has waited.
 */
class WaitsForItself {
    static class Worker extends Thread {
        private volatile boolean stop;
        int done;
        final List<String> log = new ArrayList<>();

        @Override
        public void run() {
            while (!stop) {
                done++;
                log.add("x");
            }
        }

        int result() throws InterruptedException {
            stop = true;
            join();
            return done;
        }

        int resultAndMore() throws InterruptedException {
            return result() + log.size();
        }

        int tooEarly() throws InterruptedException {
            int soFar = done;
            join();
            return soFar;
        }

        int perhaps(boolean wait) throws InterruptedException {
            if (wait) {
                join();
            }
            return done;
        }

        int notLongEnough() throws InterruptedException {
            join(10);
            return done;
        }

        int ofAnother(Worker other) throws InterruptedException {
            join();
            return other.done;
        }

        int overridden() throws InterruptedException {
            join();
            return done;
        }
    }

    static class Impatient extends Worker {
        @Override
        int overridden() {
            return done;
        }
    }

    int waited() throws InterruptedException {
        Worker worker = new Worker();
        worker.start();
        int result = worker.result();
        worker.log.add("y");
        return result + worker.done;
    }

    int waitedInside() throws InterruptedException {
        Worker worker = new Worker();
        worker.start();
        return worker.resultAndMore();
    }

    int readBefore() throws InterruptedException {
        Worker worker = new Worker();
        worker.start();
        return worker.tooEarly(); //! use.after.move
    }

    int waitedOnOneBranch() throws InterruptedException {
        Worker worker = new Worker();
        worker.start();
        return worker.perhaps(true); //! use.after.move
    }

    int waitedForAWhile() throws InterruptedException {
        Worker worker = new Worker();
        worker.start();
        return worker.notLongEnough(); //! use.after.move
    }

    int waitedForTheOther() throws InterruptedException {
        Worker worker = new Worker();
        Worker other = new Worker();
        worker.start();
        other.start();
        return worker.ofAnother(other); //! use.after.move
    }

    int perhapsImpatient(boolean impatient) throws InterruptedException {
        Worker worker = impatient ? new Impatient() : new Worker();
        worker.start();
        return worker.overridden(); //! use.after.move
    }

    int givenAway(BlockingQueue<Worker> queue) throws InterruptedException {
        Worker worker = new Worker();
        queue.put(worker);
        return worker.result(); //! use.after.move
    }

    int startedAfterwards() throws InterruptedException {
        Worker worker = new Worker();
        int result = worker.result();
        worker.start();
        return result + worker.done; //! use.after.move
    }
}
