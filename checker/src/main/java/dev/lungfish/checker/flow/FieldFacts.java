package dev.lungfish.checker.flow;

import com.sun.source.util.TreePath;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javax.lang.model.element.VariableElement;

/**
 * What is asked about all uses of a field in the program.
 *
 * @param guardedEverywhere whether all accesses hold one and the same lock of the object
 * @param mark whether a constant is only compared and passed on by its name, as a mark that ends a queue is
 * @param ofItsThread whether a private field of a class of threads is touched by nobody but the thread that its object is, once that runs
 * @param touchedUnlocked where code that whoever calls it runs touches the field with no lock held, but for the places that pass the filter
 */
public record FieldFacts(Predicate<VariableElement> guardedEverywhere, Predicate<VariableElement> mark, Predicate<VariableElement> ofItsThread,
        BiFunction<VariableElement, Predicate<TreePath>, Optional<TreePath>> touchedUnlocked) {
}
