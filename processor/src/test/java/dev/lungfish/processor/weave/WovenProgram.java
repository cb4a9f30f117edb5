package dev.lungfish.processor.weave;

import com.sun.source.util.JavacTask;
import dev.lungfish.processor.testing.Javac;
import dev.lungfish.runtime.RegionException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** A small program that is compiled with the plugin, verified and run. */
public final class WovenProgram {
    private final Javac javac;
    private Javac.Run compiled;

    public WovenProgram(Javac javac) {
        this.javac = javac;
    }

    public WovenProgram compile(Consumer<JavacTask> plugin) {
        compiled = javac.run(plugin);
        if (!compiled.ok()) {
            throw new AssertionError(compiled.output());
        }
        return this;
    }

    /** What the compiler said. */
    public Javac.Run compiled() {
        return compiled;
    }

    /** All class files by their paths. */
    public Map<String, byte[]> classes() {
        Map<String, byte[]> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(javac.classes())) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
                all.put(javac.classes().relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** What a second verifier, besides the JVM's, has to say against the class files: nothing. */
    public String complaints(Path... seen) {
        StringWriter complaints = new StringWriter();
        try (URLClassLoader loader = loader(seen)) {
            classes().values().forEach(each -> CheckClassAdapter.verify(new ClassReader(each), loader, false, new PrintWriter(complaints)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return complaints.toString();
    }

    /** The output of the program's main method. What it throws is the last line. */
    public String run(String main) {
        PrintStream console = System.out;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (URLClassLoader loader = loader()) {
            System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
            Throwable thrown = start(main, loader);
            if (thrown != null) {
                System.out.println(thrown);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.setOut(console);
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    /** What the runtime refuses in the main method, or null; any other failure is one of the test. */
    public RegionException failure(String main) {
        try (URLClassLoader loader = loader()) {
            Throwable thrown = start(main, loader);
            if (thrown != null && !(thrown instanceof RegionException)) {
                throw new AssertionError(thrown);
            }
            return (RegionException) thrown;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Throwable start(String main, ClassLoader loader) {
        try {
            Method start = loader.loadClass(main).getMethod("main", String[].class);
            start.setAccessible(true);
            start.invoke(null, (Object) new String[0]);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** One of its classes, as the JVM has it. */
    public <R> R with(String name, Function<Class<?>, R> question) {
        try (URLClassLoader loader = loader()) {
            return question.apply(loader.loadClass(name));
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Classes of the program come first, so that one may bring its own runtime. */
    private URLClassLoader loader(Path... more) throws IOException {
        List<URL> all = new ArrayList<>(List.of(javac.classes().toUri().toURL()));
        for (Path each : more) {
            all.add(each.toUri().toURL());
        }
        return new URLClassLoader(all.toArray(new URL[0]), getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                synchronized (getClassLoadingLock(name)) {
                    Class<?> known = findLoadedClass(name);
                    if (known == null && getResourceHere(name)) {
                        known = findClass(name);
                    }
                    return known != null ? known : super.loadClass(name, resolve);
                }
            }

            private boolean getResourceHere(String name) {
                return findResource(name.replace('.', '/') + ".class") != null;
            }
        };
    }
}
