package dev.lungfish.runtime;

import java.lang.StackWalker.StackFrame;
import java.util.function.Predicate;

/** Source positions of the calling program, recorded only where tracking is switched on. */
final class Sites {
  /** Whether positions are recorded: {@code -Dlungfish.track=true}. About 500 ns a borrow. */
  static final boolean TRACKED = Boolean.getBoolean("lungfish.track");

  private static final String OWN = Sites.class.getPackageName();
  private static final Predicate<StackFrame> OUTSIDE = frame -> !isOwn(frame.getClassName());

  private Sites() {}

  /** The innermost frame outside this library as {@code File.java:LINE}, or null if not tracked. */
  static String here() {
    if (!TRACKED) {
      return null;
    }
    return StackWalker.getInstance()
        .walk(frames -> frames.filter(OUTSIDE).findFirst())
        .map(Sites::text)
        .orElse("an unknown place");
  }

  private static boolean isOwn(String className) {
    if (!className.startsWith(OWN)) {
      return false;
    }
    String rest = className.substring(OWN.length());
    return rest.startsWith(".count.") || rest.startsWith(".cown.") || rest.startsWith(".graph.")
        || rest.startsWith(".heap.") || isOwnTopLevel(rest);
  }

  /** Classes of this very package that are not tests of it: tests live in the same package. */
  private static boolean isOwnTopLevel(String rest) {
    return rest.startsWith(".") && rest.indexOf('.', 1) < 0 && !rest.contains("Test");
  }

  private static String text(StackFrame frame) {
    String file = frame.getFileName();
    return (file == null ? frame.getClassName() : file) + ":" + frame.getLineNumber();
  }
}
