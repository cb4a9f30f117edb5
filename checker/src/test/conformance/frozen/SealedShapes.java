package spec.frozen;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * A sealed hierarchy of records is frozen as a whole.
 * Verdict: derived.
 */
public class SealedShapes {
    sealed interface Shape permits Circle, Square, Group {}
    record Circle(double r) implements Shape {}
    record Square(double a) implements Shape {}
    record Group(List<Shape> parts) implements Shape { Group { parts = List.copyOf(parts); } }
    static double area(Shape s) {
        if (s instanceof Circle c) { return Math.PI * c.r() * c.r(); }
        if (s instanceof Square q) { return q.a() * q.a(); }
        double sum = 0;
        for (Shape part : ((Group) s).parts()) { sum += area(part); }
        return sum;
    }
    double run(ExecutorService pool, Shape shape) throws Exception {
        Future<Double> other = pool.submit(() -> area(shape));
        return area(shape) + other.get();
    }
}
