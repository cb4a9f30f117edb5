package dev.lungfish.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Iterator;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.JavaFileManager;

/**
 * What the entries need of javac's internal classes, by reflection: no public interface lets a plugin wait for all classes of a
 * compilation, or say more than a hundred things. One object per compilation; confined to the compiler's thread. Needs the packages that
 * {@link CompilerOpener} opens.
 */
public final class JavacInternals {
    private static final String ROOT = "com.sun.tools.javac.";
    private static final String MARK = "lungfish.installed";

    private final ClassLoader loader;
    private final Object context;

    /**
     * Takes hold of the compilation that the task runs.
     *
     * @throws IllegalStateException if the packages are closed, or this javac is built otherwise
     */
    public JavacInternals(JavacTask task) {
        this.loader = task.getClass().getClassLoader();
        try {
            this.context = method(task.getClass(), "getContext").invoke(task);
        } catch (ReflectiveOperationException e) {
            throw unlike("the context of the compilation", e);
        }
    }

    /**
     * Marks the compilation as ours. The mark lies among javac's own options, so that it is seen from every class loader and dies with the
     * compilation.
     *
     * @return whether nobody had marked it
     */
    boolean claim() {
        try {
            Object options = instance("util.Options");
            Method put = method(options.getClass(), "put", String.class, String.class);
            Object before = method(options.getClass(), "get", String.class).invoke(options, MARK);
            put.invoke(options, MARK, "true");
            return before == null;
        } catch (ReflectiveOperationException e) {
            throw unlike("the options", e);
        }
    }

    /** Whether an entry has marked the compilation as ours. */
    boolean isClaimed() {
        try {
            Object options = instance("util.Options");
            return method(options.getClass(), "get", String.class).invoke(options, MARK) != null;
        } catch (ReflectiveOperationException e) {
            throw unlike("the options", e);
        }
    }

    /** Lets javac run no annotation processor in this compilation. */
    void processNothing() {
        try {
            Object options = instance("util.Options");
            method(options.getClass(), "put", String.class, String.class).invoke(options, "-proc:none", "none");
        } catch (ReflectiveOperationException e) {
            throw unlike("the options", e);
        }
    }

    /** Whether a build tool gave the task its processors itself, and is waiting for what they say. */
    boolean hasGivenProcessors(JavacTask task) {
        try {
            return task.getClass().getName().endsWith(".JavacTaskImpl") && field(task.getClass(), "processors").get(task) != null;
        } catch (ReflectiveOperationException e) {
            throw unlike("the processors of a task", e);
        }
    }

    /** Lets javac attribute every class before it desugars the first one: for a compiler that is still to be made and for one that exists. */
    void attributeAllFirst() {
        try {
            Object options = instance("util.Options");
            method(options.getClass(), "put", String.class, String.class).invoke(options, "compilePolicy", "simple");
            Class<?> compilerType = type("main.JavaCompiler");
            Field key = field(compilerType, "compilerKey");
            Object compiler = method(context.getClass(), "get", type("util.Context$Key")).invoke(context, key.get(null));
            if (compiler != null) {
                Class<?> policyType = type("main.JavaCompiler$CompilePolicy");
                Object simple = field(policyType, "SIMPLE").get(null);
                field(compilerType, "compilePolicy").set(compiler, simple);
            }
        } catch (ReflectiveOperationException e) {
            throw unlike("the compile policy", e);
        }
    }

    /**
     * Runs something when the sources are parsed, before any class is attributed, and lets the parser note where trees end, as it does for
     * a listener. To be called while a compilation begins.
     */
    void afterParsing(Runnable work) {
        try {
            Object annotate = instance("comp.Annotate");
            Method later = method(annotate.getClass(), "afterTypes", Runnable.class);
            Object compiler = instance("main.JavaCompiler");
            field(compiler.getClass(), "genEndPos").setBoolean(compiler, true);
            later.invoke(annotate, work);
        } catch (ReflectiveOperationException e) {
            throw unlike("when it has parsed", e);
        }
    }

