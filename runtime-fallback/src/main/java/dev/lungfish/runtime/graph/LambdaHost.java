package dev.lungfish.runtime.graph;

/** Which class a lambda was written in. */
final class LambdaHost {
  private LambdaHost() {}

  /** The class in whose body the lambda class was made, or null if the class is no lambda. */
  static Class<?> of(Class<?> type) {
    if (!type.isHidden() || !type.isSynthetic()) {
      return null;
    }
    int end = type.getName().indexOf("$$Lambda");
    if (end < 0) {
      return null;
    }
    String host = type.getName().substring(0, end);
    for (Class<?> member : type.getNestHost().getNestMembers()) {
      if (member.getName().equals(host)) {
        return member;
      }
    }
    return type.getNestHost();
  }
}
