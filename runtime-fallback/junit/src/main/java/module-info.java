/** Audits of regions at the end of JUnit tests. */
module dev.lungfish.junit {
  requires transitive dev.lungfish.runtime;
  requires transitive org.junit.jupiter.api;

  exports dev.lungfish.junit;
}
