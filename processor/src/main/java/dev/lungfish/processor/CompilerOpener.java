package dev.lungfish.processor;

import com.sun.source.util.JavacTask;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Opens the compiler's packages to this jar, so that nobody has to pass flags. It asks nothing where they are open already; otherwise it
 * takes the trusted lookup of the running JVM. Safe for all threads: opening twice is the same as opening once.
 */
public final class CompilerOpener {
    private static final String PREFIX = "com.sun.tools.javac.";
    private static final List<String> PACKAGES =
            List.of("api", "code", "comp", "file", "main", "model", "parser", "processing", "tree", "util");

    private CompilerOpener() {
    }

    /**
     * Opens what is closed.
     *
     * @param selfOpen whether that may be done without the user's flags
     * @return an explanation with the flags to copy if the packages stay closed, otherwise an empty text
     */
    public static String open(boolean selfOpen) {
        List<String> closed = closed();
        if (closed.isEmpty()) {
            return "";
        }
        if (!selfOpen) {
            return explain("selfOpen=false keeps them so");
        }
        try {
            forceOpen(JavacTask.class.getModule(), CompilerOpener.class.getModule(), closed);
            return "";
        } catch (Throwable denied) {
            // Whatever the reason is - no Unsafe, access denied, another JVM - there is one way out: the flags.
            return explain("this JVM does not let Lungfish open them (" + denied.getClass().getSimpleName() + ")");
        }
    }

    private static List<String> closed() {
        Module compiler = JavacTask.class.getModule();
        return PACKAGES.stream().map(PREFIX::concat).filter(name -> !compiler.isOpen(name, CompilerOpener.class.getModule())).toList();
    }

    /**
     * Reaches the compiler's classes without opening anything.
     *
     * @throws ReflectiveOperationException if this JVM does not allow that
     */
    static MethodHandles.Lookup lookup() throws ReflectiveOperationException {
        return closed().isEmpty() ? MethodHandles.lookup() : trustedLookup();
    }

    private static void forceOpen(Module compiler, Module own, List<String> packages) throws Throwable {
        MethodHandles.Lookup trusted = trustedLookup();
        if (own.isNamed()) {
            MethodHandle open = trusted.findVirtual(Module.class, "implAddOpens", MethodType.methodType(void.class, String.class, Module.class));
            for (String name : packages) {
                open.invoke(compiler, name, own);
            }
        } else {
            MethodHandle open = trusted.findVirtual(Module.class, "implAddOpensToAllUnnamed", MethodType.methodType(void.class, String.class));
            for (String name : packages) {
                open.invoke(compiler, name);
            }
        }
    }

    /** Unsafe by reflection: its module need not be there, and javac would warn of every mention of it. */
    private static MethodHandles.Lookup trustedLookup() throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field instance = type.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        Object unsafe = instance.get(null);
        Field lookup = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
        Object base = type.getMethod("staticFieldBase", Field.class).invoke(unsafe, lookup);
        long offset = (long) type.getMethod("staticFieldOffset", Field.class).invoke(unsafe, lookup);
        return (MethodHandles.Lookup) type.getMethod("getObject", Object.class, long.class).invoke(unsafe, base, offset);
    }

    private static String explain(String why) {
        String flags = PACKAGES.stream().map(name -> "-J--add-opens=jdk.compiler/" + PREFIX + name + "=ALL-UNNAMED")
                .collect(Collectors.joining(" "));
        return "Lungfish checks nothing here: the compiler's packages are closed, and " + why
                + ". Pass these flags to javac (without -J to the JVM of a build tool that runs javac inside itself): " + flags;
    }
}