    /** How many errors javac has reported so far. */
    public int errorCount() {
        try {
            Object log = instance("util.Log");
            return field(log.getClass(), "nerrors").getInt(log);
        } catch (ReflectiveOperationException e) {
            throw unlike("the log", e);
        }
    }

    /** Lets javac print this many diagnostics of each kind more, whatever its limits are. */
    void makeRoomFor(int diagnostics) {
        try {
            Object log = instance("util.Log");
            raise(log, "MaxErrors", field(log.getClass(), "nerrors").getInt(log) + diagnostics);
            raise(log, "MaxWarnings", field(log.getClass(), "nwarnings").getInt(log) + diagnostics);
        } catch (ReflectiveOperationException e) {
            throw unlike("the limits of the log", e);
        }
    }

    /** A tree that stands exactly at this offset, for the position of a diagnostic. */
    Tree anchorAt(int offset) {
        try {
            Object maker = instance("tree.TreeMaker");
            int before = field(maker.getClass(), "pos").getInt(maker);
            Object placed = method(maker.getClass(), "at", int.class).invoke(maker, offset);
            Tree anchor = (Tree) method(maker.getClass(), "Skip").invoke(placed);
            method(maker.getClass(), "at", int.class).invoke(maker, before);
            return anchor;
        } catch (ReflectiveOperationException e) {
            throw unlike("the tree maker", e);
        }
    }

    /** Where a diagnostic at this tree would point: often not its first character, as the dot of a call. */
    int preferredPosition(Tree tree) {
        try {
            return (int) method(type("tree.JCTree"), "getPreferredPosition").invoke(tree);
        } catch (ReflectiveOperationException e) {
            throw unlike("the trees", e);
        }
    }

    /** The offset from which javac takes the line of the code for this tree. */
    int positionOf(Tree tree) {
        try {
            return field(type("tree.JCTree"), "pos").getInt(tree);
        } catch (ReflectiveOperationException e) {
            throw unlike("the trees", e);
        }
    }

    /** Gives a unit the lines of its source, which javac leaves away where class files get none ({@code -g:none}). */
    void knowLines(CompilationUnitTree unit) {
        if (unit.getLineMap() != null) {
            return;
        }
        try {
            char[] text = unit.getSourceFile().getCharContent(true).toString().toCharArray();
            Object lines = method(type("util.Position"), "makeLineMap", char[].class, int.class, boolean.class).invoke(null, text, text.length, false);
            field(unit.getClass(), "lineMap").set(unit, lines);
        } catch (ReflectiveOperationException e) {
            throw unlike("the lines of a source", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read '" + unit.getSourceFile().getName() + "' again: " + e.getMessage(), e);
        }
    }

    /** The file manager of the compilation. */
    JavaFileManager fileManager() {
        try {
            return (JavaFileManager) method(context.getClass(), "get", Class.class).invoke(context, JavaFileManager.class);
        } catch (ReflectiveOperationException e) {
            throw unlike("the file manager", e);
        }
    }

    /**
     * Whether the processor that runs now, in the first round, is the last one that javac has.
     *
     * @param environment javac's own
     */
    static boolean isLastProcessor(ProcessingEnvironment environment) {
        try {
            Object discovered = field(environment.getClass(), "discoveredProcs").get(environment);
            Iterator<?> rest = (Iterator<?>) field(discovered.getClass(), "processorIterator").get(discovered);
            return !rest.hasNext();
        } catch (ReflectiveOperationException e) {
            throw unlike("its processors", e);
        }
    }

    private static void raise(Object log, String name, int least) throws ReflectiveOperationException {
        Field limit = field(log.getClass(), name);
        if (limit.getInt(log) < least) {
            limit.setInt(log, least);
        }
    }

    private Object instance(String name) throws ReflectiveOperationException {
        return method(type(name), "instance", context.getClass().getName().endsWith(".Context") ? context.getClass() : type("util.Context"))
                .invoke(null, context);
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(ROOT + name, true, loader);
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) throws NoSuchMethodException {
        Method method = type.getMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(type.getName() + "." + name);
    }

    private static IllegalStateException unlike(String what, ReflectiveOperationException cause) {
        return new IllegalStateException("this javac hides " + what + ": " + cause.getMessage(), cause);
    }
}
