package dev.lungfish.processor;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which version of which repository was analysed, for code-scanning services. Never guessed: a user names it, or asks for that of the build server or
 * of Git. Immutable.
 *
 * @param repository where the repository is, without user name or password
 * @param revision the commit
 * @param branch its branch, or empty
 */
public record Provenance(URI repository, String revision, String branch) {
    /** What a user may write. */
    public static final String FORMS = "ci, git, or REPOSITORY-URI@REVISION";

    private static final Pattern EXPLICIT = Pattern.compile("(.+)@([^@/:]+)");
    /** The short form of Git for a path on a host, as {@code git@host:group/project.git}. */
    private static final Pattern ON_A_HOST = Pattern.compile("(?:[^@/:]+@)?([^/:]{2,}):(?!//)(.+)");
    private static final int SECONDS = 20;

    /**
     * Reads what a user wrote: {@code ci}, {@code git}, or a repository and a revision.
     *
     * @param environment the variables of the process
     * @param directory where Git is asked
     * @throws InputException if it is none of these, or what it refers to is not there
     */
    public static Provenance parse(String given, Map<String, String> environment, Path directory) {
        switch (given) {
            case "ci":
                return ofBuildServer(environment);
            case "git":
                return of(git(directory, "remote", "get-url", "origin"), git(directory, "rev-parse", "HEAD"),
                        git(directory, "rev-parse", "--abbrev-ref", "HEAD").replaceAll("^HEAD$", ""));
            default:
                Matcher explicit = EXPLICIT.matcher(given);
                if (!explicit.matches()) {
                    throw new InputException("'" + given + "' does not say where the sources come from: write " + FORMS);
                }
                return of(explicit.group(1), explicit.group(2), "");
        }
    }

    private static Provenance ofBuildServer(Map<String, String> environment) {
        if (environment.containsKey("GITHUB_SHA")) {
            return of(environment.get("GITHUB_SERVER_URL") + "/" + environment.get("GITHUB_REPOSITORY"), environment.get("GITHUB_SHA"),
                    environment.getOrDefault("GITHUB_REF_NAME", ""));
        }
        if (environment.containsKey("CI_COMMIT_SHA")) {
            return of(environment.get("CI_PROJECT_URL"), environment.get("CI_COMMIT_SHA"), environment.getOrDefault("CI_COMMIT_REF_NAME", ""));
        }
        throw new InputException("this is no build server that Lungfish knows: neither GITHUB_SHA nor CI_COMMIT_SHA is set; write " + FORMS);
    }

    private static Provenance of(String repository, String revision, String branch) {
        return new Provenance(withoutCredentials(repository), revision, branch);
    }

    /** Git keeps tokens in addresses; a report is read by many. */
    private static URI withoutCredentials(String repository) {
        Matcher onHost = ON_A_HOST.matcher(repository);
        try {
            if (onHost.matches()) {
                return new URI("ssh", onHost.group(1), "/" + onHost.group(2), null);
            }
            URI uri = new URI(repository);
            if (uri.getScheme() == null) {
                throw new InputException("'" + repository + "' is not the address of a repository");
            }
            return uri.getUserInfo() == null ? uri : new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), uri.getPath(), null, null);
        } catch (URISyntaxException e) {
            throw new InputException("'" + repository + "' is not the address of a repository: " + e.getReason());
        }
    }

    private static String git(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0 || output.isEmpty()) {
                throw new InputException("'" + String.join(" ", command) + "' tells nothing about '" + directory + "'; write " + FORMS);
            }
            return output;
        } catch (IOException e) {
            throw new InputException("Git cannot be started (" + e.getMessage() + "); write " + FORMS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InputException("interrupted while Git was running");
        }
    }
}
