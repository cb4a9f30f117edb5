package dev.lungfish.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {
    @TempDir
    private Path directory;

    private Provenance parse(String given, Map<String, String> environment) {
        return Provenance.parse(given, environment, directory);
    }

    private String refused(String given) {
        return assertThrows(InputException.class, () -> parse(given, Map.of())).getMessage();
    }

    @Test
    void ofAUser() {
        assertEquals(new Provenance(URI.create("https://example.org/shop.git"), "abc123", ""), parse("https://example.org/shop.git@abc123", Map.of()));
    }

    @Test
    void credentialsAreLeftOut() {
        assertEquals(URI.create("https://example.org:8443/shop.git"), parse("https://me:secret@example.org:8443/shop.git@abc", Map.of()).repository());
        assertEquals(URI.create("ssh://example.org/team/shop.git"), parse("git@example.org:team/shop.git@abc", Map.of()).repository());
    }

    @Test
    void ofBuildServers() {
        assertEquals(new Provenance(URI.create("https://example.org/team/shop"), "abc", "main"), parse("ci", Map.of("GITHUB_SERVER_URL", "https://example.org",
                "GITHUB_REPOSITORY", "team/shop", "GITHUB_SHA", "abc", "GITHUB_REF_NAME", "main")));
        assertEquals(new Provenance(URI.create("https://example.org/team/shop"), "abc", "main"),
                parse("ci", Map.of("CI_PROJECT_URL", "https://example.org/team/shop", "CI_COMMIT_SHA", "abc", "CI_COMMIT_REF_NAME", "main")));
    }

    @Test
    void whatCannotBeKnownIsSaid() {
        assertTrue(refused("ci").startsWith("this is no build server that Lungfish knows"), refused("ci"));
        assertTrue(refused("git").contains("tells nothing about"), refused("git"));
        assertEquals("'yesterday' does not say where the sources come from: write ci, git, or REPOSITORY-URI@REVISION", refused("yesterday"));
        assertEquals("'shop' is not the address of a repository", refused("shop@abc"));
    }
}
