// Gap: G-05, places of arrays
// Why: which task has which place is known of tasks beside each other only, not of the owner beside them: an array is back when all have ended.
// Since: 0.1.0
public class PlaceOfOneEndedTask {
    long sum(int n) throws InterruptedException {
        Thread[] threads = new Thread[n];
        long[] parts = new long[n];
        for (int i = 0; i < n; i++) {
            final int own = i;
            threads[i] = new Thread(() -> parts[own] = own);
            threads[i].start();
        }
        long sum = 0;
        for (int i = 0; i < n; i++) {
            threads[i].join();
            sum += parts[i]; //OVER use.after.move
        }
        return sum;
    }
}
