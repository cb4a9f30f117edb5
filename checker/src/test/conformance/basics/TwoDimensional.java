package spec.basics;

import java.util.concurrent.BlockingQueue;

/*
 * A row of a two-dimensional array belongs to the array.
 * Verdict: derived.
 */
public class TwoDimensional {
    void send(BlockingQueue<int[][]> out) throws InterruptedException {
        int[][] grid = new int[3][3];
        int[] row = grid[1];
        out.put(grid); //~
        row[0] = 1; //! use.after.move
    }
}
