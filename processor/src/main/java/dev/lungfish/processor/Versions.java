package dev.lungfish.processor;

/** Which Lungfish this is. Holds no state. */
public final class Versions {
    private Versions() {
    }

    /** The version in the manifest of the jar, or {@code "dev"} where classes lie in a directory. */
    public static String own() {
        String version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
