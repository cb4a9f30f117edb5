/** The runtime half of Lungfish: regions, borrows, cowns, freezing and the audit. */
module dev.lungfish.runtime {
  requires transitive dev.lungfish.annotation;
  // Only the audit by heap dump needs these two; without them it says that it is not available.
  requires static java.management;
  requires static jdk.management;

  exports dev.lungfish.runtime;
}
