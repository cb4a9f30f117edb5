package dev.lungfish.processor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.processor.testing.FakeAnalysis;
import dev.lungfish.processor.testing.Javac;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrapped environments, and compilers that are not javac. */
class EnvironmentsTest {
    @TempDir
    private Path directory;

    /** Runs a body with javac's own environment in hand. */
    private void withEnvironment(java.util.function.Consumer<ProcessingEnvironment> body) {
        AbstractProcessor processor = new AbstractProcessor() {
            @Override
            public synchronized void init(ProcessingEnvironment environment) {
                body.accept(environment);
            }

            @Override
            public Set<String> getSupportedAnnotationTypes() {
                return Set.of("*");
            }

            @Override
            public SourceVersion getSupportedSourceVersion() {
                return SourceVersion.latestSupported();
            }

            @Override
            public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                return false;
            }
        };
        Javac.Run run = new Javac(directory).file("A.java", "class A { }").processor(processor).run(task -> { });
        assertTrue(run.ok(), run.output());
    }

    @Test
    void theEnvironmentBehindADelegatingClassIsFound() {
        withEnvironment(own -> {
            ProcessingEnvironment wrapped = new Delegating(new Delegating(own));
            assertFalse(Environments.isJavac(wrapped));
            assertSame(own, Environments.unwrap(wrapped));
        });
    }

    @Test
    void theEnvironmentBehindAProxyIsFound() {
        withEnvironment(own -> {
            InvocationHandler handler = (proxy, method, arguments) -> method.invoke(own, arguments);
            ProcessingEnvironment wrapped = (ProcessingEnvironment) Proxy.newProxyInstance(getClass().getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class}, handler);
            assertSame(own, Environments.unwrap(wrapped));
        });
    }

    @Test
    void underAnotherCompilerThereIsOneNote() {
        List<String> said = new ArrayList<>();
        ProcessingEnvironment other = new Delegating(null) {
            @Override
            public Messager getMessager() {
                return (Messager) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Messager.class}, (proxy, method, arguments) -> {
                    said.add(arguments[0] + ": " + arguments[1]);
                    return null;
                });
            }
        };

        LungfishProcessor processor = new LungfishProcessor();
        processor.init(other);

        assertTrue(said.size() == 1 && said.get(0).startsWith(Diagnostic.Kind.NOTE + ": Lungfish checks nothing here: it needs javac"), said.toString());
        assertFalse(processor.process(Set.of(), null));
    }

    @Test
    void aWrappedFilerGetsTheOutputs() {
        List<String> paths = new ArrayList<>();
        AbstractProcessor processor = new AbstractProcessor() {
            @Override
            public synchronized void init(ProcessingEnvironment environment) {
                Filer recording = (Filer) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, arguments) -> {
                    paths.add(arguments[2] + " of " + ((Object[]) arguments[3])[0]);
                    return method.invoke(environment.getFiler(), arguments);
                });
                ProcessingEnvironment host = new Delegating(environment) {
                    @Override
                    public Filer getFiler() {
                        return recording;
                    }
                };
                Installation.install(com.sun.source.util.JavacTask.instance(environment), Map.of(), host, new FakeAnalysis());
            }

            @Override
            public Set<String> getSupportedAnnotationTypes() {
                return Set.of("*");
            }

            @Override
            public SourceVersion getSupportedSourceVersion() {
                return SourceVersion.latestSupported();
            }

            @Override
            public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                return false;
            }
        };
        Javac javac = new Javac(directory).file("p/A.java", "package p; class A { void bad() { bad(); } } class B { }").processor(processor);

        Javac.Run run = javac.run(task -> { });

        assertFalse(run.ok());
        assertTrue(paths.equals(List.of("META-INF/lungfish/findings/p.A.json of p.A")), paths.toString());
        assertTrue(Files.exists(javac.classes().resolve("META-INF/lungfish/findings/p.A.json")));
    }

    /** As Gradle wraps. */
    private static class Delegating implements ProcessingEnvironment {
        private final ProcessingEnvironment delegate;

        Delegating(ProcessingEnvironment delegate) {
            this.delegate = delegate;
        }

        @Override
        public Map<String, String> getOptions() {
            return delegate.getOptions();
        }

        @Override
        public Messager getMessager() {
            return delegate.getMessager();
        }

        @Override
        public Filer getFiler() {
            return delegate.getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return delegate.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return delegate.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return delegate.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return delegate.getLocale();
        }
    }
}
