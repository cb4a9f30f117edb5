package dev.lungfish.checker.declared;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** What the expression of a region annotation means: a stable path, or the reason why it means nothing. Immutable. */
public sealed interface RegionPath {
    /** Whether the expression names something that can own data. */
    default boolean isValid() {
        return this instanceof Path;
    }

    /**
     * A path that yields the same object whenever it is evaluated. {@code "lock"} and {@code "this.lock"} are equal paths.
     *
     * @param base where it begins
     * @param fields the final fields that lead on from there, in order; for {@link StaticOf} the first is the static field
     * @param getter a method without parameters called at the end; that it always returns the same object is believed
     */
    record Path(Base base, List<VariableElement> fields, Optional<ExecutableElement> getter) implements RegionPath {
        public Path {
            fields = List.copyOf(fields);
        }

        /** As a programmer would write it. */
        @Override
        public String toString() {
            Stream<String> tail = Stream.concat(fields.stream().map(f -> f.getSimpleName().toString()),
                    getter.stream().map(m -> m.getSimpleName() + "()"));
            return Stream.concat(Stream.of(base.toString()), tail).collect(Collectors.joining("."));
        }
    }

    /**
     * An expression without meaning.
     *
     * @param reason what is wrong with it
     * @param expression the whole expression, as it is written
     * @param culprit the part that is wrong; for {@link Reason#NOT_LOCKABLE} this is the type
     * @param nearMisses names in scope that may have been meant, the nearest first
     */
    record Invalid(Reason reason, String expression, String culprit, List<String> nearMisses) implements RegionPath {
        public Invalid {
            nearMisses = List.copyOf(nearMisses);
        }
    }

    /** Why an expression means nothing. */
    enum Reason {
        /** There is no text. */
        EMPTY,
        /** The text is not made of names, dots, {@code this}, {@code class} and calls without arguments. */
        NOT_A_PATH,
        /** A name that nothing in scope has. */
        NAMES_NOTHING,
        /** A variable that may hold another object tomorrow. */
        NOT_STABLE,
        /** Needs an instance where there is none: {@code this} in a static context, an instance field through a type. */
        NO_INSTANCE,
        /** A primitive, a string or a value object: nothing that anybody could lock, acquire or open. */
        NOT_LOCKABLE
    }

    /** Where a path begins. */
    sealed interface Base {
    }

    /** The object that the annotated member belongs to. */
    record This(TypeElement type) implements Base {
        @Override
        public String toString() {
            return "this";
        }
    }

    /** An instance around the object that the annotated member belongs to. */
    record Outer(TypeElement type) implements Base {
        @Override
        public String toString() {
            return type.getSimpleName() + ".this";
        }
    }

    /** A parameter or an effectively final local variable. */
    record Variable(VariableElement variable) implements Base {
        @Override
        public String toString() {
            return variable.getSimpleName().toString();
        }
    }

    /** The statics of a type. */
    record StaticOf(TypeElement type) implements Base {
        @Override
        public String toString() {
            return type.getSimpleName().toString();
        }
    }

    /** The monitor of a {@code Class} object. */
    record ClassObject(TypeElement type) implements Base {
        @Override
        public String toString() {
            return type.getSimpleName() + ".class";
        }
    }

    /** The annotated object guards itself. */
    record Itself(Element annotated) implements Base {
        @Override
        public String toString() {
            return annotated.getSimpleName().toString();
        }
    }
}
