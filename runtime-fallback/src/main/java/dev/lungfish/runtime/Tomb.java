package dev.lungfish.runtime;

/**
 * Why a handle is dead: what became of its region, where, and in which thread.
 *
 * @param fate what happened, as the end of a sentence that begins with the region
 * @param site where, or null if not tracked
 * @param thread the name of the thread that did it
 */
record Tomb(String fate, String site, String thread) {
  static Tomb of(String fate) {
    return new Tomb(fate, Sites.here(), Thread.currentThread().getName());
  }
}
