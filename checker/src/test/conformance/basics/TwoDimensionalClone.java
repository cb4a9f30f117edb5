package spec.basics;

import java.util.concurrent.BlockingQueue;

/*
 * A cloned row of primitives has nothing to do with the grid.
 * Verdict: derived.
 */
public class TwoDimensionalClone {
    int send(BlockingQueue<int[][]> out) throws InterruptedException {
        int[][] grid = new int[3][3];
        int[] row = grid[1].clone();
        out.put(grid);
        row[0] = 1;
        return row[0];
    }
}
