package dev.lungfish.processor;

import com.sun.source.util.JavacTask;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Optional;

/** The options of a compilation, read before anything is opened: one of them may say that nothing is to be opened. Confined to the compiler's thread. */
final class CompilerOptions {
    private final MethodHandle get;

    private CompilerOptions(MethodHandle get) {
        this.get = get;
    }

    /** The options, or nothing if this JVM does not let them be read. */
    static Optional<CompilerOptions> of(JavacTask task) {
        try {
            MethodHandles.Lookup lookup = CompilerOpener.lookup();
            ClassLoader loader = task.getClass().getClassLoader();
            Class<?> contextType = Class.forName("com.sun.tools.javac.util.Context", true, loader);
            Class<?> type = Class.forName("com.sun.tools.javac.util.Options", true, loader);
            Object context = lookup.unreflect(task.getClass().getMethod("getContext")).invoke(task);
            Object options = lookup.unreflect(type.getMethod("instance", contextType)).invoke(context);
            return Optional.of(new CompilerOptions(lookup.unreflect(type.getMethod("get", String.class)).bindTo(options)));
        } catch (Throwable denied) {
            // No Unsafe, access denied, another javac: whoever needs the options does without.
            return Optional.empty();
        }
    }

    /** Whether the option is given, by its name, with its value if it has one of its own: {@code -proc:none}. */
    boolean has(String option) {
        try {
            return get.invoke(option) != null;
        } catch (Throwable e) {
            throw new IllegalStateException("this javac hides the options: " + e.getMessage(), e);
        }
    }
}
