package dev.lungfish.processor.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The configuration of one project's {@code maven-compiler-plugin}: that of the plugin itself and that of each execution, into which Maven has
 * copied the former by the time an extension sees it. Adding the same thing twice is the same as adding it once. Not thread-safe.
 */
final class CompilerSettings {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");
    private static final int OLDEST_MAJOR = 3;
    private static final int OLDEST_MINOR = 5;

    private final Plugin compiler;
    private final File pom;

    CompilerSettings(Plugin compiler, File pom) {
        this.compiler = compiler;
        this.pom = pom;
    }

    /** An old compiler plugin ignores a processor path in silence: nothing would be checked, and nobody would know. */
    void requireProcessorPaths() throws MavenExecutionException {
        Matcher version = VERSION.matcher(String.valueOf(compiler.getVersion()));
        if (version.matches() && isTooOld(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)))) {
            throw new MavenExecutionException("Lungfish: maven-compiler-plugin " + compiler.getVersion()
                    + " knows no processor path; name version 3.14.0 or another one from 3.5 on in the pom.xml", pom);
        }
    }

    private static boolean isTooOld(int major, int minor) {
        return major < OLDEST_MAJOR || major == OLDEST_MAJOR && minor < OLDEST_MINOR;
    }

    void addProcessorPath(String group, String artifact, String version) {
        for (Xpp3Dom configuration : configurations()) {
            Xpp3Dom paths = child(configuration, "annotationProcessorPaths");
            if (find(paths, path -> artifact.equals(text(path, "artifactId")) && group.equals(text(path, "groupId"))) == null) {
                Xpp3Dom path = new Xpp3Dom("path");
                path.addChild(leaf("groupId", group));
                path.addChild(leaf("artifactId", artifact));
                path.addChild(leaf("version", version));
                paths.addChild(path);
            }
        }
    }

    void addArguments(List<String> arguments) {
        for (Xpp3Dom configuration : configurations()) {
            Xpp3Dom given = child(configuration, "compilerArgs");
            for (String argument : arguments) {
                String name = argument.startsWith("-X") ? argument : argument.substring(0, argument.indexOf('=') + 1);
                // What the project's own configuration says of the same thing wins.
                if (find(given, arg -> arg.getValue() != null && arg.getValue().strip().startsWith(name)) == null) {
                    given.addChild(leaf("arg", argument));
                }
            }
        }
    }

    private List<Xpp3Dom> configurations() {
        List<ConfigurationContainer> places = new ArrayList<>(compiler.getExecutions());
        places.add(compiler);
        List<Xpp3Dom> all = new ArrayList<>();
        for (ConfigurationContainer place : places) {
            if (place.getConfiguration() == null) {
                place.setConfiguration(new Xpp3Dom("configuration"));
            }
            all.add((Xpp3Dom) place.getConfiguration());
        }
        return all;
    }

    private static Xpp3Dom child(Xpp3Dom parent, String name) {
        Xpp3Dom child = parent.getChild(name);
        if (child == null) {
            child = new Xpp3Dom(name);
            parent.addChild(child);
        }
        return child;
    }

    private static Xpp3Dom find(Xpp3Dom parent, java.util.function.Predicate<Xpp3Dom> wanted) {
        for (Xpp3Dom child : parent.getChildren()) {
            if (wanted.test(child)) {
                return child;
            }
        }
        return null;
    }

    private static String text(Xpp3Dom parent, String name) {
        Xpp3Dom child = parent.getChild(name);
        return child == null || child.getValue() == null ? "" : child.getValue().strip();
    }

    private static Xpp3Dom leaf(String name, String value) {
        Xpp3Dom leaf = new Xpp3Dom(name);
        leaf.setValue(value);
        return leaf;
    }
}
