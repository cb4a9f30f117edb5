package pipeline;

/** A picture of some numbers: one big mutable array that is never copied on its way. */
final class Frame {
    private static final int SIZE = 10_000;

    private final int[] pixels = new int[SIZE];
    private int number;

    void fill(int frame) {
        number = frame;
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (i * 31 + frame * 17) % 256;
        }
    }

    void brighten(int amount) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.min(255, pixels[i] + amount);
        }
    }

    int number() {
        return number;
    }

    long sum() {
        long sum = 0;
        for (int pixel : pixels) {
            sum += pixel;
        }
        return sum;
    }
}
