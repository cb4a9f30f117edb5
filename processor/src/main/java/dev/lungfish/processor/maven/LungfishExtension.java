package dev.lungfish.processor.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Extension;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * Lungfish as one element of a {@code pom.xml}: an entry among the build's {@code <extensions>} puts it into every compilation of the projects
 * that declare or inherit the entry; from {@code .mvn/extensions.xml} into those of all projects. Options are properties of the project or of
 * the command line, {@code lungfish.NAME}. Maven finds it by {@code META-INF/plexus/components.xml}, makes one object and calls it from one thread.
 */
public final class LungfishExtension extends AbstractMavenLifecycleParticipant {
    private static final String GROUP = "dev.lungfish";
    private static final String ARTIFACT = "lungfish-processor";
    private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";
    private static final String PREFIX = "lungfish.";
    /** A property that many projects have for their own use. */
    private static final String VERSION = PREFIX + "version";

    @Override
    public void afterProjectsRead(MavenSession session) throws MavenExecutionException {
        boolean somebodyDeclares = session.getProjects().stream().anyMatch(project -> declared(project) != null);
        for (MavenProject project : session.getProjects()) {
            Extension own = declared(project);
            Plugin compiler = project.getPlugin(COMPILER);
            if (compiler != null && (own != null || !somebodyDeclares)) {
                String version = own == null ? version() : own.getVersion();
                CompilerSettings settings = new CompilerSettings(compiler, project.getFile());
                settings.requireProcessorPaths();
                settings.addProcessorPath(GROUP, ARTIFACT, version);
                settings.addArguments(arguments(optionsOf(session, project)));
            }
        }
    }

    private static Extension declared(MavenProject project) {
        return project.getBuildExtensions().stream()
                .filter(extension -> GROUP.equals(extension.getGroupId()) && ARTIFACT.equals(extension.getArtifactId())).findFirst().orElse(null);
    }

    private static String version() throws MavenExecutionException {
        String version = LungfishExtension.class.getPackage().getImplementationVersion();
        if (version == null) {
            throw new MavenExecutionException("Lungfish: this is not its jar: the manifest has no version", (Throwable) null);
        }
        return version;
    }

    /** The plugin form: it runs whatever the build says about annotation processing. */
    private static List<String> arguments(Map<String, String> options) {
        List<String> arguments = new ArrayList<>(List.of("-Xplugin:Lungfish"));
        options.forEach((name, value) -> arguments.add("-A" + name + "=" + value));
        return arguments;
    }

    private static Map<String, String> optionsOf(MavenSession session, MavenProject project) {
        Map<String, String> options = new TreeMap<>();
        for (Properties properties : List.of(project.getProperties(), session.getUserProperties())) {
            for (String name : properties.stringPropertyNames()) {
                if (name.startsWith(PREFIX) && !name.equals(VERSION)) {
                    options.put(name, properties.getProperty(name));
                }
            }
        }
        return options;
    }
}
