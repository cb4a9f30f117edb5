package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.ArrayList;
import java.util.List;

/*
 * A getter's result of a frozen receiver is frozen.
 * Verdict: derived.
 */
public class DeepPathThroughGetter {
    static class Address { private String city = ""; private final List<String> lines = new ArrayList<>(); List<String> lines() { return lines; } void setCity(String c) { city = c; } String city() { return city; } }
    static class Person { private final Address home = new Address(); Address home() { return home; } }
    void correct(@Frozen Person person) {
        System.out.println(person.home().city());
        person.home().setCity("Bonn"); //! frozen.write
    }
    void extend(@Frozen Person person) {
        person.home().lines().add("c/o"); //! frozen.write
    }
    int read(@Frozen Person person) {
        return person.home().lines().size();
    }
}
