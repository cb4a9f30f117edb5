package spec.threads;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/*
 * One string builder serves all elements of a parallel stream.
 * Verdict: many at once write the builder.
 */
public class BuilderSharedByMap {
    List<String> run() {
        StringBuilder text = new StringBuilder();
        return IntStream.range(0, 100).parallel().mapToObj(i -> { //! capture.multi
            text.setLength(0); //| capture.multi
            text.append('#').append(i); //| capture.multi
            return text.toString(); //| capture.multi
        }).collect(Collectors.toList());
    }
}
