// Squares.java
import java.util.stream.IntStream;

class Squares {
    static int[] upTo(int count) {
        int[] squares = new int[count];
        IntStream.range(0, count).parallel().forEach(i -> squares[i] = i * i);
        return squares;
    }
}
