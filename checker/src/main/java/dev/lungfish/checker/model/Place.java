package dev.lungfish.checker.model;

/** Something a call talks about: its receiver, an argument, its result. Values; the text form is that of the model files. */
public sealed interface Place {
    /** The receiver, or in a constructor the new object. Text: {@code this}. */
    record This() implements Place {
        @Override
        public String toString() {
            return "this";
        }
    }

    /** What the call returns. Text: {@code result}. */
    record Result() implements Place {
        @Override
        public String toString() {
            return "result";
        }
    }

    /** One argument, counted from 0. Text: its number. A variable-arity argument is the array. */
    record Arg(int index) implements Place {
        @Override
        public String toString() {
            return Integer.toString(index);
        }
    }

    /** Every argument. Text: {@code args}. */
    record AllArgs() implements Place {
        @Override
        public String toString() {
            return "args";
        }
    }

    /** The last argument, of a method that takes any number. Text: {@code last}. */
    record Last() implements Place {
        @Override
        public String toString() {
            return "last";
        }
    }

    /** The elements of a container, not the container itself. Text: {@code elements(container)}. */
    record Elements(Place container) implements Place {
        @Override
        public String toString() {
            return "elements(" + container + ")";
        }
    }

    /** What the box (a future, an atomic reference, a cown ...) holds. Text: {@code content(box)}. */
    record Content(Place box) implements Place {
        @Override
        public String toString() {
            return "content(" + box + ")";
        }
    }

    /** An object that the library makes for this call and nobody else has. Text: {@code fresh}. */
    record Fresh() implements Place {
        @Override
        public String toString() {
            return "fresh";
        }
    }

    Place THIS = new This();
    Place RESULT = new Result();
    Place ARGS = new AllArgs();
    Place FRESH = new Fresh();
    Place LAST = new Last();

    /** The argument with this number, from 0. */
    static Place arg(int index) {
        return new Arg(index);
    }
}
