import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradle.api.internal.StartParameterInternal;
import org.gradle.api.logging.LogLevel;
import org.gradle.api.logging.configuration.ConsoleOutput;
import org.gradle.initialization.DefaultBuildCancellationToken;
import org.gradle.initialization.DefaultBuildRequestContext;
import org.gradle.initialization.DefaultBuildRequestMetaData;
import org.gradle.internal.buildoption.Option;
import org.gradle.internal.buildprocess.BuildProcessState;
import org.gradle.internal.classpath.ClassPath;
import org.gradle.internal.instrumentation.agent.AgentStatus;
import org.gradle.internal.logging.LoggingManagerInternal;
import org.gradle.internal.logging.services.LoggingServiceRegistry;
import org.gradle.internal.nativeintegration.services.NativeServices;
import org.gradle.internal.service.ServiceRegistry;
import org.gradle.launcher.exec.BuildExecutor;
import org.gradle.launcher.exec.DefaultBuildActionParameters;
import org.gradle.tooling.internal.provider.action.ExecuteBuildAction;

/**
 * Gradle without its distribution: one process that runs a build for each line of standard input, as a daemon does. A line has the project's
 * directory, one task, and properties as {@code name=value}, separated by blanks. After each build it prints {@code BUILD-RESULT ok} or {@code
 * BUILD-RESULT failed}.
 *
 * <p>Use: {@code java -cp ... GradleServer GRADLE_USER_HOME}.
 */
class GradleServer {
    private final File home;
    private final BuildProcessState state;

    private GradleServer(File home) {
        this.home = home;
        ServiceRegistry logging = LoggingServiceRegistry.newCommandLineProcessLogging();
        NativeServices.initializeOnClient(home, NativeServices.NativeServicesMode.DISABLED);
        LoggingManagerInternal manager = (LoggingManagerInternal) logging.getFactory(LoggingManagerInternal.class).create();
        manager.setLevelInternal(LogLevel.LIFECYCLE);
        manager.start();
        manager.attachProcessConsole(ConsoleOutput.Plain);
        this.state = new BuildProcessState(false, AgentStatus.disabled(), ClassPath.EMPTY, logging, NativeServices.getInstance());
    }

    public static void main(String[] arguments) throws Exception {
        GradleServer server = new GradleServer(new File(arguments[0]).getAbsoluteFile());
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            boolean failed = server.build(List.of(line.trim().split(" ")));
            System.out.println("BUILD-RESULT " + (failed ? "failed" : "ok"));
            System.out.flush();
        }
        server.state.close();
        System.exit(0);
    }

    private boolean build(List<String> words) {
        StartParameterInternal start = new StartParameterInternal();
        start.setGradleUserHomeDir(home);
        start.setProjectDir(new File(words.get(0)));
        start.setCurrentDir(new File(words.get(0)));
        start.setTaskNames(new ArrayList<>(List.of(words.get(1))));
        Map<String, String> properties = new TreeMap<>();
        words.stream().skip(2).forEach(word -> properties.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1)));
        start.setProjectProperties(properties);
        start.setOffline(true);
        start.setBuildCacheEnabled(true);
        start.setParallelProjectExecutionEnabled(true);
        start.setConsoleOutput(ConsoleOutput.Plain);
        start.setConfigurationCache(Option.Value.value(Boolean.parseBoolean(properties.get("configurationCache"))));
        var parameters = new DefaultBuildActionParameters(System.getProperties(), System.getenv(), start.getCurrentDir(), LogLevel.LIFECYCLE, false, ClassPath.EMPTY);
        var context = new DefaultBuildRequestContext(new DefaultBuildRequestMetaData(System.currentTimeMillis()), new DefaultBuildCancellationToken(), event -> { });
        return state.getServices().get(BuildExecutor.class).execute(new ExecuteBuildAction(start), parameters, context).hasFailure();
    }
}
